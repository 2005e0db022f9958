import { type Spelling, spell } from '../language/impression/spelling.ts';
import { capital } from '../language/impression/words.ts';
import type { Fact, Plan } from './plan.ts';
import type { Random } from './random.ts';

/** How one section of a report writes things. */
export interface Manner {
  readonly thoracic: 'D' | 'T';
  readonly spelling: Spelling;
  /** Between the ends of a range. */
  readonly joint: string;
  readonly disc: string;
  readonly unit: 'cm' | 'mm';
  readonly times: string;
  /** What stands for `{dx}`; null leaves it out together with its comma. */
  readonly diagnosis: string | null;
}

/** A sentence of the phrases with the facts in it, with a capital and without a full stop. */
export function fill(sentence: string, fact: Fact | null, plan: Plan, manner: Manner, random: Random): string {
  const withDiagnosis = manner.diagnosis === null ? sentence.replaceAll(', {dx}', '') : sentence.replaceAll('{dx}', manner.diagnosis);
  const filled = withDiagnosis.replaceAll(/\{(\w+)\}/g, (_, slot: string) => value(slot, fact, plan, manner, random));
  return spell(
    capital(filled.trim()).replaceAll(/\. ([a-z])/g, (_, letter: string) => `. ${letter.toUpperCase()}`),
    manner.spelling,
  );
}

function value(slot: string, fact: Fact | null, plan: Plan, manner: Manner, random: Random): string {
  if (slot === 'dorsal') return manner.thoracic === 'D' ? 'dorsal' : 'thoracic';
  if (slot === 'date') return plan.date;
  if (slot === 'priorDate') return plan.priorDate ?? '';
  if (fact === null) return '';
  const { side, grade, levels, within, discs, sizeMm, beforeMm } = fact;
  const values: Readonly<Record<string, () => string>> = {
    side: () => side,
    sided: () => `${side}-sided`,
    grade: () => grade,
    at: () => at(levels, manner, random),
    L: () => run(levels, manner),
    atc: () => at(within, manner, random),
    C: () => run(within, manner),
    discs: () => discs.map((disc) => letters(disc, manner).replace('-', manner.disc)).join(' and '),
    size: () => size(sizeMm, manner),
    before: () => size(beforeMm, manner),
  };
  return values[slot]?.() ?? '';
}

const letters = (words: string, { thoracic }: Manner): string => words.replaceAll(/T(?=\d)/g, thoracic);

/** `D3-D8`, `D5 and D6`, `D5` */
function run(levels: readonly string[], manner: Manner): string {
  const [first = ''] = levels;
  const last = levels.at(-1) ?? '';
  const words = levels.length === 1 ? first : `${first}${levels.length === 2 ? ' and ' : manner.joint}${last}`;
  return letters(words, manner);
}

/** With its preposition. */
function at(levels: readonly string[], manner: Manner, random: Random): string {
  const words = run(levels, manner);
  if (levels.length < 3) return random.pick([`at ${words}`, `at the ${words} level${levels.length === 1 ? '' : 's'}`, `at ${words}`]);
  const [first = ''] = levels;
  const spoken = letters(`from ${first} to ${levels.at(-1)}`, manner);
  return random.pick([spoken, spoken, `at ${words}`, manner.joint === ' to ' ? `at ${words}` : `from ${words}`]);
}

/** `5.2 x 3.7 cm` */
function size(mm: readonly number[], { unit, times }: Manner): string {
  return `${mm.map((n) => (unit === 'mm' ? String(n) : (n / 10).toFixed(1))).join(times)} ${unit}`;
}
