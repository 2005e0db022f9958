import type { Clause, Step } from './clause.ts';
import { variablesOfClause } from './clause-variables.ts';
import type { FixPlan, Mark, Rule } from './rule.ts';
import { variablesOf, type Wording } from './wording.ts';

/**
 * Where the `when` lines of a rule begin to ask only whether something is there: what they take from here on is spoken of nowhere else, so
 * that one way in which it is there is as good as all. Null where it is spoken of to the last.
 */
export function tailOf(rule: Rule): Step | Clause | null {
  const isSpokenOf = spokenOf(rule);
  const isFree = (clause: Clause): boolean => {
    if (clause.type === 'mentions') return !isSpokenOf(MENTION);
    return !variablesOfClause(clause, NOTHING).binds.some(isSpokenOf);
  };
  let tail: readonly (Step | Clause)[] = [];
  const parts = rule.when.flatMap((step): readonly (Step | Clause)[] => (step.length === 1 ? (step[0] ?? []) : [step]));
  for (const part of parts.toReversed()) {
    if (!clausesOf(part).every(isFree)) break;
    tail = [part, ...tail];
  }
  const head = parts.slice(0, parts.length - tail.length);
  // What is taken first may be underlined.
  const hasFirst = head.some((part) => clausesOf(part).some(isTaking) && !isStep(part));
  return hasFirst ? (tail.find((part) => clausesOf(part).some(isTaking)) ?? null) : null;
}

const NOTHING: ReadonlySet<string> = new Set();

const isStep = (part: Step | Clause): part is Step => Array.isArray(part);
const clausesOf = (part: Step | Clause): readonly Clause[] => (isStep(part) ? part.flat() : [part]);
const isTaking = ({ type }: Clause): boolean => type === 'pattern';

/** In place of a variable: the words that a `mentions` line found. */
const MENTION = 'mention';

/** Tells of a variable whether the lines behind the `when` lines speak of what it stands for. */
function spokenOf({ when, expect, unless, verdicts, mark }: Rule): (name: string) => boolean {
  const bound = new Set(when.flat(2).flatMap((clause) => variablesOfClause(clause, NOTHING).binds));
  const checks = [...expect, ...unless, ...verdicts.flatMap((verdict) => verdict.when ?? [])].flat(2) as readonly Clause[];
  const spoken = new Set([
    ...checks.flatMap((clause) => variablesOfClause(clause, bound).uses),
    ...(checks.some((clause) => clause.type === 'mentions' && typeof clause.where !== 'string' && clause.where.of === null)
      ? [MENTION]
      : []),
    ...ofMark(mark),
    ...verdicts.flatMap(({ message, fixes }) => [...ofWording(message), ...fixes.flatMap(ofFix)]),
  ]);
  return (name) => spoken.has(name);
}

const ofWording = (wording: Wording): readonly string[] => [
  ...variablesOf(wording),
  ...(wording.some((piece) => piece.type === 'special' && piece.name === 'mention') ? [MENTION] : []),
];

function ofMark(mark: Mark | null): readonly string[] {
  if (mark === null) return [];
  if (mark.type === 'mention') return [MENTION];
  return mark.type === 'part' ? [mark.of] : [];
}

function ofFix(fix: FixPlan): readonly string[] {
  switch (fix.type) {
    case 'replace':
      return [...ofMark(fix.mark), ...ofWording(fix.text)];
    case 'add-finding':
    case 'add-impression':
      return ofWording(fix.text);
    case 'remove':
      return [fix.finding];
    case 'remove-words':
      return [];
  }
}
