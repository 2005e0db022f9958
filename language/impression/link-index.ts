import type { Finding, Side } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import { contradicts } from './said.ts';

/** The links of a report, found by what they have in common. */
export interface LinkIndex {
  readonly all: readonly Link[];
  /** Those of the same statement of the impression, in reading order; words are shared only there. */
  beside(stated: Finding): readonly Link[];
  /** Whether some finding of the impression states one of these body findings as it is. */
  isStated(support: readonly Finding[]): boolean;
  /** Vertebrae and discs that the impression names, anywhere, of a body finding. */
  namedOf(body: Finding): ReadonlySet<string>;
  /** Sides at which the impression states this body finding as there. */
  sidesOf(body: Finding): ReadonlySet<Side>;
}

export function indexLinks(links: readonly Link[]): LinkIndex {
  const statements = Map.groupBy(links, (l) => l.stated.statement);
  const named = new Map<Finding, Set<string>>();
  const sides = new Map<Finding, Set<Side>>();
  for (const { stated, support } of links)
    if (stated.side !== null && stated.presence !== 'absent')
      for (const body of support) sides.set(body, (sides.get(body) ?? new Set<Side>()).add(stated.side));
  const agreed = new Set(links.flatMap((l) => (contradicts(l.stated, l.support) ? [] : l.support)));
  for (const { stated, support } of links) {
    for (const body of support) {
      const set = named.get(body) ?? new Set();
      named.set(body, set);
      for (const place of [...stated.levels, ...stated.discs, ...stated.discs.flatMap((disc) => disc.split('-'))]) set.add(place);
    }
  }
  return {
    all: links,
    beside: (stated) => statements.get(stated.statement) ?? [],
    isStated: (support) => support.some((f) => agreed.has(f)),
    namedOf: (body) => named.get(body) ?? NONE,
    sidesOf: (body) => sides.get(body) ?? NO_SIDE,
  };
}

const NONE: ReadonlySet<string> = new Set();
const NO_SIDE: ReadonlySet<Side> = new Set();
