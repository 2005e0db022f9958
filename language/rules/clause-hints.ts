/** What was probably meant by words that are not understood, or that were taken for a finding. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/^patient(?:'s)? age\b/, 'The age is asked for by "patient age over 5" or "patient age under 5"; two lines make a range.'],
  [/\b(?:more|greater|larger|bigger|older|longer) than\b|[>≥]/, 'Write "over", as in "over 5".'],
  [/\b(?:less|smaller|fewer|younger|shorter) than\b|[<≤]/, 'Write "under", as in "under 5".'],
  [/\b(?:between|at least|at most)\b/, 'Numbers are compared by "over" and "under"; two lines make a range.'],
  [/\band\b/, 'What has to hold as well stands on a line of its own, which begins with "and".'],
  [/\bor\b/, 'Another way stands on a line of its own, which begins with "or".'],
  [/\b(?:over|under)\b/, 'Numbers are compared on a line of their own: "size of A over 5 cm".'],
  [/^[A-Z] (?:at|overlapping|within|beyond|outside|near|far from|above|below)\b/, 'Levels are compared by "levels of L near D5".'],
];

/** Such a hint, as a sentence behind another; empty where nothing is known. `from` is where the trouble begins. */
export function hintFor(text: string, from = 0): string {
  const rest = text.slice(Math.max(text.lastIndexOf(' ', from - 2) + 1, 0));
  const [, says] = HINTS.find(([pattern], i) => pattern.test(i === 0 || pattern.source.startsWith('^') ? text : rest)) ?? [];
  return says === undefined ? '' : ` ${says}`;
}
