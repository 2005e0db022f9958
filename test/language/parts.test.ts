import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { createLanguage, type Snapshot } from '../../language/language.ts';
import { type Parts, partAt } from '../../language/parts.ts';
import { packs, rules } from '../../packs/emh.ts';

const language = createLanguage({ packs, rules });
const examples = readdirSync('examples')
  .filter((name) => name.endsWith('.emh'))
  .map((name) => readFileSync(`examples/${name}`, 'utf8').trim());

/** What the parts say, as places of the whole text. */
const said = ({ snapshots, starts }: Parts): unknown => snapshots.flatMap((snapshot, i) => placed(snapshot, starts[i] ?? 0));

const placed = (snapshot: Snapshot, start: number): unknown[] => [
  ...snapshot.reports.flatMap(({ findings, impression }) =>
    [...findings, ...impression.flatMap((item) => item.findings)].map(({ kind, range }) => [kind, range.start + start, range.end + start]),
  ),
  ...snapshot.diagnostics.map(({ rule, range }) => [rule, range.start + start, range.end + start]),
  ...snapshot.syncEdits.map(({ range, text }) => [text, range.start + start, range.end + start]),
];

/** The same of the text read as a whole, in the order of its reports. */
function saidOfWhole(text: string): unknown {
  const { reports, diagnostics, syncEdits } = language.read(text);
  return reports.flatMap(({ findings, impression, range }, i) => {
    const end = reports[i + 1]?.range.start ?? Number.POSITIVE_INFINITY;
    const isHere = (each: { range: { start: number } }): boolean => each.range.start >= range.start && each.range.start < end;
    return [
      ...[...findings, ...impression.flatMap((item) => item.findings)].map((f) => [f.kind, f.range.start, f.range.end]),
      ...diagnostics.filter(isHere).map((each) => [each.rule, each.range.start, each.range.end]),
      ...syncEdits.filter(isHere).map((each) => [each.text, each.range.start, each.range.end]),
    ];
  });
}

const reports = fc.array(fc.constantFrom(...examples), { minLength: 1, maxLength: 4 }).map((list) => `${list.join('\n---\n')}\n`);
const words = fc.constantFrom('x', ' ', '\n', '---\n', 'no ', 'D4', '"', '//', '.', 'IMPRESSION\n', 'Left mass at D5.\n', '');

describe('a text read report by report', () => {
  it('says what it says as a whole, also after changes', () => {
    fc.assert(
      fc.property(
        reports,
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), words), { maxLength: 3 }),
        (first, changes) => {
          let text = first;
          let parts = language.readParts(text);
          assert.deepEqual(said(parts), saidOfWhole(text));
          for (const [at, remove, insert] of changes) {
            const start = Math.floor(at * text.length);
            text = text.slice(0, start) + insert + text.slice(start + remove);
            parts = language.readParts(text, parts);
            assert.deepEqual(said(parts), saidOfWhole(text));
          }
          assert.deepEqual(said(language.readParts(first, parts)), saidOfWhole(first));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps the reports that did not change', () => {
    const text = examples.join('\n---\n');
    const before = language.readParts(text);
    const after = language.readParts(text.replace('IMPRESSION', 'IMPRESSION \n'), before);
    assert.equal(after.snapshots.filter((snapshot) => !before.snapshots.includes(snapshot)).length, 1);
  });

  it('finds the report at an offset', () => {
    const parts = language.readParts('Mass.\n---\nNo mass.\n---\nSplenomegaly.');
    assert.deepEqual(
      [0, 4, 7, 10, 18, 24, 99].map((offset) => partAt(parts, offset)),
      [0, 0, 0, 1, 1, 2, 2],
    );
  });

  it('reads nothing anew of what is undone', () => {
    const [first = ''] = examples;
    const before = language.readParts(first);
    const typed = language.readParts(`${first}x`, before);
    assert.notEqual(typed.snapshots[0], before.snapshots[0]);
    assert.equal(language.readParts(first, typed).snapshots[0], before.snapshots[0]);
  });

  it('holds no earlier version of the whole text by what was read of one report', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const used = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const megabyte = `${'// words\n'.repeat(110_000)}---\n`;
    let text = megabyte + Array.from({ length: 60 }, (_, i) => `Mass of the cord at D5, number ${i}.\n`).join('---\n');
    let parts = language.readParts(text);
    const first = used();
    for (let i = 0; i < 60; i++) {
      text = text.replace(`number ${i}.`, `number ${i}, seen.`);
      parts = language.readParts(text, parts);
    }
    const more = used() - first;
    assert.equal(parts.snapshots.length, 61);
    assert.ok(more < 10 * megabyte.length, `${more} bytes more for 60 changes of a text of ${text.length}`);
  });
});
