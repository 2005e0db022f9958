import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { problemsOf } from '../../language/authoring/problems.ts';
import { createLanguage } from '../../language/language.ts';
import { packs, rules, templates } from '../../packs/emh.ts';
import { language, reading, wrongIn } from './check.ts';

const rule = (lines: string, examples = 'good     No mass.\nbad      [Mass] at D5.'): string =>
  `rule a-rule\ntitle    A title\n${lines}\nbecause  A reason.\n${examples}\n`;

describe('what is wrong with a rule file', () => {
  it('is nothing in a sound one', () => assert.deepEqual(wrongIn(rule('when     mass\nerror    A mass.')), []));

  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['when     mass with zize\nerror    M', 'zize', /no word of the vocabulary/],
    ['when     cord compresion\nerror    M', 'cord compresion', /names no finding/],
    ['when     mass at L\nexpect   canal narrowing overlapping K\nerror    M', 'K', /Nothing above is called K/],
    ['when     mass at L\nerror    Levels {K} differ.', 'K', /Nothing above is called K/],
    ['when     mass at L\nerror    Levels {levls of L} differ.', 'levls of L', /says nothing/],
    ['when     mass\nexpct    mass\nerror    M', 'expct', /begins no line/],
    ['when     mass below T99\nerror    M', 'T99', /no vertebral level/],
    ['when     mass called M\nand      size of M over big-mm\nerror    M', 'big-mm', /neither a number nor a parameter/],
    ['when     exam is fluoroscopy\nerror    M', 'fluoroscopy', /no kind of examination/],
    ['when     mass\nerror when no mass overlapping Q: M\nerror    M', 'Q', /Nothing above is called Q/],
    ['when     mass\nerror    M\nfix      remove A', 'A', /Nothing above is called A/],
    ['when     mass\nerror    M\nmark     colour of A', 'colour of A', /cannot be marked/],
  ];
  for (const [lines, words, says] of cases) {
    it(`marks ${words} in ${JSON.stringify(lines.split('\n').slice(0, 2).join(' / '))}`, () => {
      const found = wrongIn(rule(lines)).find(([, message]) => says.test(message));
      assert.ok(found, JSON.stringify(wrongIn(rule(lines))));
      assert.equal(found[0], words);
    });
  }

  it('counts from the words as they stand, whatever the line ends, tabs and lines that go on', () => {
    const text = rule('when     mass at L\nexpect   canal narrowing\n\t\toverlapping K\nerror    M').replaceAll('\n', '\r\n');
    const [found] = problemsOf(reading(text));
    assert.equal(text.slice(found?.range.start, (found?.range.end ?? 0) + 2), 'K\r\n');
  });

  it('is an example that fires and must not, at the words where it does', () => {
    assert.deepEqual(
      wrongIn(rule('when     mass\nerror    M', 'good     A \\[big\\] mass at D5.\nbad      [Mass] at D5.')).map(([words]) => words),
      ['mass'],
    );
  });

  it('is an example that must fire and does not, at the words where it must', () => {
    const [[words, message] = []] = wrongIn(rule('when     mass\nerror    M', 'good     No mass.\nbad\n  FINDINGS\n  No [mass] at D5.'));
    assert.equal(words, 'mass');
    assert.match(message ?? '', /should fire at \[mass\], but fires at nothing/);
  });

  it('is an example that fires at other words than those marked', () => {
    const [[words] = []] = wrongIn(rule('when     mass\nerror    M', 'good     No mass.\nbad      [Mass at D5].'));
    assert.equal(words, 'Mass');
  });

  it('is once a bad example without brackets', () => {
    const found = wrongIn(rule('when     mass\nerror    M', 'good     No mass.\nbad      Mass at D5.'));
    assert.deepEqual(found, [['Mass at D5.', 'A bad example needs the offending words in [square brackets].']]);
  });

  it('is a rule that stands there already, above or in another file', () => {
    const text = `${rule('when     mass\nerror    M')}\n${rule('when     mass\nerror    M')}`;
    assert.match(wrongIn(text)[0]?.[1] ?? '', /stands already above, in line 1/);
    const others = createLanguage({ packs, rules: [{ name: 'file:///o/others.emhr', text: rule('when mass\nerror M') }] });
    const twin = problemsOf(others.readRules({ name: 'file:///o/mine.emhr', text: rule('when     mass\nerror    M') }));
    assert.match(twin[0]?.message ?? '', /stands already in others\.emhr, line 1/);
    assert.deepEqual(problemsOf(others.readRules({ name: 'file:///o/others.emhr', text: rule('when     mass\nerror    M') })), []);
  });

  it('leaves the rules around a broken one alone', () => {
    const text = `nonsense\n${rule('when     mass\nerror    M')}\nrule b\nwhen when\n\n${rule('when     mass\nerror    M').replace('a-rule', 'c-rule')}`;
    const lines = problemsOf(reading(text)).map(({ range }) => text.slice(0, range.start).split('\n').length);
    assert.ok(
      lines.every((line) => line === 1 || (line >= 9 && line <= 11)),
      String(lines),
    );
  });

  it('is nothing in the rules that ship', () => {
    const shipped = createLanguage({ packs, rules, templates });
    for (const { name, text } of rules)
      assert.deepEqual(problemsOf(shipped.readRules({ name: `file:///project/${name}`, text })), [], name);
    assert.equal(readFileSync(rules[0]?.name ?? '', 'utf8'), rules[0]?.text);
  });

  it('is found again only in what was changed', () => {
    const text = `${rule('when     mass\nerror    M')}\n${rule('when     mass\nerror    M').replace('a-rule', 'b-rule')}`;
    const before = reading(text);
    const { rules: after } = language.readRules({ name: 'test.emhr', text: text.replace('A title', 'Another title') }, before);
    assert.equal(after[1]?.rule, before.rules[1]?.rule);
    assert.notEqual(after[0]?.rule, before.rules[0]?.rule);
  });
});
