import type { Finding } from '../../language/meaning/finding.ts';
import { ATTRIBUTES, type Attribute, type Compared } from './attributes.ts';
import type { Gold } from './gold.ts';
import { KINDS } from './kinds.ts';
import { type IsPart, mayBe, pairUp } from './pairs.ts';

/** What was asked for, what was given, and what of both was right. */
export interface Tally {
  wanted: number;
  given: number;
  right: number;
}

export type Matter = 'kind and presence' | Attribute;
export const MATTERS: readonly Matter[] = ['kind and presence', ...(Object.keys(ATTRIBUTES) as Attribute[])];

export type Score = Readonly<Record<Matter, Tally>>;

export const newScore = (): Score =>
  Object.fromEntries(MATTERS.map((matter) => [matter, { wanted: 0, given: 0, right: 0 }])) as unknown as Score;

/** Something to read up in the text. */
export interface Miss {
  readonly matter: Matter;
  /** Without the name of the text. */
  readonly words: string;
}

/**
 * Adds one text to the score and tells what it missed. Every gold entry wants a finding of its own. A further finding of the same kind
 * and presence is a repetition: it costs nothing, and what it adds counts. One whose kind and presence no entry has is wrong.
 */
export function scoreText(score: Score, gold: readonly Gold[], all: readonly Finding[], isPart: IsPart): Miss[] {
  const misses: Miss[] = [];
  const found = all.filter(({ kind }) => KINDS.has(kind));
  const pairs = pairUp(gold, found, isPart);
  const main = score['kind and presence'];
  main.wanted += gold.length;
  main.right += pairs.size;
  main.given += pairs.size;
  for (const [g, entry] of gold.entries()) {
    const own = found[pairs.get(g) ?? -1];
    if (own === undefined) {
      misses.push({ matter: 'kind and presence', words: `missed ${nameOf(entry)}` });
      continue;
    }
    const taken = new Set(pairs.values());
    const others = found.filter((other, i) => !taken.has(i) && mayBe(entry, other, isPart));
    for (const [matter, { compare }] of Object.entries(ATTRIBUTES) as [Attribute, (typeof ATTRIBUTES)[Attribute]][]) {
      const ways = [own, ...others].map((finding) => compare(entry, finding, isPart));
      for (const [k, first] of (ways[0] ?? []).entries()) {
        const best = ways.map((way) => way[k]).find((way) => way?.isRight) ?? first;
        tally(score[matter], best);
        if (!best.isRight)
          misses.push({ matter, words: `${nameOf(entry)}: ${best.wanted}, not ${best.got || 'nothing'} ("${quoted(own)}")` });
      }
    }
  }
  for (const finding of found.filter((each) => isWrong(each, gold))) {
    main.given++;
    misses.push({ matter: 'kind and presence', words: `wrong ${nameOf(finding)} ("${quoted(finding)}")` });
  }
  return misses;
}

function tally(to: Tally, { isGiven, isRight }: Compared): void {
  to.wanted++;
  if (isGiven) to.given++;
  if (isRight) to.right++;
}

/** EMH named as such is right also where the text gives it as the explanation of a mass. */
const isWrong = (finding: Finding, gold: readonly Gold[]): boolean =>
  !gold.some((entry) => entry.kind === finding.kind && entry.presence === finding.presence) &&
  !(finding.kind === 'emh' && gold.some((entry) => entry.suggests?.includes('emh')));

const nameOf = ({ kind, presence, sites = [] }: Pick<Gold, 'kind' | 'presence' | 'sites'>): string =>
  [presence === 'present' ? '' : presence, kind, sites.length > 0 ? `at ${sites.join(' ')}` : ''].filter((part) => part !== '').join(' ');

const quoted = ({ text }: Finding): string => text.replace(/\s+/g, ' ').slice(0, 80);

export const precision = ({ given, right }: Tally): number => (given === 0 ? 1 : right / given);
export const recall = ({ wanted, right }: Tally): number => (wanted === 0 ? 1 : right / wanted);
/** Harmonic mean of precision and recall. */
export const f1 = (t: Tally): number => {
  const [p, r] = [precision(t), recall(t)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
};
