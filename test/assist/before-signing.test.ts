import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { openPlaces } from '../../language/assist/before-signing.ts';
import { openFields } from '../../language/assist/open-fields.ts';
import { root } from '../../scripts/root.ts';
import { language } from './check.ts';

const open = (text: string): [string, string][] =>
  openPlaces(language.read(text), language.lexicon).map(({ kind, words }) => [kind, words]);
const example = (name: string): string => readFileSync(join(root, 'examples', name), 'utf8');

describe('before signing', () => {
  it('nothing is open in a sound report', () => {
    const sound = readdirSync(join(root, 'examples')).filter((name) => /^[^.]+\.emh$/.test(name));
    assert.ok(sound.length > 3);
    for (const name of sound) assert.deepEqual(open(example(name)), [], name);
  });

  it('names what is open, the gravest first', () => {
    const report = `FINDINGS
Spinal canal: Canal narrowing and cord compression at D4 to D7. Kidneys [normal|small].

IMPRESSION
1. Cord compression at D4 to D9.
`;
    assert.deepEqual(open(report), [
      ['error', 'D4 to D9'],
      ['communication', 'Cord compression'],
      ['impression', 'IMPRESSION'],
      ['field', '[normal|small]'],
    ]);
  });

  it('counts what would bring an impression in step, and items that rest on nothing', () => {
    const report = 'FINDINGS\nExtradural mass D4 to D6.\n\nIMPRESSION\n1. Extradural mass D4 to D8.\n2. Left pleural effusion.\n';
    const messages = openPlaces(language.read(report), language.lexicon).flatMap(({ kind, message }) =>
      kind === 'impression' ? [message] : [],
    );
    assert.deepEqual(messages, ['1 change would bring the impression in step.', '1 item of the impression rests on no finding.']);
  });

  it('misses the impression where there are findings to sum up', () => {
    assert.ok(open('FINDINGS\nExtradural mass D4 to D6.\n').some(([kind]) => kind === 'impression'));
    assert.deepEqual(open('FINDINGS\nNormal study.\n'), []);
  });

  it('follows what a site turned off, and silenced rules', () => {
    const report = 'FINDINGS\nCanal narrowing and cord compression at D4.\n\nIMPRESSION\n';
    const told = (item: string) => open(report + item).filter(([kind]) => kind === 'communication').length;
    assert.equal(told('1. Cord compression at D4.\n'), 1);
    assert.equal(told('// emh-ignore critical-not-communicated: told in the round\n1. Cord compression at D4.\n'), 0);
  });
});

describe('open fields', () => {
  const fields = (text: string) => openFields(text).map(({ start, end }) => text.slice(start, end));

  it('are brackets on one line', () => {
    assert.deepEqual(fields('Telephoned to [name] at [time]. [] Liver [normal | large].'), ['[name]', '[time]', '[]', '[normal | large]']);
  });

  it('are not in comments or quotes, and are no numbers of images', () => {
    assert.deepEqual(fields('// [a]\n"[b]" See [12] and [3/45]. “[c]” [d\ne] [f]'), ['[f]']);
  });

  it('lie in the text, in order, for any text', () => {
    const text = fc.array(fc.constantFrom('[', ']', '"', '//', '\n', 'a', '“', ' '), { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, (words) => {
        let from = 0;
        for (const { start, end } of openFields(words)) {
          assert.ok(start >= from && /^\[[^[\]\n]*\]$/.test(words.slice(start, end)));
          from = end;
        }
      }),
    );
  });
});
