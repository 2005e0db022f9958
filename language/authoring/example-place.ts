import type { Example } from '../rules/rule.ts';

/** The offset in an example's text of a place in the rule file (both as its runs count); null outside the example. */
export function exampleFrom(example: Example, place: number): number | null {
  const run = example.runs.findLastIndex(({ file }) => file <= place);
  const here = example.runs[run];
  if (here === undefined) return null;
  const most = example.runs[run + 1]?.at ?? example.text.length;
  const offset = here.at + place - here.file;
  return offset > most ? null : offset;
}
