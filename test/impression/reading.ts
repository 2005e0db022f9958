import { linkImpression } from '../../language/impression/match.ts';
import { syncImpression } from '../../language/impression/sync.ts';
import { createLanguage, type Language } from '../../language/language.ts';
import type { Finding } from '../../language/meaning/finding.ts';
import type { Link } from '../../language/meaning/link.ts';
import type { Report } from '../../language/meaning/report.ts';
import { applyEdits, type TextEdit } from '../../language/text/edit.ts';
import { packs } from '../../packs/emh.ts';

export const language: Language = createLanguage({ packs, rules: [] });
export const { lexicon } = language;

/** The first report of a text with what its impression rests on. */
export function readLinked(text: string): { report: Report; links: Link[] } {
  const report = language.read(text).reports[0];
  if (report === undefined) throw new Error('no report');
  return { report, links: linkImpression(report) };
}

export const syncEdits = (text: string): TextEdit[] =>
  language.read(text).reports.flatMap((report) => syncImpression(report, linkImpression(report), text, lexicon));

export const synced = (text: string): string => applyEdits(text, syncEdits(text));

/** A report of findings and impression items, each on its own line. */
export const reportOf = (
  findings: readonly string[],
  impression: readonly string[] | null,
  exam = 'MRI dorsal spine with contrast',
): string =>
  [`Exam: ${exam}`, '', 'FINDINGS', ...findings, ...(impression === null ? [] : ['', 'IMPRESSION', ...impression]), ''].join('\n');

/** Impression lines after sync, without the heading. */
export const impressionOf = (text: string): string[] => (text.split(/^IMPRESSION:?$/m)[1] ?? '').trim().split('\n');

/** A finding made by hand: whatever is not given is not stated. */
export const finding = (id: string, kind: string, more: Partial<Finding> = {}): Finding => ({
  id,
  kind,
  presence: 'present',
  limited: false,
  sites: [],
  side: null,
  dominantSide: null,
  levels: [],
  discs: [],
  severity: null,
  sizeMm: null,
  signal: {},
  enhancement: null,
  morphology: [],
  count: null,
  change: null,
  causes: [],
  suggests: [],
  certainty: null,
  section: 'findings',
  statement: 0,
  range: { start: 0, end: 0 },
  text: '',
  where: {},
  ...more,
});
