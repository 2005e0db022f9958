import assert from 'node:assert/strict';
import { createLanguage } from '../../language/language.ts';
import { packs } from '../../packs/emh.ts';

/** The language with one rule alone, whose other lines are given. */
export const make = (rule: string, parameters: Readonly<Record<string, number>> = {}) =>
  createLanguage({ packs, rules: [{ name: 'test.emhr', text: `rule a-rule\n${rule}` }], parameters });

/** What the rule underlines. */
export function words(rule: string, text: string, parameters: Readonly<Record<string, number>> = {}): string[] {
  const language = make(rule, parameters);
  assert.deepEqual(
    language.problems.filter((problem) => !/has no "(title|because|good|bad)"/.test(problem.message)),
    [],
  );
  return language.read(text).diagnostics.map(({ range }) => text.slice(range.start, range.end));
}

/** What is wrong with the rule, but for what it lacks. */
export const problems = (rule: string): string[] =>
  make(rule)
    .problems.map(({ message }) => message)
    .filter((message) => !/has no "(title|because|good|bad)"/.test(message));
