import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPlaces } from '../../language/assist/before-signing.ts';
import { createLanguage } from '../../language/language.ts';
import { packs, rules } from '../../packs/emh.ts';
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
  const fields = (text: string) => open(text).flatMap(([kind, words]) => (kind === 'field' ? [words] : []));

  it('are brackets on one line', () => {
    assert.deepEqual(fields('Telephoned to [name] at [time]. [] Liver [normal | large].'), ['[name]', '[time]', '[]', '[normal | large]']);
  });

  it('are not in comments or quotes, and are no numbers of images or words of their writer', () => {
    assert.deepEqual(fields('// [side]\n"[level]" See [12] and [3/45] [sic]. “[text]” [le\nvel] [date]'), ['[date]']);
  });

  it('are told also where a site has turned their rule off', () => {
    const quiet = createLanguage({ packs, rules, severities: { 'field-unfilled': 'off' } });
    const kinds = openPlaces(quiet.read('FINDINGS\nNormal study. [date]\n'), quiet.lexicon).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['field']);
  });
});
