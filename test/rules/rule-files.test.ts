import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLanguage } from '../../language/language.ts';
import type { Problem } from '../../language/lexicon/lexicon.ts';
import { compileRules } from '../../language/rules/compile.ts';
import type { Rule } from '../../language/rules/rule.ts';
import { testRules } from '../../language/rules/test.ts';
import { packs, rules as sources, templates } from '../../packs/emh.ts';
import { handReader } from './hand-made.ts';

const RUNS = Number(process.env.EMH_RUNS ?? 400);

const sound = (id: string): string =>
  `rule ${id}\ntitle T\nwhen extradural mass at L\nexpect canal narrowing overlapping L\nwarning At {L}.\nbecause B\ngood No mass.\nbad Extradural mass at [D5].\n`;

/** Lines of rules as a hurried author may leave them. */
const line = fc
  .array(
    fc.constantFrom(
      ...[
        'rule a',
        'rule',
        'when',
        'and',
        'or',
        'while',
        'expect',
        'unless',
        'error',
        'hint when',
        'fix',
        'mark',
        'parameter a-b 3',
        'good',
        'bad',
      ],
      ...[
        'mass',
        'called A',
        'at L',
        'levels of A',
        'size of A over a-b',
        'exam is',
        'no',
        'add finding:',
        'replace words by',
        'built-in spelling',
      ],
      ...['{L}', '{', '}', '[', ']', '\\[', '"', ':', '#', '\t', '  ', '\u0000', '\u2028', '\ufeff', '\ud800'],
    ),
    { maxLength: 6 },
  )
  .map((words) => words.join(' '));
const breaks = fc.constantFrom('\n', '\r\n', '\r');
const lines = fc.tuple(fc.array(line, { maxLength: 12 }), breaks).map(([all, mark]) => all.join(mark));
const nonsense = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 200 }),
  lines,
  fc.array(fc.string(), { maxLength: 8 }).map((all) => all.join('\n')),
);

const linesOf = (text: string): number => text.split(/\r\n|\r|\n/).length;

/** The rules of a file as they stand: what is above the first belongs to none. */
const ALL = sources.flatMap(({ text }) => text.split(/^(?=rule )/m).slice(1));
/** Examples of `unused-ignore` speak of other rules. */
const RULES = ALL.filter((text) => !text.startsWith('rule unused-ignore'));
/** A real rule with something in its body replaced; its first line stays, so that it does not become part of the rule above it. */
const mutated = fc
  .tuple(
    fc.constantFrom(...RULES),
    fc.array(fc.tuple(fc.nat(), fc.nat(30), fc.oneof(line, fc.string({ maxLength: 5 }), breaks)), { maxLength: 4 }),
  )
  .map(([text, cuts]) => {
    const [head = '', ...body] = text.split(/(?<=\n)/);
    const changed = cuts.reduce((rest, [at, length, instead]) => {
      const from = at % (rest.length + 1);
      return rest.slice(0, from) + instead + rest.slice(from + length);
    }, body.join(''));
    return `${head.trim()}-mutated\n${changed}\n`;
  });

function assertLocated(problems: readonly Problem[], files: readonly { name: string; text: string }[]): void {
  for (const { file, line: at, message } of problems) {
    const text = files.find(({ name }) => name === file)?.text;
    assert.ok(text !== undefined, `${file} is one of the files`);
    assert.ok(Number.isInteger(at) && at >= 1 && at <= linesOf(text), `${at} is a line of ${linesOf(text)}: ${message}`);
  }
}

/** What a rule does, wherever it stands. */
const withoutPlaces = ({ when, expect, unless, verdicts, mark, good, bad }: Rule): object => {
  const texts = [...good, ...bad].map(({ text, marks }) => ({ text, marks }));
  return { when, expect, unless, verdicts, mark, texts };
};

describe('any text as a rule file', () => {
  it('has its problems within its lines', () => {
    fc.assert(
      fc.property(nonsense, (text) => {
        const file = { name: 'x.emhr', text };
        assertLocated(compileRules([file], handReader).problems, [file]);
      }),
      { numRuns: RUNS },
    );
  });

  it('leaves sound rules around it as they are, in its file and in others', () => {
    const alone = compileRules([{ name: 'x', text: sound('first') }], handReader).rules[0];
    assert.ok(alone);
    fc.assert(
      fc.property(nonsense, (text) => {
        const files = [
          { name: 'a.emhr', text: `${sound('first')}rule broken\n${text}\n${sound('second')}` },
          { name: 'b.emhr', text },
          { name: 'c.emhr', text: sound('third') },
        ];
        const { rules, problems } = compileRules(files, handReader);
        assertLocated(problems, files);
        assert.ok(problems.every(({ file }) => file !== 'c.emhr'));
        assert.ok(problems.every(({ file, line: at }) => file !== 'a.emhr' || (at > 8 && at < linesOf(files[0]?.text ?? '') - 8)));
        for (const id of ['first', 'second', 'third']) {
          const rule = rules.find((each) => each.id === id);
          assert.deepEqual(rule && withoutPlaces(rule), withoutPlaces(alone));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('made of the rules that ship by a few slips, leaves those beside them working', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(
        fc.array(mutated, { minLength: 1, maxLength: 6 }),
        fc.uniqueArray(fc.nat(RULES.length - 1), { minLength: 1, maxLength: 4 }),
        (wrong, right) => {
          const text = wrong.flatMap((each, i) => [each, RULES[right[i] ?? -1] ?? '']).join('');
          const files = [{ name: 'x.emhr', text }];
          const { rules, problems, read } = createLanguage({ packs, rules: files, templates });
          assertLocated(problems, files);
          const kept = right.slice(0, wrong.length).map((i) => /^rule (\S+)/.exec(RULES[i] ?? '')?.[1]);
          const beside = rules.filter(({ id }) => kept.includes(id));
          assert.equal(beside.length, kept.length);
          assert.deepEqual(
            testRules(beside, rules, (example) => read(example).diagnostics),
            [],
          );
        },
      ),
      { numRuns: Math.ceil(RUNS / 8) },
    );
  });
});
