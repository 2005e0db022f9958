import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES_OF_SYNC } from '../../language/impression/ignored.ts';
import { contradicts } from '../../language/impression/said.ts';
import { openDifferences, unsettled } from '../../language/impression/sync.ts';
import type { Snapshot } from '../../language/language.ts';
import { applyEdits, type TextEdit } from '../../language/text/edit.ts';
import { overlaps, type Span } from '../../language/text/span.ts';
import { generateReports } from '../../mutation/generate.ts';
import { mutate } from '../../mutation/mutate.ts';
import { root } from '../../scripts/root.ts';
import { shipped } from '../language/shipped.ts';

/** `EMH_RUNS=5000` for the long run. */
const SHARE = Number(process.env.EMH_RUNS ?? 400) / 400;

const folder = join(root, 'examples');
const EXAMPLES = readdirSync(folder)
  .filter((name) => /\.(emh|txt)$/.test(name))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const GENERATED = generateReports(Math.round(180 * SHARE), 11);

/** Reports with one mistake each, anywhere; what was injected is told where a law fails. */
const mutants = function* (): Generator<{ text: string; why: string }> {
  for (const text of [...EXAMPLES, ...GENERATED])
    for (const { text: mutant, class: name, injected } of mutate(text, shipped, { seed: 3, each: 2 }))
      yield { text: mutant, why: `${name}: ${injected.words}\n${mutant}` };
};

/** The findings of one report with the impression of another, as nobody writes them: most items have no support. */
const grafts = function* (): Generator<{ text: string; why: string }> {
  const cut = (text: string): [string, string] => {
    const at = shipped.read(text).reports[0]?.outline.sections.find((s) => s.id === 'impression')?.heading?.end ?? text.length;
    return [text.slice(0, at), text.slice(at)];
  };
  const parts = GENERATED.map(cut);
  for (const [i, [body]] of parts.entries()) {
    for (const step of [1, 2, 7, 31, 77]) {
      const text = body + (parts[(i + step) % parts.length]?.[1] ?? '');
      yield { text, why: text };
    }
  }
};

const COMMENT = ' // seen with the registrar';
const UNKNOWN = 'Warm regards, and thank you for the kind referral.';

/** A mistake, a comment behind the first item and a sentence that nobody understands behind the last. */
const annotated = function* (): Generator<{ text: string; why: string }> {
  for (const source of GENERATED.slice(0, 60)) {
    const first = shipped.read(source).reports[0]?.impression[0];
    if (first === undefined || !/^\.?\n/.test(source.slice(first.range.end, first.range.end + 2))) continue;
    const at = source.indexOf('\n', first.range.end);
    const text = `${source.slice(0, at)}${COMMENT}${source.slice(at).trimEnd()}\n${UNKNOWN}\n`;
    for (const { text: mutant, class: name } of mutate(text, shipped, { seed: 9 })) yield { text: mutant, why: `${name}\n${mutant}` };
  }
};

describe('laws of sync over mutated reports', function () {
  this.timeout(240_000);
  let cases = 0;

  for (const [what, made] of [
    ['with a mistake', mutants],
    ['with the impression of another', grafts],
    ['with comments and unknown sentences', annotated],
  ] as const) {
    it(`reports ${what}: settled at once, in the impression alone, and nothing of a person's is lost`, () => {
      for (const { text, why } of made()) {
        cases++;
        const before = shipped.read(text);
        isConservative(before, why);
        const after = shipped.read(applyEdits(text, before.syncEdits));
        for (const kept of [COMMENT, UNKNOWN]) assert.equal(after.text.includes(kept), text.includes(kept), `${kept} is lost\n${why}`);
        assert.deepEqual(after.syncEdits, [], `not settled at once\n${why}\n-->\n${after.text}`);
        isSound(after, why);
      }
    });
  }

  it('know the rules that sync answers for by their names', () => {
    const known = new Set(shipped.rules.map(({ id }) => id));
    for (const rule of Object.values(RULES_OF_SYNC).flat()) assert.ok(known.has(rule), rule);
  });

  it('are tried on thousands of reports', () => {
    assert.ok(cases >= 2900 * Math.min(SHARE, 1), `${cases} cases`);
  });
});

/** What sync leaves behind, no edit could settle: each diagnostic of its rules belongs to a difference that needs a person. */
function isSound(after: Snapshot, why: string): void {
  const left = after.reports.flatMap((report, r) => unsettled(report, after.links[r] ?? [], after.text, shipped.lexicon));
  for (const { rule, range, message } of after.diagnostics) {
    const attributes = Object.entries(RULES_OF_SYNC).flatMap(([attribute, rules]) => (rules.includes(rule) ? [attribute] : []));
    if (attributes.length === 0 || !isInImpression(after, range.start)) {
      assert.ok(!RULES_OF_SYNC.missing.includes(rule), `${message}\n${why}\n-->\n${after.text}`);
      continue;
    }
    const isLeft = left.some((d) => attributes.includes(d.attribute) && overlaps(d.stated.range, range));
    assert.ok(isLeft || (attributes.includes('presence') && isBothWays(after, range)), `${rule}: ${message}\n${why}\n-->\n${after.text}`);
  }
}

/** Findings that contradict themselves: the item agrees with one of them. */
const isBothWays = (after: Snapshot, range: Span): boolean =>
  after.links.flat().some(({ stated, support }) => overlaps(stated.range, range) && support.length > 0 && !contradicts(stated, support));

const isInImpression = (snapshot: Snapshot, at: number): boolean =>
  snapshot.reports.some(({ impression }) => impression.some(({ range }) => range.start <= at && at <= range.end));

/** Nothing outside the impression changes, and in it nothing that agrees, that has no support, or that is not understood. */
function isConservative({ text, reports, links, syncEdits }: Snapshot, why: string): void {
  const touches = (edit: TextEdit, range: { start: number; end: number }): boolean =>
    edit.range.start < edit.range.end && overlaps(edit.range, range);
  for (const edit of syncEdits) {
    const section = reports
      .flatMap(({ outline }) => outline.sections)
      .find(({ range }) => range.start <= edit.range.start && edit.range.end <= range.end);
    assert.ok(section?.id === 'impression' || edit.range.start === edit.range.end, `changes ${section?.id}\n${why}`);
    assert.ok(!text.slice(edit.range.start, edit.range.end).includes('//'), `takes a comment away\n${why}`);
  }
  for (const [r, report] of reports.entries()) {
    const own = links[r] ?? [];
    const differing = openDifferences(report, own, text, shipped.lexicon);
    for (const { item, range } of report.impression)
      if (!differing.some((d) => d.item === item))
        assert.ok(!syncEdits.some((edit) => touches(edit, range)), `touches item ${item}, which agrees\n${why}`);
    for (const { stated, support } of own) {
      const words = stated.where.head;
      if (support.length === 0 && words !== undefined)
        assert.ok(!syncEdits.some((edit) => touches(edit, words) && edit.text.length < 2), `takes ${stated.text} away\n${why}`);
    }
  }
}
