import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAssist } from '../../language/assist/assist.ts';
import { createLanguage } from '../../language/language.ts';
import type { Parts } from '../../language/parts.ts';
import { packs } from '../../packs/emh.ts';
import { OpenDocument } from '../../server/document.ts';
import { ListsOfReports } from '../../server/kept-lists.ts';
import { OpenedReport } from '../../server/opened.ts';

const language = createLanguage({ packs, rules: [] });
const assist = createAssist(language.lexicon, []);
const piece = fc.constantFrom('---\n', '---\n\n---\n', '\n', 'FINDINGS\n', 'IMPRESSION\n', 'Mass at D5.\n', '1. Mass.\n', 'x', ' ', '-');
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const change = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat(12),
  fc.array(piece, { maxLength: 3 }).map((all) => all.join('')),
);

/** The first line of a report, and its words: what any list of it may hold. */
const placesOf = ({ document }: { document: OpenedReport['document'] }): unknown[] => [document.positionAt(0), document.text];

const open = (words: string, before: Parts | null): OpenedReport =>
  new OpenedReport(new OpenDocument('file:///a.emh', 'emh', 1, words), language.readParts(words, before), language, assist, '1');

describe('lists of reports', () => {
  it('are as if made anew after any changes', () => {
    fc.assert(
      fc.property(text, fc.array(change, { maxLength: 4 }), (first, changes) => {
        const lists = new ListsOfReports(placesOf);
        let words = first;
        let opened = open(words, null);
        for (const [at, remove, insert] of [[0, 0, ''] as const, ...changes]) {
          const start = Math.floor(at * words.length);
          words = words.slice(0, start) + insert + words.slice(start + remove);
          opened = open(words, opened.parts);
          assert.deepEqual(lists.of(opened, opened.snapshots), opened.reports.map(placesOf));
          assert.equal(lists.countOf('file:///a.emh'), 2 * opened.reports.length);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('are the same where nothing changed', () => {
    const words = 'Mass at D5.\n---\nNo mass.\n---\nSplenomegaly.';
    const lists = new ListsOfReports(placesOf);
    const before = open(words, null);
    const first = lists.of(before, before.snapshots);
    const after = open(words.replace('No', 'A'), before.parts);
    const second = lists.of(after, after.snapshots);
    assert.deepEqual(
      second.map((list, i) => list === first[i]),
      [true, false, true],
    );
  });

  it('are made in turns as they are at once, and are not kept of what is closed meanwhile', async () => {
    const words = Array.from({ length: 40 }, (_, i) => `Mass ${i}.`).join('\n---\n');
    const slowly = (report: OpenedReport): unknown[] => {
      const until = performance.now() + 1;
      while (performance.now() < until);
      return placesOf(report);
    };
    let turns = 0;
    let isOpen = true;
    const asked = {
      turns: { next: () => Promise.resolve().then(() => void turns++) },
      documents: { get: () => (isOpen ? 'a document' : undefined) },
    };
    const lists = new ListsOfReports<object, unknown>((report) => slowly(report as OpenedReport));
    const before = open(words, null);
    assert.deepEqual(await lists.inTurns(asked, before, before.snapshots), before.reports.map(placesOf));
    assert.ok(turns > 4, `${turns} turns`);
    const after = open(`${words}\n---\nMore.`, before.parts);
    isOpen = false;
    assert.deepEqual(await lists.inTurns(asked, after, after.snapshots), after.reports.map(placesOf));
    assert.equal(lists.countOf('file:///a.emh'), 0);
  });
});
