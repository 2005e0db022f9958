import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editsBetween, joined, type PlacedTokens, type Tokens } from '../../server/placed-tokens.ts';

/** Lists of none to three tokens; the same list may stand in several places. */
const LISTS: readonly Tokens[] = [[], [0, 2, 3, 1, 0], [1, 0, 4, 2, 0, 0, 6, 1, 3, 0], [2, 1, 1, 1, 0, 1, 0, 2, 2, 0, 2, 4, 1, 0, 0]];
const report = fc.record({ list: fc.constantFrom(...LISTS), lines: fc.integer({ min: 6, max: 9 }) });
const reports = fc.array(report, { maxLength: 8 });

function placed(all: readonly { readonly list: Tokens; readonly lines: number }[]): PlacedTokens {
  let line = 0;
  const lines = all.map((each) => (line += each.lines) - each.lines);
  return { lists: all.map(({ list }) => list), lines };
}

/** Line and character of each token. */
function placesOf(data: readonly number[]): [number, number][] {
  const places: [number, number][] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [byLine = 0, by = 0] = data.slice(i, i + 2);
    line += byLine;
    character = byLine > 0 ? by : character + by;
    places.push([line, character]);
  }
  return places;
}

describe('tokens of several reports', () => {
  it('stand where their reports do', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const { lists, lines } = placed(all);
        const expected = lists.flatMap((list, i) => placesOf(list).map(([line, character]) => [line + (lines[i] ?? 0), character]));
        assert.deepEqual(placesOf(joined({ lists, lines })), expected);
      }),
    );
  });

  it('are those of a later version once the edits are made, of which there is one at most', () => {
    fc.assert(
      fc.property(reports, reports, reports, reports, (first, old, fresh, last) => {
        const before = placed([...first, ...old, ...last]);
        const now = placed([...first, ...fresh, ...last]);
        const edits = editsBetween(before, now);
        assert.ok(edits.length <= 1);
        const data = joined(before);
        for (const { start, deleteCount, data: own } of edits) data.splice(start, deleteCount, ...own);
        assert.deepEqual(data, joined(now));
      }),
      { numRuns: 1000 },
    );
  });
});
