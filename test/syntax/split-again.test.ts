import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createLexicon } from '../../language/lexicon/create.ts';
import { type Split, split, splitAgain } from '../../language/syntax/split-again.ts';
import { packs } from '../../packs/emh.ts';

const lexicon = createLexicon(packs);
const examples = readdirSync('examples')
  .filter((name) => name.endsWith('.emh'))
  .map((name) => readFileSync(`examples/${name}`, 'utf8'));

const piece = fc.constantFrom(
  '---\n',
  '\n',
  'Exam: MRI spine\n',
  'Patient: 20-year-old female\n',
  'FINDINGS\n',
  'IMPRESSION\n',
  'Mass at D5.\n',
  '1. Mass.\n',
  '// a comment\n',
  '"quoted\n',
  'x',
  ' ',
  '-',
);
const text = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: piece }, { weight: 1, arbitrary: fc.constantFrom(...examples.map((each) => `${each}\n---\n`)) }),
    {
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join(''));

describe('a text split again after a change', () => {
  it('is split as it would be anew, and keeps what stayed the same', () => {
    fc.assert(
      fc.property(
        text,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(60),
        fc.array(piece, { maxLength: 3 }),
        (old, at, remove, insert) => {
          const start = Math.floor(at * old.length);
          const now = old.slice(0, start) + insert.join('') + old.slice(start + remove);
          const before = split(old, lexicon);
          const again = splitAgain(before, now, lexicon);
          const { starts, ends, head, tail } = again;
          const anew = split(now, lexicon);
          assert.deepEqual([starts, ends], [anew.starts, anew.ends]);
          assert.ok(head + tail <= Math.min(starts.length, before.starts.length));
          const word = ({ text, starts, ends }: Split, i: number): string => text.slice(starts.at(i), ends.at(i));
          for (let i = 0; i < head; i++) assert.equal(word(again, i), word(before, i));
          for (let i = 1; i <= tail; i++) assert.equal(word(again, -i), word(before, -i));
        },
      ),
      // Blanks before a line of dashes, typed together with the line above it.
      { numRuns: 1500, examples: [['\n---\n', 0, 1, ['// a comment\n', ' ']]] },
    );
  });

  it('is so change after change near one place, by what is known of each change', () => {
    const change = fc.record({ by: fc.integer({ min: -30, max: 30 }), remove: fc.nat(8), insert: piece, isUndone: fc.boolean() });
    fc.assert(
      fc.property(text, fc.double({ min: 0, max: 1, noNaN: true }), fc.array(change, { maxLength: 8 }), (old, place, changes) => {
        let [now, last] = [split(old, lexicon), split(old, lexicon)];
        let at = Math.floor(place * old.length);
        const put = (words: string, start: number, end: number): void => {
          const own = now.text.slice(0);
          const again = splitAgain(now, own.slice(0, start) + words + own.slice(end), lexicon, { start, end: own.length - end });
          const anew = split(again.text, lexicon);
          assert.deepEqual([again.starts, again.ends], [anew.starts, anew.ends]);
          [last, now] = [now, again];
        };
        for (const { by, remove, insert, isUndone } of changes) {
          at = Math.min(Math.max(at + by, 0), now.text.length);
          const end = Math.min(at + remove, now.text.length);
          put(insert, at, end);
          if (isUndone) put(last.text.slice(at, end), at, at + insert.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('has no empty report before a header that stands in one block with an impression', () => {
    const { starts } = split('Patient: 20 Y\nIMPRESSION\nExam: CT\nPatient: 21 Y\n\nFINDINGS\nMass at D5.\n', lexicon);
    assert.deepEqual(starts, [0]);
  });

  it('parts what stands below as if nothing stood above: what a header begins is told by its own lines and the report before it', () => {
    const keys = fc.subarray(['Exam: CT\n', 'Patient: 3 Y\n', 'Date: 1\n']);
    const body = fc.constantFrom('\nFINDINGS\nMass.\n\n', '\nIMPRESSION\n1. Mass.\n\n', 'IMPRESSION\n', '\n', 'Mass.\n', '---\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.array(body, { maxLength: 2 })), { maxLength: 12 }), (all) => {
        const words = all.flat(2).join('');
        const { starts } = split(words, lexicon);
        for (const [i, start] of starts.entries()) {
          if (i === 0) continue;
          const own = split(words.slice(start), lexicon).starts.map((at) => start + at);
          assert.deepEqual(own, starts.slice(i));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('knows a header by all its keys, also those that the report before it does not have', () => {
    const reports = ['Patient: 20 Y', 'Exam: CT\nPatient: 30 Y', 'Exam: CT thorax'].map(
      (header) => `${header}\n\nIMPRESSION\n1. Mass.\n\n`,
    );
    const { starts } = split(reports.join(''), lexicon);
    assert.deepEqual(starts, [0, reports[0]?.length, reports.slice(0, 2).join('').length]);
  });

  it('has no report of what counts as blank, such as a form feed that was typed over its last word', () => {
    const again = splitAgain(split('Mass.\n---\nx', lexicon), 'Mass.\n---\n\f', lexicon);
    assert.deepEqual([again.starts, again.ends], [[0], [6]]);
  });

  it('keeps all but the report that changed', () => {
    const many = examples.map((each) => each.trim()).join('\n---\n');
    const at = many.indexOf('FINDINGS', many.length / 2);
    const before = split(many, lexicon);
    const { starts, head, tail } = splitAgain(before, `${many.slice(0, at)}x${many.slice(at)}`, lexicon);
    assert.equal(starts.length - head - tail, 1);
  });
});
