import type { Finding } from '../meaning/finding.ts';
import type { PhraseReader } from './rule.ts';

/** What a phrase of a rule asks of a finding: what it states, the finding has to state too. */
export function fitsPhrase(finding: Finding, phrase: Finding): boolean {
  return (
    finding.kind === phrase.kind &&
    phrase.sites.every((site) => finding.sites.includes(site)) &&
    (phrase.side === null || finding.side === phrase.side) &&
    (phrase.severity === null || (finding.severity ?? []).some((grade) => phrase.severity?.includes(grade))) &&
    (phrase.enhancement === null || finding.enhancement === phrase.enhancement) &&
    (phrase.change === null || finding.change === phrase.change) &&
    phrase.morphology.every((form) => finding.morphology.includes(form)) &&
    phrase.suggests.every((diagnosis) => finding.suggests.includes(diagnosis)) &&
    (phrase.levels.length === 0 || phrase.levels.some((level) => finding.levels.includes(level))) &&
    Object.entries(phrase.signal).every(([sequence, wanted]) =>
      finding.signal[sequence]?.intensity.some((intensity) => wanted.intensity.includes(intensity)),
    )
  );
}

/** What denies the thing denies every grade of it; `no severe narrowing` denies that grade alone. */
export const deniesPhrase = (finding: Finding, phrase: Finding): boolean =>
  fitsPhrase(finding, finding.limited ? phrase : { ...phrase, severity: null });

const isWithin = (a: readonly string[], b: readonly string[]): boolean => a.every((site) => b.includes(site));

/**
 * Whether two findings name one thing: the same kind, and where the kind can lie at several sites, the same sites or one's
 * among the other's. No site says nothing about which: `no mass` beside a mass at some site is no statement on that mass.
 */
export function sameThing(a: Finding, b: Finding, reader: PhraseReader): boolean {
  if (a.kind !== b.kind) return false;
  const term = reader.term(a.kind);
  if (term && term.frame.length > 0 && !term.frame.includes('sites')) return true;
  if (a.sites.length === 0 || b.sites.length === 0) return a.sites.length === b.sites.length;
  return isWithin(a.sites, b.sites) || isWithin(b.sites, a.sites);
}
