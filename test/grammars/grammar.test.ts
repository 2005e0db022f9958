import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grammarFiles } from '../../scripts/generate-grammar.ts';
import { snippetsText } from '../../scripts/generate-snippets.ts';
import { root } from '../../scripts/root.ts';
import { tokenize } from './tokenize.ts';

const committed = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Words in order with their scopes, of those that have one. */
const scopesOf = async (text: string, scope?: string): Promise<string[]> =>
  (await tokenize(text, scope)).filter((each) => !each.scope.startsWith('punctuation')).map((each) => `${each.text}: ${each.scope}`);

describe('the TextMate grammars', () => {
  it('are those that the lexicon gives', () => {
    for (const { path, text } of grammarFiles()) assert.ok(committed(path) === text, `${path} is stale: run \`npm run generate\``);
  });

  it('come with snippets that are not stale either', () => {
    assert.ok(committed('snippets/emh.json') === snippetsText(), 'run `npm run generate`');
  });

  const lines: [string, string[]][] = [
    ['Exam: anything', ['Exam: keyword.other.header']],
    ['FINDINGS:', ['FINDINGS: entity.name.section']],
    ['Impression: No mass.', ['Impression: entity.name.section', 'No: keyword.control.negation', 'mass: entity.name.type.finding']],
    ['Odd topic: qwerty', ['Odd topic: entity.name.tag.topic']],
    ['Cord compression at D4-D7.', ['Cord compression: entity.name.type.finding', 'D4-D7: constant.other.level']],
    ['at T1, T4 to T7', ['T1: constant.other.level', 'T4 to T7: constant.other.level']],
    ['T1 and T2 isointense', ['T1 and T2: support.type.sequence', 'isointense: support.constant.signal']],
    ['T2-weighted', ['T2-weighted: support.type.sequence']],
    ['severe, 5.2 x 3.7 cm', ['severe: storage.modifier.severity', '5.2 x 3.7: constant.numeric.measure', 'cm: keyword.other.unit']],
    [
      'mass // emh-ignore level-drift: why',
      ['mass: entity.name.type.finding', ' emh-ignore: keyword.other.ignore', ' level-drift: why: comment.line.double-slash'],
    ],
    ['"mass" at [levels]', ['"mass": string.quoted.double', '[levels]: variable.parameter.field']],
  ];
  for (const [line, expected] of lines) it(`colours \`${line}\``, async () => assert.deepEqual(await scopesOf(line), expected));

  it('colours rules, with the phrases of reports in them', async () => {
    assert.deepEqual(await scopesOf('rule some-rule\nwhen     cord compression at L', 'text.emh.rules'), [
      'rule: keyword.control.rule',
      'some-rule: entity.name.function.rule',
      'when: keyword.other',
      'cord compression: entity.name.type.finding',
      'L: variable.parameter',
    ]);
  });

  it('colours templates like reports', async () => {
    assert.deepEqual(await scopesOf('FINDINGS', 'text.emh.template'), ['FINDINGS: entity.name.section']);
  });
});
