import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../language/meaning/finding.ts';
import { LEVELS, levelIndex } from '../../language/meaning/levels.ts';
import { shipped } from '../language/shipped.ts';

const read = (text: string): readonly Finding[] => shipped.read(text).reports[0]?.findings ?? [];
const kind = fc.constantFrom(
  'canal narrowing',
  'cord compression',
  'lymphadenopathy',
  'splenomegaly',
  'ascites',
  'pleural effusion',
  'fracture',
);
const kinds = fc.uniqueArray(kind, { minLength: 2, maxLength: 5 });
const list = (words: readonly string[], last: string): string => `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
const vertebrae = LEVELS.filter((l) => l !== 'coccyx');
const level = fc.constantFrom(...vertebrae);

describe('laws of meaning', () => {
  it('a denial covers a list, whatever is in it', () => {
    fc.assert(
      fc.property(kinds, (words) =>
        assert.deepEqual(
          read(`No ${list(words, 'or')} is seen.`).map((f) => f.presence),
          words.map(() => 'absent'),
        ),
      ),
    );
  });

  it('a denial ends at `but`', () => {
    fc.assert(
      fc.property(kinds, (words) => {
        const [first = '', second = ''] = words;
        assert.deepEqual(
          read(`No ${first} but ${second}.`).map((f) => f.presence),
          ['absent', 'present'],
        );
      }),
    );
  });

  it('a hedge makes possible what it is said of', () => {
    fc.assert(
      fc.property(kind, fc.constantFrom('possible', 'suspicious for', 'cannot exclude', 'probable'), (word, hedge) =>
        assert.deepEqual(
          read(`${hedge} ${word}.`).map((f) => f.presence),
          ['possible'],
        ),
      ),
    );
  });

  it('what trails joined heads belongs to each', () => {
    fc.assert(
      fc.property(level, (at) => {
        const [a, b] = read(`Canal narrowing and cord compression at ${at}.`);
        assert.deepEqual([a?.levels, b?.levels], [[at], [at]]);
      }),
    );
  });

  it('a range is every level between its ends, in whichever order, and a list is its members', () => {
    fc.assert(
      fc.property(level, level, (a, b) => {
        const [from, to] = [Math.min(levelIndex(a), levelIndex(b)), Math.max(levelIndex(a), levelIndex(b))];
        const expected = from === to ? [a] : LEVELS.slice(from, to + 1);
        assert.deepEqual(read(`Extradural masses from ${a} to ${b}.`)[0]?.levels, expected);
        assert.deepEqual(
          read(`Masses at ${a} and ${b}.`)[0]?.levels,
          [...new Set([a, b])].sort((x, y) => levelIndex(x) - levelIndex(y)),
        );
      }),
    );
  });

  it('a size is the same in millimetres and centimetres', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (a, b) => {
        const mm = read(`Paraspinal mass, ${a} x ${b} mm.`)[0]?.sizeMm;
        assert.deepEqual(mm, [a, b]);
        assert.deepEqual(read(`Paraspinal mass, ${a / 10} x ${b / 10} cm.`)[0]?.sizeMm, mm);
      }),
    );
  });

  it('each attribute is found where it stands', () => {
    fc.assert(
      fc.property(level, fc.constantFrom('left', 'right'), fc.constantFrom('mild', 'severe'), (at, side, grade) => {
        const text = `There is ${grade} ${side} foraminal narrowing at the ${at} level.`;
        const where = read(text)[0]?.where;
        const words = (part: keyof NonNullable<typeof where>): string => text.slice(where?.[part]?.start, where?.[part]?.end);
        assert.deepEqual([words('severity'), words('side'), words('levels')], [grade, side, at]);
      }),
    );
  });
});
