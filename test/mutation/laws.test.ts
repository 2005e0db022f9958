import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { applyEdits } from '../../language/text/edit.ts';
import { generateReports } from '../../mutation/generate.ts';
import { CLASS_NAMES, type Mutant } from '../../mutation/mutant.ts';
import { after, mutate } from '../../mutation/mutate.ts';
import { root } from '../../scripts/root.ts';
import { shipped } from '../language/shipped.ts';

const FOLDER = join(root, 'examples');
const EXAMPLES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.emh') && !name.includes('.flawed.'))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'));
const REPORTS = [...EXAMPLES, ...generateReports(60, 7)];

/** Every mutant of a text, up to three of a class. */
const all = (text: string): Mutant[] => mutate(text, shipped, { seed: 5, each: 3 });

describe('mutants', () => {
  const made = REPORTS.map((text) => ({ text, mutants: all(text) }));

  it('differ from their source by their edits and by nothing else', () => {
    for (const { text, mutants } of made) {
      for (const { text: mutated, edits } of mutants) {
        assert.equal(applyEdits(text, edits), mutated);
        assert.notEqual(mutated, text);
        for (const [i, edit] of edits.entries()) assert.ok(i === 0 || (edits[i - 1]?.range.end ?? 0) <= edit.range.start);
      }
    }
  });

  it('say where they are wrong: the range holds the words that changed', () => {
    for (const { mutants } of made) {
      for (const { class: name, text, edits, injected } of mutants) {
        assert.equal(text.slice(injected.range.start, injected.range.end), injected.words);
        const inside = edits.filter(({ range }) => {
          const start = after(range.start, edits, false);
          const end = after(range.end, edits, true);
          return injected.range.start <= start && end <= injected.range.end;
        });
        // An item taken out renumbers the next ones; contrast is stated in title and technique.
        const hasMore = name === 'omitted-item' || name === 'enhancement-without-contrast';
        assert.ok(hasMore ? inside.length > 0 : inside.length === edits.length, `${name}: ${injected.words}`);
        for (const { start, end } of injected.counterparts) assert.ok(0 <= start && start <= end && end <= text.length);
      }
    }
  });

  it('are the same for the same seed, whichever classes are asked for', () => {
    for (const { text, mutants } of made.slice(0, 12)) {
      assert.deepEqual(all(text), mutants);
      const some = mutate(text, shipped, { seed: 5, each: 3, classes: ['level-shift', 'added-item'] });
      assert.deepEqual(some, [
        ...mutants.filter((mutant) => mutant.class === 'level-shift'),
        ...mutants.filter((mutant) => mutant.class === 'added-item'),
      ]);
    }
  });

  it('come of every class', () => {
    const classes = new Set(made.flatMap(({ mutants }) => mutants.map((mutant) => mutant.class)));
    assert.deepEqual(
      CLASS_NAMES.filter((name) => !classes.has(name)),
      [],
    );
  });

  it('are made of any text without an exception', () => {
    const pieces = fc.constantFrom(
      ...[
        'FINDINGS\n',
        'IMPRESSION\n',
        '1. ',
        '- ',
        'No ',
        'left ',
        'D3-D8',
        'T5',
        ' mass',
        '5.2 x 3 cm',
        'cord compression',
        '. ',
        '\n',
        ', ',
        'Ü',
        '\u{1f9b4}',
      ],
      ...[
        'Exam: CT thorax with contrast\n',
        'Patient: 40 F\n',
        'Comparison: None.\n',
        'enhancing ',
        'mild ',
        'without ',
        '---\n',
        'constructor ',
        ' ',
      ],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const mutant of all(text)) assert.equal(applyEdits(text, mutant.edits), mutant.text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an offset after edits', () => {
  const edits = [{ range: { start: 2, end: 4 }, text: 'xyz' }];

  it('stays before them, moves behind them, and takes a side inside them', () => {
    assert.deepEqual(
      [0, 2, 3, 4, 6].map((offset) => [after(offset, edits, false), after(offset, edits, true)]),
      [
        [0, 0],
        [2, 2],
        [2, 5],
        [5, 5],
        [7, 7],
      ],
    );
  });
});
