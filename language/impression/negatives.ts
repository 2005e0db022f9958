import type { Finding } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import type { Report } from '../meaning/report.ts';
import { familyOf, isDenied } from './likeness.ts';
import { bodyFindings, byPlace } from './match.ts';
import { rankOf } from './missing.ts';
import { states } from './said.ts';
import { type Manner, wordDenial } from './wording.ts';

/** Ranks to which a denial is worth a line: what is critical, masses, bone and nerve. */
const PERTINENT = 3;

/** The pertinent negatives that no item states, in one sentence (`No cord compression or spinal canal narrowing.`); null for none. */
export function negativeItem(report: Report, links: readonly Link[], manner: Manner): { words: string; of: readonly Finding[] } | null {
  const body = bodyFindings(report).filter((f) => f.section === 'findings' || f.section === '');
  const stated = report.impression.flatMap((i) => i.findings);
  const linked = new Set(links.flatMap((l) => l.support));
  const there = new Set([...body, ...stated].filter((f) => !isDenied(f)).map((f) => familyOf(f.kind)));
  const rank = (f: Finding): number => rankOf(f, manner.lexicon) ?? Number.POSITIVE_INFINITY;
  const denied = body
    // Where another of the kind is there, a denial speaks of a place and belongs beside it.
    .filter((f) => isDenied(f) && f.change === null && rank(f) <= PERTINENT && !there.has(familyOf(f.kind)) && !linked.has(f))
    // `No destructive lesion` does not deny every lesion.
    .filter((f) => f.severity === null && f.sizeMm === null && f.morphology.length === 0)
    .filter((f) => !stated.some((s) => s.kind === f.kind && states(s, f)))
    .sort((a, b) => rank(a) - rank(b) || byPlace(a, b));
  // Told once, by the widest denial: `no mass` denies a mass at every place.
  const told = denied.filter(
    (f, i) => !denied.some((g, j) => g !== f && familyOf(g.kind) === familyOf(f.kind) && states(g, f) && (j < i || !states(f, g))),
  );
  return told.length === 0 ? null : { words: wordDenial(told, manner), of: told };
}
