import type { Finding } from '../../language/meaning/finding.ts';
import type { Gold } from './gold.ts';
import type { IsPart } from './pairs.ts';

/** One thing that a gold entry states, and what a finding says of it. */
export interface Compared {
  /** Whether the finding says anything of it. */
  readonly isGiven: boolean;
  readonly isRight: boolean;
  /** Both in words, for the list of misses. */
  readonly wanted: string;
  readonly got: string;
}

interface AttributeScore {
  /** Empty where the entry does not state the attribute; one for each sequence of the signal. */
  compare(gold: Gold, found: Finding, isPart: IsPart): readonly Compared[];
}

const asSet = (list: readonly unknown[]): string => [...new Set(list.map(String))].sort().join(' ');

const compared = (wanted: readonly unknown[], got: readonly unknown[], isRight: boolean): Compared => ({
  isGiven: got.length > 0,
  isRight,
  wanted: wanted.join(' '),
  got: got.join(' '),
});

/** An attribute that is a set on both sides: all of it, and nothing else. */
const whole = (
  goldOf: (gold: Gold) => readonly string[] | undefined,
  foundOf: (found: Finding) => readonly string[] | null,
): AttributeScore => ({
  compare(gold, found) {
    const wanted = goldOf(gold);
    const got = foundOf(found) ?? [];
    return wanted === undefined || wanted.length === 0 ? [] : [compared(wanted, got, asSet(wanted) === asSet(got))];
  },
});

const TOLERANCE_MM = 1;

/** What is scored of a finding beside its kind and presence. */
export const ATTRIBUTES = {
  sites: {
    compare(gold: Gold, found: Finding, isPart: IsPart) {
      const wanted = gold.sites ?? [];
      if (wanted.length === 0) return [];
      const isNamed = (site: string): boolean => found.sites.some((own) => isPart(own, site));
      return [compared(wanted, found.sites, wanted.every(isNamed))];
    },
  },
  levels: whole(
    (gold) => gold.levels,
    (found) => found.levels,
  ),
  discs: whole(
    (gold) => gold.discs,
    (found) => found.discs,
  ),
  side: whole(
    (gold) => (gold.side === undefined ? undefined : [gold.side]),
    (found) => (found.side === null ? null : [found.side]),
  ),
  severity: whole(
    (gold) => gold.severity,
    (found) => found.severity,
  ),
  sizes: {
    compare({ sizeMm: wanted = [] }: Gold, found: Finding) {
      if (wanted.length === 0) return [];
      const got = found.sizeMm ?? [];
      const [a, b] = [wanted, got].map((list) => [...list].sort((x, y) => x - y)) as [number[], number[]];
      return [compared(wanted, got, a.length === b.length && a.every((mm, i) => Math.abs(mm - (b[i] ?? 0)) <= TOLERANCE_MM))];
    },
  },
  signal: {
    compare({ signal = {} }: Gold, found: Finding) {
      return Object.entries(signal).map(([sequence, wanted]) => {
        const got = found.signal[sequence]?.intensity ?? [];
        const { wanted: a, got: b, ...rest } = compared(wanted, got, asSet(wanted) === asSet(got));
        return { ...rest, wanted: `${sequence} ${a}`, got: b === '' ? '' : `${sequence} ${b}` };
      });
    },
  },
  enhancement: {
    compare({ enhancement: wanted }: Gold, { enhancement: got }: Finding) {
      if (wanted === undefined) return [];
      // How much and in what pattern is a matter of words; whether there is any is not.
      return [compared([wanted], got === null ? [] : [got], got !== null && (got === 'none') === (wanted === 'none'))];
    },
  },
} as const satisfies Readonly<Record<string, AttributeScore>>;

export type Attribute = keyof typeof ATTRIBUTES;
