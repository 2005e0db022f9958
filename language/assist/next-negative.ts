import { familyOf } from '../impression/likeness.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Term } from '../lexicon/term.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Report } from '../meaning/report.ts';
import { inCaseOf } from './letter-case.ts';
import type { NextItem } from './next-item.ts';
import { type Reading, reportAt } from './reading.ts';

/**
 * Denials of what the examined region is usually asked for and the findings say nothing of, most urgent first: at the end of a line of the
 * findings where a sentence may begin, or one has begun with `No`. Only what the topic of the line is about. Suggestions: whoever
 * writes them must have looked.
 */
export function nextNegatives(reading: Reading, offset: number, lexicon: Lexicon): NextItem[] {
  const report = reportAt(reading, offset);
  const begun = report && begunAt(reading.text, offset);
  if (report === undefined || begun === null || begun === undefined || !isInFindings(report, offset)) return [];
  const typed = reading.text.slice(begun, offset);
  return unsaid(report, topicSites(reading.text, report, begun), lexicon)
    .map(({ label }) => inCaseOf(typed === '' ? 'N' : typed, `no ${label}.`))
    .filter((words) => words.toLowerCase().startsWith(typed.toLowerCase()) && words.length > typed.length)
    .map((words) => ({ range: { start: begun, end: offset }, words: typed + words.slice(typed.length) }));
}

/** Where the sentence begins that ends at an offset; null where something follows in the line, or the sentence does not begin with `No`. */
function begunAt(text: string, offset: number): number | null {
  const end = text.indexOf('\n', offset);
  if (text.slice(offset, end < 0 ? text.length : end).trim() !== '') return null;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const [lead = ''] = /^(?:.*[.;:]\s+)?(?:[-*•]\s+|\d{1,2}[.)]\s+)?\s*/.exec(text.slice(start, offset)) ?? [];
  const typed = text.slice(start + lead.length, offset);
  return /^(?:no?\b.*)?$/i.test(typed) && !typed.includes('//') ? start + lead.length : null;
}

const isInFindings = ({ outline }: Report, offset: number): boolean => {
  const section = outline.sections.findLast(({ range }) => range.start <= offset);
  return section?.id === 'findings' && (section.heading === null || offset > section.heading.end);
};

/** Sites of the topic that the line itself begins with; null where it has none. */
function topicSites(text: string, { outline }: Report, offset: number): readonly string[] | null {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return outline.topics.find(({ name }) => name.start >= line && name.end <= offset)?.sites ?? null;
}

function unsaid(report: Report, sites: readonly string[] | null, lexicon: Lexicon): Term[] {
  const { modality, regions } = report.exam;
  const isExamined = (asked: string): boolean => regions.some((region) => region === asked || region.endsWith(`-${asked}`));
  const asked = lexicon.terms.filter((term) => term.asked.some(isExamined));
  const urgent = mostUrgent(report.findings, asked);
  return asked
    .filter(({ modalities }) => modality === null || modalities.includes(modality))
    .filter(({ id }) => sites === null || sites.some((site) => lexicon.implies(id, site)))
    .filter((term) => !report.findings.some((finding) => speaksOf(finding, term, lexicon)) && term.rank <= urgent)
    .sort((a, b) => a.rank - b.rank);
}

/** A cord that is compressed has no canal that is not narrow: nothing less urgent is denied beside what is there. */
function mostUrgent(findings: readonly Finding[], asked: readonly Term[]): number {
  const there = asked.filter(({ id }) => findings.some(({ kind, presence }) => kind === id && presence !== 'absent'));
  const grave = there.map(({ rank }) => rank).filter((rank) => rank <= GRAVE);
  return grave.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...grave);
}

/** Ranks of cord, canal and nerves. */
const GRAVE = 3;

/** States or denies it, or calls its structure normal. */
function speaksOf({ kind, sites }: Finding, { id }: Term, lexicon: Lexicon): boolean {
  return familyOf(kind) === familyOf(id) || (kind === 'normal' && sites.some((site) => lexicon.implies(id, site)));
}
