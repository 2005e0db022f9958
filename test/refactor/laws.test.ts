import assert from 'node:assert/strict';
import fc from 'fast-check';
import { meaningOf, noNewRules, sameFindings } from '../../language/format/meaning.ts';
import { contains } from '../../language/text/span.ts';
import { edited } from '../format/check.ts';
import { carelessly, corpus, examples } from '../format/texts.ts';
import { shipped } from '../language/shipped.ts';

/** `EMH_RUNS=5000` for the long run. */
const RUNS = Number(process.env.EMH_RUNS ?? 200);

/** Checks all that is offered at a place; how many that was. */
function holdsAt(text: string, at: number): number {
  const before = shipped.read(text);
  const all = shipped.refactor(before, { start: at, end: at });
  for (const { edits, title, kind } of all) {
    const after = edited(text, edits);
    const read = shipped.read(after);
    assert.ok(sameFindings(meaningOf(before), meaningOf(read)), `${title}: other findings in\n${after}`);
    assert.ok(noNewRules(meaningOf(before), meaningOf(read)), `${title}: a rule has more to say of\n${after}`);
    // The words of an abbreviation may stand in the header, which holds no statements.
    if (kind === 'abbreviation') continue;
    const kept = wordsOf(after);
    for (const word of strange(text)) {
      const i = kept.indexOf(word);
      assert.ok(i >= 0, `${title}: "${word}" is lost in\n${after}`);
      kept.splice(i, 1);
    }
    if (kind === 'move') assert.deepEqual(wordsOf(after).sort(), wordsOf(text).sort());
  }
  return all.length;
}

const WORD = /[\p{L}\p{N}]+/gu;
const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/** Words that were not understood. */
function strange(text: string): string[] {
  const { understood } = shipped.read(text);
  const unknown = [...text.matchAll(WORD)].filter(({ index }) => !understood.some(({ range }) => contains(range, index)));
  // Topics that are levels are of another notation afterwards; articles go with what they belong to.
  return unknown.map(([word]) => word.toLowerCase()).filter((word) => !/^(?:th?|d)\d{1,2}$|^(?:an?|the)$/.test(word));
}

describe('laws of refactoring', function () {
  this.timeout(300_000);

  it('whatever is offered states the same, gives no rule more to say, and loses no word that was not understood', () => {
    let offers = 0;
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...examples), fc.constantFrom(...corpus), carelessly), fc.nat(), (text, at) => {
        offers += holdsAt(text, at % (text.length + 1));
      }),
      { numRuns: RUNS },
    );
    assert.ok(offers > 0, 'nothing was offered');
  });
});
