import assert from 'node:assert/strict';
import { compileRules } from '../../language/rules/compile.ts';
import { handReader } from './hand-made.ts';

/** The clauses of each step's ways by type, in the order in which they are asked. */
function asked(lines: string): { when: string[][]; unless: string[][] } {
  const { rules, problems } = compileRules([{ name: 'a.emhr', text: `rule a\n${lines}\nerror M` }], handReader);
  assert.deepEqual(
    problems.filter(({ isMinor }) => !isMinor),
    [],
  );
  const types = (steps: NonNullable<(typeof rules)[0]>['when']): string[][] =>
    steps.flatMap((step) => step.map((way) => way.map((clause) => clause.type)));
  return { when: types(rules[0]?.when ?? []), unless: types(rules[0]?.unless ?? []) };
}

describe('when the lines of a rule are asked', () => {
  it('asks a condition as soon as what it speaks of is known', () => {
    assert.deepEqual(asked('when mass called A\nand mass called B\nand side of A is left').when, [['pattern', 'is', 'pattern']]);
    assert.deepEqual(asked('when mass called A\nand mass called B\nand side of A agrees with side of B').when, [
      ['pattern', 'pattern', 'compare'],
    ]);
    assert.deepEqual(asked('when mass called A\nunless mass called B\nwhile side of A is left\nwhile side of B is right').unless, [
      ['is', 'pattern', 'is'],
    ]);
  });

  it('keeps ways apart, and lines that ask for words in their place', () => {
    assert.deepEqual(asked('when mass called A\nor splenomegaly called A\nand side of A is left').when, [['pattern'], ['pattern'], ['is']]);
    assert.deepEqual(asked('when mass called A\nand statement of A mentions "left"\nand mass called B\nand side of A is left').when, [
      ['pattern', 'is', 'mentions', 'pattern'],
    ]);
  });
});
