import type { Finding } from '../meaning/finding.ts';
import type { PhraseReader } from './rule.ts';

/** Whether a phrase says no more than its kind. */
export const isBare = (phrase: Finding): boolean =>
  phrase.sites.length + phrase.morphology.length + phrase.suggests.length + phrase.levels.length === 0 &&
  phrase.side === null &&
  phrase.severity === null &&
  phrase.enhancement === null &&
  phrase.change === null &&
  Object.keys(phrase.signal).length === 0;

/** The test of what a phrase of a rule asks of a finding: what it states, the finding has to state too. */
export function phraseTest(phrase: Finding): (finding: Finding) => boolean {
  const { kind, sites, side, severity, enhancement, change, morphology, suggests, levels } = phrase;
  const hasName = (finding: Finding): boolean => finding.kind === kind && sites.every((site) => finding.sites.includes(site));
  // Most phrases say nothing beside a site.
  if (isBare({ ...phrase, sites: [] })) return hasName;
  const signals = Object.entries(phrase.signal);
  return (finding) =>
    hasName(finding) &&
    (side === null || finding.side === side) &&
    (severity === null || (finding.severity ?? []).some((grade) => severity.includes(grade))) &&
    (enhancement === null || finding.enhancement === enhancement) &&
    (change === null || finding.change === change) &&
    morphology.every((form) => finding.morphology.includes(form)) &&
    suggests.every((diagnosis) => finding.suggests.includes(diagnosis)) &&
    (levels.length === 0 || levels.some((level) => finding.levels.includes(level))) &&
    signals.every(([sequence, wanted]) => finding.signal[sequence]?.intensity.some((intensity) => wanted.intensity.includes(intensity)));
}

/** The test of what denies a phrase: what denies the thing denies every grade of it; `no severe narrowing` denies that grade alone. */
export function denialTest(phrase: Finding): (finding: Finding) => boolean {
  const ofGrade = phraseTest(phrase);
  const ofAny = phraseTest({ ...phrase, severity: null });
  return (finding) => (finding.limited ? ofGrade : ofAny)(finding);
}

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
