import assert from 'node:assert/strict';
import { checkReport, type Severities } from '../../language/rules/check.ts';
import { compileRules } from '../../language/rules/compile.ts';
import { testRules } from '../../language/rules/test.ts';
import { applyEdits } from '../../language/text/edit.ts';
import { watch } from '../watch.ts';
import { handReader, handReport } from './hand-made.ts';

const compile = (text: string) => {
  const { rules, problems } = compileRules([{ name: 'test.emhr', text }], handReader);
  assert.deepEqual(
    problems.filter((problem) => !/has no "(title|because|good|bad)"/.test(problem.message)),
    [],
  );
  return rules;
};

function check(rule: string, text: string, more: Parameters<typeof handReport>[1] = {}, severities: Severities = {}) {
  const { report, links } = handReport(text, more);
  return checkReport(compile(`rule a\n${rule}`), report, links, text, severities, handReader);
}

const words = (rule: string, text: string, more: Parameters<typeof handReport>[1] = {}) =>
  check(rule, text, more).map(({ range }) => text.slice(range.start, range.end));

const CORD = `when cord compression at L
expect canal narrowing overlapping L
error when no canal narrowing overlapping L: Denied {at L}.
warning Cord compression {at L} without canal narrowing.
fix add finding: Spinal canal narrowing {at L}.`;

describe('a rule on a report', () => {
  it('fires where what it expects is missing, in the words and letters of the report', () => {
    const text = 'Cord compression at D4-D6. Splenomegaly.';
    const [found, ...others] = check(CORD, text);
    assert.deepEqual(others, []);
    assert.equal(found?.severity, 'warning');
    assert.equal(found?.message, 'Cord compression at D4-D6 without canal narrowing.');
    assert.equal(text.slice(found?.range.start, found?.range.end), 'D4-D6');
    assert.equal(
      applyEdits(text, found?.fixes[0]?.edits ?? []),
      'Cord compression at D4-D6. Spinal canal narrowing at D4-D6. Splenomegaly.',
    );
  });

  it('takes the first message whose condition holds, and points at what it rests on', () => {
    const text = 'No canal narrowing. Cord compression at D5.';
    const [found] = check(CORD, text);
    assert.equal(found?.severity, 'error');
    assert.equal(found?.message, 'Denied at D5.');
    assert.deepEqual(found?.related, [{ message: 'In the findings: "No canal narrowing"', range: { start: 0, end: 18 } }]);
    assert.deepEqual(found?.fixes, []);
  });

  it('is silent on hedges, denials and levels left open', () => {
    for (const text of [
      'Canal narrowing at D5. Cord compression at D5.',
      'Possible canal narrowing. Cord compression at D5.',
      'Canal narrowing at D3-D8. Cord compression at D5.',
      'Possible cord compression at D5.',
      'No cord compression at D5.',
    ]) {
      assert.deepEqual(words(CORD, text), [], text);
    }
  });

  it('leaves out the preposition where no level is stated', () => {
    assert.equal(check(CORD, 'Cord compression.')[0]?.message, 'Cord compression without canal narrowing.');
  });

  const DRIFT =
    'when any finding called A in impression, supported by B\nexpect levels of A within levels of B\nerror {levels of A} or {levels of B}?\nfix replace levels of A by {levels of B}';

  it('compares what the impression states with what it rests on', () => {
    const text = 'Cord compression D4-D7.\nIMPRESSION\nCord compression D4-D9.';
    const [found] = check(DRIFT, text);
    assert.equal(found?.message, 'D4-D9 or D4-D7?');
    assert.equal(applyEdits(text, found?.fixes[0]?.edits ?? []), text.replace('D9', 'D7'));
    assert.deepEqual(words(DRIFT, 'Cord compression D4-D7.\nIMPRESSION\nCord compression D5.'), []);
    assert.deepEqual(words(DRIFT, 'Cord compression D4. Cord compression D6.\nIMPRESSION\nCord compression D4.'), []);
  });

  it('compares sides, grades and sizes with what is left open in agreement', () => {
    const side = 'when any finding called A in impression, supported by B\nexpect side of A agrees with side of B\nerror M';
    assert.deepEqual(words(side, 'Left mass.\nIMPRESSION\nRight mass.'), ['Right']);
    assert.deepEqual(words(side, 'Bilateral mass.\nIMPRESSION\nRight mass.'), []);
    assert.deepEqual(words(side, 'Mass.\nIMPRESSION\nRight mass.'), []);
    const size = side.replaceAll('side', 'size');
    assert.deepEqual(words(size, 'Mass of 5.2 cm.\nIMPRESSION\nMass of 4.2 cm.'), ['4.2 cm']);
    assert.deepEqual(words(size, 'Mass of 5.2 cm.\nIMPRESSION\nMass of 52 mm.'), []);
    assert.deepEqual(words(size, 'Mass of 52 mm.\nIMPRESSION\nMass of 5 cm.'), []);
    const tenfold = 'when any finding called A in impression, supported by B\nand size of A ten times size of B\nerror M';
    assert.deepEqual(words(tenfold, 'Mass of 5.2 cm.\nIMPRESSION\nMass of 5.2 mm.'), ['5.2 mm']);
    const grade = side.replaceAll('side', 'severity');
    assert.equal(check(grade, 'Moderate to severe canal narrowing.\nIMPRESSION\nMild canal narrowing.').length, 1);
    assert.equal(check(grade, 'Moderate to severe canal narrowing.\nIMPRESSION\nSevere canal narrowing.').length, 0);
  });

  it('writes a fix in the letter case of the words that it replaces', () => {
    const rule =
      'when any finding called A in impression, supported by B\nexpect severity of A agrees with severity of B\nerror M\nfix replace head of A by {severity of B}\nfix replace severity of A by {severity of B}';
    const fixes = check(rule, 'Severe canal narrowing.\nIMPRESSION\nMild canal narrowing.')[0]?.fixes.map(({ title }) => title);
    assert.deepEqual(fixes, ['Replace "canal narrowing" by "severe"', 'Replace "Mild" by "Severe"']);
  });

  it('finds contradictions of one finding, not of another site or level', () => {
    const rule =
      'when any finding called F at L on S\nand the same finding as F called N, denied, overlapping L, on S\nmark head of N\nerror M';
    assert.deepEqual(words(rule, 'No paraspinal mass. Left paraspinal mass at D5.'), ['paraspinal mass']);
    assert.deepEqual(words(rule, 'No extradural mass. Left paraspinal mass at D5.'), []);
    assert.deepEqual(words(rule, 'No mass. Left paraspinal mass at D5.'), []);
    assert.deepEqual(words(rule, 'No right paraspinal mass. Left paraspinal mass at D5.'), []);
    assert.deepEqual(words(rule, 'No paraspinal mass at D9. Left paraspinal mass at D5.'), []);
  });

  it('takes several findings together with "all"', () => {
    const rule =
      'when cord compression called C\nand all extradural masses called M, with levels\nexpect levels of C within levels of M\nerror M';
    assert.deepEqual(words(rule, 'Extradural mass at D3-D5. Extradural mass at D6. Cord compression at D5-D6.'), []);
    assert.deepEqual(words(rule, 'Extradural mass at D3-D5. Cord compression at D9.'), ['D9']);
    assert.deepEqual(words(rule, 'Cord compression at D9.'), []);
  });

  it('asks for the examination, the words and the impression', () => {
    const rule = 'when any finding with enhancement\nand exam without contrast\nerror M';
    assert.deepEqual(words(rule, 'Enhancing mass.', { contrast: 'without' }), ['Enhancing']);
    assert.deepEqual(words(rule, 'Enhancing mass.'), []);
    assert.deepEqual(words('when mass\nand exam is CT or MR\nerror M', 'Mass.', { modality: 'CT' }), ['Mass']);
    assert.deepEqual(
      words('when mass called M\nunless statement of M mentions "other" or rest\nerror M', 'Mass. Other mass. Another mass.'),
      ['Mass', 'mass'],
    );
    assert.deepEqual(
      words(
        'when critical finding called F\nand report has impression\nand no impression item states F\nerror M',
        'Cord compression.\nIMPRESSION\nMass.',
      ),
      ['Cord compression'],
    );
    assert.deepEqual(
      words('when critical finding called F\nand report has impression\nand no impression item states F\nerror M', 'Cord compression.'),
      [],
    );
    assert.deepEqual(words('when any finding called A in impression, unsupported\nerror M', 'Mass.\nIMPRESSION\nSplenomegaly.'), [
      'Splenomegaly',
    ]);
  });

  it('wants any of the lines joined by "or"', () => {
    const rule = 'when cord compression at L\nor canal narrowing at L\nunless mass overlapping L\nor splenomegaly\nhint M';
    assert.deepEqual(words(rule, 'Canal narrowing at D5. Cord compression at D6.'), ['D5', 'D6']);
    assert.deepEqual(words(rule, 'Canal narrowing at D5. Mass at D5. Cord compression at D6.'), ['D6']);
    assert.deepEqual(words(rule, 'Canal narrowing at D5. Splenomegaly.'), []);
  });

  it('excuses by several lines together with "while"', () => {
    const rule =
      'when splenomegaly called F\nunless mass called M\nwhile size of M over 3 cm\nor mass called M\nwhile statement of M mentions "large"\nhint M';
    assert.deepEqual(words(rule, 'Splenomegaly. Mass of 4 cm.'), []);
    assert.deepEqual(words(rule, 'Splenomegaly. Mass of 2 cm.'), ['Splenomegaly']);
    assert.deepEqual(words(rule, 'Splenomegaly. Large mass.'), []);
  });

  it('speaks of the first mention alone where the rule says so', () => {
    const rule = 'when cord compression called C\nunless cord compression earlier than C\nhint M';
    assert.deepEqual(words(rule, 'Cord compression at D5. Cord compression at D6.'), ['Cord compression']);
  });

  it('tells a finding from its site in the impression', () => {
    const rule = 'when extradural mass called F\nand no impression item names the site of F\nhint M';
    const check = (text: string) => {
      const { report } = handReport(text);
      return checkReport(compile(`rule a\n${rule}`), report, [], text, {}, handReader).length;
    };
    assert.equal(check('Extradural mass.\nIMPRESSION\nParaspinal mass.'), 1);
    assert.equal(check('Extradural mass.\nIMPRESSION\nPossible extradural mass.'), 0);
  });

  it('says the built-in checks in the words of their rule', () => {
    const wordProblems = [{ kind: 'reversed' as const, range: { start: 8, end: 13 }, words: 'D8-D4', suggestions: ['D4-D8'] }];
    const rule = 'when built-in level-range-reversed\nerror "{words}" runs upwards.\nfix replace words by {suggestion}';
    const [found] = check(rule, 'Mass at D8-D4.', { wordProblems });
    assert.equal(found?.message, '"D8-D4" runs upwards.');
    assert.equal(applyEdits('Mass at D8-D4.', found?.fixes[0]?.edits ?? []), 'Mass at D4-D8.');
  });

  it('offers no other notation of what is no level', () => {
    const range = { start: 20, end: 23 };
    const mixed = { kind: 'mixed' as const, range, words: 'T14', suggestions: ['D14'] };
    const invalid = { kind: 'invalid' as const, range, words: 'T14', suggestions: ['T12'] };
    const rule = 'when built-in level-notation-mixed\ninfo {words} would be {suggestion}.';
    assert.deepEqual(words(rule, 'Mass at D5. Mass at T14.', { wordProblems: [mixed] }), ['T14']);
    assert.deepEqual(words(rule, 'Mass at D5. Mass at T14.', { wordProblems: [invalid, mixed] }), []);
  });

  it('minds severities and emh-ignore', () => {
    const severities = (a: string) => check(CORD, 'Cord compression at D5.', {}, { a }).map(({ severity }) => severity);
    assert.deepEqual([severities('off'), severities('hint'), severities('loud')], [[], ['hint'], ['warning']]);
    const ignore = (rule: string) => [{ rules: [rule], reason: '', range: { start: 0, end: 0 } }];
    assert.deepEqual(words(CORD, 'Cord compression at D5.', { ignores: ignore('a') }), []);
    assert.deepEqual(words(CORD, 'Cord compression at D5.', { ignores: ignore('b') }), ['D5']);
  });

  it('looks so many times at each finding, for rules that join everything with everything', () => {
    const rules = compile(
      'rule a\nwhen any finding called A\nand any finding called B\nand any finding called C\nand the same finding as A on the other side from C\nerror M',
    );
    const looks = (count: number): number => {
      const text = 'Left mass at D5. '.repeat(count);
      const { report, links } = handReport(text);
      const { watched, looks } = watch(report.findings);
      checkReport(rules, { ...report, findings: watched }, links, text, {}, handReader);
      return looks();
    };
    const [few, many] = [looks(24), looks(96)];
    assert.ok(few > 24 && many < 4 * few, `${few} looks at 24 findings, ${many} at 96`);
  });

  it('holds every finding of a long report against every other', () => {
    const rule =
      'when any finding called A\nand the same finding as A called B, earlier than A\nand size of A differs from size of B\nhint M';
    const text = `${'Left mass of 2 cm. '.repeat(999)}Left mass of 9 cm.`;
    assert.deepEqual(words(rule, text), ['9 cm']);
  });

  it('says of which rule it could not look at all of a report, and calls no comment that silences it unused', () => {
    const rules = compile(
      'rule a\nwhen any finding called A\nand any finding called B\nand any finding called C\nand size of A differs from size of C\nerror M\n\nrule b\nwhen splenomegaly\nhint M\n\nrule c\nwhen built-in unused-ignore\nhint M',
    );
    const text = `${'Mass of 2 cm. '.repeat(60)}Splenomegaly.`;
    const { report, links } = handReport(text, { ignores: [{ rules: ['a', 'b'], reason: '', range: { start: 0, end: 0 } }] });
    const found = checkReport(rules, report, links, text, { 'rule-unfinished': 'off' }, handReader);
    assert.deepEqual(
      found.map(({ rule, severity, unfinished }) => [rule, severity, unfinished]).filter(([rule]) => rule !== 'c'),
      [['rule-unfinished', 'warning', 'a']],
    );
    assert.equal(text.slice(found[0]?.range.start, found[0]?.range.end), 'Mass of 2 cm.');
    assert.ok(found.every(({ message }) => !message.includes('rule b was')));
    assert.deepEqual(words('when any finding called A\nand any finding called B\nerror M', 'Mass. Splenomegaly.'), [
      'Mass',
      'Splenomegaly',
    ]);
  });

  it('looks for what stands in one statement in that statement alone', () => {
    const rule = 'when any finding called A\nand any finding called B, in the same statement as A\nhint M';
    const count = (n: number): number => {
      const text = 'Mass of 2 cm. '.repeat(n);
      const { report, links } = handReport(text);
      return checkReport(compile(`rule a\n${rule}`), report, links, text, {}, handReader).length;
    };
    // Of 4,000 findings all pairs are more than a rule may look at.
    assert.equal(count(4000), 0);
  });

  it('tries an example by its own rule alone, and by all where it speaks of what they say', () => {
    const rules = compile(
      'rule a\nwhen mass\nhint M\ngood Splenomegaly.\n\nrule b\nwhen splenomegaly\nhint M\ngood Mass.\n\nrule c\nwhen built-in unused-ignore\nhint M\ngood No mass.',
    );
    const asked: string[] = [];
    testRules(rules.slice(1), rules, (_, some) => {
      asked.push(some.map(({ id }) => id).join());
      return [];
    });
    assert.deepEqual(asked, ['b', 'a,b,c']);
  });

  it('runs examples and names those that fail', () => {
    const rules = compile(
      `rule a\n${CORD}\ntitle T\nbecause B\ngood Cord compression at D5.\ngood No cord compression.\nbad Cord compression at [D5].\nbad [Cord compression] at D5.\nbad No [mass].`,
    );
    const failures = testRules(rules, rules, (text) => {
      const { report, links } = handReport(text);
      return checkReport(rules, report, links, text, {}, handReader);
    });
    assert.deepEqual(
      failures.map(({ line, message }) => `${line}: ${message}`),
      ['9: fires at [D5]', '12: should fire at [Cord compression], but fires at [D5]', '13: should fire at [mass], but fires at nothing'],
    );
  });
});
