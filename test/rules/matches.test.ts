import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLanguage } from '../../language/language.ts';
import type { Diagnostic, Match } from '../../language/text/diagnostic.ts';
import { packs, rules as sources, templates } from '../../packs/emh.ts';
import { root } from '../../scripts/root.ts';

/** Each line of the only diagnostic as `key text: words | words`, with `-` before what does not fit. */
function lines(rule: string, text: string): string[] {
  const language = createLanguage({ packs, rules: [{ name: 'test.emhr', text: `rule a-rule\n${rule}` }] });
  const found = language.explainChecks(language.read(text));
  assert.equal(found.length, 1);
  return (found[0]?.matches ?? []).map(({ key, text: words, fits, places }) => {
    const quoted = places.map(({ start, end }) => text.slice(start, end)).join(' | ');
    return `${fits ? '' : '-'}${key} ${words}${quoted === '' ? '' : `: ${quoted}`}`;
  });
}

const withoutMatches = ({ matches, ...rest }: Diagnostic): object => rest;

describe('what a rule matched', () => {
  it('is told for each line, in the order of the file', () => {
    const rule =
      'when mass called M at L\nand exam is MR\nand cord compression called C,\n overlapping L\nexpect canal narrowing overlapping L\nhint M';
    assert.deepEqual(lines(rule, 'Exam: MRI spine\nFINDINGS\nMass at D5. Cord compression at D5.'), [
      'when mass called M at L: Mass at D5',
      'and exam is MR: MRI spine',
      'and cord compression called C, overlapping L: Cord compression at D5',
      '-expect canal narrowing overlapping L',
    ]);
  });

  it('is the way that was taken of those joined by or', () => {
    const rule = 'when splenomegaly called F\nor mass called F\nwhile size of F over 5 cm\nhint when F has levels: M\nhint M';
    assert.deepEqual(lines(rule, 'Mass of 7 cm at D5.'), [
      'or mass called F: Mass of 7 cm at D5',
      'while size of F over 5 cm: 7 cm',
      'hint when F has levels: D5',
    ]);
  });

  it('tells an expected line that fits from one that does not, and what was asked', () => {
    const rule =
      'when mass called M in impression, supported by B\nexpect side of M agrees with side of B\nexpect levels of M within levels of B\nunless splenomegaly\nor statement of M mentions "old"\nhint M';
    assert.deepEqual(lines(rule, 'FINDINGS\nLeft paraspinal mass at D5.\nIMPRESSION\nLeft paraspinal mass at D6.'), [
      'when mass called M in impression, supported by B: Left paraspinal mass at D6 | Left paraspinal mass at D5',
      'expect side of M agrees with side of B: Left | Left',
      '-expect levels of M within levels of B: D6 | D5',
      '-unless splenomegaly',
      '-or statement of M mentions "old"',
    ]);
  });

  it('is the words that were mentioned, and what a built-in check saw', () => {
    assert.deepEqual(lines('when report mentions "blastic"\nhint M', 'Blastic mass.'), ['when report mentions "blastic": Blastic']);
    assert.deepEqual(lines('when built-in level-invalid\nhint M', 'Mass at D14.'), ['when built-in level-invalid: D14']);
    assert.deepEqual(lines('when built-in unused-ignore\nhint M', '// emh-ignore a-rul: x\nMass at D5.'), [
      'when built-in unused-ignore: a-rul',
    ]);
  });

  it('names few of very many', () => {
    const [first = ''] = lines('when all masses called M\nhint M', 'Mass at D5. '.repeat(50));
    assert.equal(first.split(' | ').length, 8);
  });

  describe('of the rules that ship', () => {
    const language = createLanguage({ packs, rules: sources, templates });
    const reports = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.emh'));
    const texts = [
      ...reports.map((name) => readFileSync(join(root, 'examples', name), 'utf8')),
      ...language.rules.flatMap((rule) => rule.bad.map(({ text }) => text)),
    ];
    const all = texts.flatMap((text) => {
      const snapshot = language.read(text);
      return [{ text, plain: snapshot.diagnostics, explained: language.explainChecks(snapshot) }];
    });

    it('changes nothing else of the diagnostics, which have none unasked', () => {
      for (const { plain, explained } of all) {
        assert.deepEqual(explained.map(withoutMatches), plain);
        assert.ok(plain.every(({ matches }) => matches === undefined));
      }
    });

    it('is complete: what is there fits, something expected is missing, nothing excuses it', () => {
      const byId = new Map(language.rules.map((rule) => [rule.id, rule]));
      const seen = new Set<string>();
      for (const { text, explained } of all) {
        for (const { rule: id, matches = [] } of explained) {
          const rule = byId.get(id);
          assert.ok(rule);
          seen.add(id);
          const of = (part: Match['part']): Match[] => matches.filter((match) => match.part === part);
          assert.ok(of('when').length >= Math.max(1, rule.when.length) && of('when').every(({ fits }) => fits), id);
          assert.equal(
            of('expect').some(({ fits }) => !fits),
            rule.expect.length > 0,
            id,
          );
          assert.equal(of('unless').length, rule.unless.flat(2).length, id);
          assert.ok(of('unless').every(({ fits }) => !fits));
          for (const { file, line, key, text: words, places } of matches) {
            const row = sources.find(({ name }) => name === file)?.text.split('\n')[line - 1] ?? '';
            assert.ok(row.startsWith(key), `${file}:${line} begins with ${key}`);
            assert.ok(words.startsWith(row.slice(key.length).trim().split(':')[0] ?? ''), `${file}:${line} is ${words}`);
            assert.ok(places.every(({ start, end }) => start >= 0 && start < end && end <= text.length));
          }
        }
      }
      assert.deepEqual(
        language.rules.map(({ id }) => id).filter((id) => !seen.has(id)),
        [],
      );
    });
  });
});
