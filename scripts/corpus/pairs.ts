import type { Finding } from '../../language/meaning/finding.ts';
import type { Attribute } from './attributes.ts';
import { ATTRIBUTES } from './attributes.ts';
import type { Gold } from './gold.ts';

/** Whether one site lies in another, or is it. */
export type IsPart = (part: string, whole: string) => boolean;

/** Same thing, said to be there, hedged or denied alike, at no other place. */
export const mayBe = (gold: Gold, found: Finding, isPart: IsPart): boolean =>
  gold.kind === found.kind && gold.presence === found.presence && !isElsewhere(gold.sites ?? [], found.sites, isPart);

const isElsewhere = (a: readonly string[], b: readonly string[], isPart: IsPart): boolean =>
  a.length > 0 && b.length > 0 && !a.some((x) => b.some((y) => isPart(x, y) || isPart(y, x)));

/**
 * A finding of its own for as many gold entries as can have one, by index; the more of an entry's attributes it gives, the sooner it
 * is taken. Those that get none are missing from the map.
 */
export function pairUp(gold: readonly Gold[], found: readonly Finding[], isPart: IsPart): Map<number, number> {
  const choices = gold.map((g) =>
    found
      .map((f, i) => ({ i, agreement: mayBe(g, f, isPart) ? agreement(g, f, isPart) : -1 }))
      .filter((choice) => choice.agreement >= 0)
      .sort((a, b) => b.agreement - a.agreement),
  );
  const takenBy = new Map<number, number>();
  // An entry may push another one to its next choice, so that no order of the entries costs a pair.
  const place = (g: number, tried: Set<number>): boolean => {
    for (const { i } of choices[g] ?? []) {
      if (tried.has(i)) continue;
      tried.add(i);
      const holder = takenBy.get(i);
      if (holder !== undefined && !place(holder, tried)) continue;
      takenBy.set(i, g);
      return true;
    }
    return false;
  };
  const best = (g: number): number => choices[g]?.[0]?.agreement ?? -1;
  const order = [...gold.keys()].sort((a, b) => best(b) - best(a));
  for (const g of order) {
    const free = choices[g]?.find(({ i }) => !takenBy.has(i));
    if (free !== undefined && free.agreement === best(g)) takenBy.set(free.i, g);
    else place(g, new Set());
  }
  return new Map([...takenBy].map(([i, g]) => [g, i]));
}

const NAMES = Object.keys(ATTRIBUTES) as Attribute[];

const agreement = (gold: Gold, found: Finding, isPart: IsPart): number =>
  NAMES.reduce((sum, name) => sum + ATTRIBUTES[name].compare(gold, found, isPart).filter(({ isRight }) => isRight).length, 0);
