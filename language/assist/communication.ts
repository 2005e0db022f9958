import { isDenied } from '../impression/likeness.ts';
import { nextMarkAfter } from '../impression/list-mark.ts';
import { bodyFindings } from '../impression/match.ts';
import { rankOf } from '../impression/missing.ts';
import { mannerOf } from '../impression/sync.ts';
import { wordItem } from '../impression/wording.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Report } from '../meaning/report.ts';
import { fold } from '../text/fold.ts';
import type { Proposal } from './item.ts';
import type { Place } from './place.ts';

/** A sentence that says to whom a result was told, when and how. What only the writer knows are fields in brackets. */
export interface CommunicationSentence {
  readonly label: string;
  readonly words: string;
}

/** Where the statement belongs. */
const SECTIONS: ReadonlySet<string> = new Set(['impression', 'recommendation', 'communication']);

/** Changes after which a critical finding is no news. */
const NO_NEWS: ReadonlySet<string> = new Set(['unchanged', 'decreased', 'resolved']);

/** The critical findings of a report that somebody has to be told of, most urgent first; each kind and place once. */
export function criticalFindings(report: Report, lexicon: Lexicon): Finding[] {
  const all = [...bodyFindings(report), ...report.impression.flatMap((i) => i.findings)];
  const critical = all.filter((f) => rankOf(f, lexicon) === 0 && f.presence !== 'absent' && !isDenied(f) && !NO_NEWS.has(f.change ?? ''));
  const kinds = new Set<string>();
  return critical.filter((f) => !kinds.has(f.kind) && kinds.add(f.kind));
}

/** Whether the report says already that somebody was told. */
export const isCommunicated = (report: Report): boolean =>
  report.notes.some((note) => note.category === 'communication' && note.presence === 'present');

/**
 * Communication sentences in the report's manner, by telephone and in person: `Result (cord compression at D4 to D7) telephoned to
 * [name] ([telephone]) on [date] at [time].` No name, number or time is ever made up.
 */
export function communicationSentences(report: Report, text: string, lexicon: Lexicon): CommunicationSentence[] {
  const manner = mannerOf(report, text, lexicon);
  const things = criticalFindings(report, lexicon).map((f) => small(wordItem({ ...f, suggests: [] }, [], { ...manner, capitals: false })));
  const what = things.length === 0 ? 'Result' : `Result (${things.join('; ')})`;
  const inCase = (words: string): string => (manner.capitals ? words.toUpperCase() : words);
  return [
    { label: 'Critical result, by telephone', words: inCase(`${what} telephoned to [name] ([telephone]) on [date] at [time].`) },
    { label: 'Critical result, in person', words: inCase(`${what} discussed with [name] in person on [date] at [time].`) },
  ];
}

const small = (sentence: string): string => {
  const words = sentence.replace(/\.$/, '');
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
};

/**
 * The sentences as proposals at the start of a line or item of the impression, of the recommendations or of the communication; where a critical finding is
 * not yet told, and under a heading of its own in any case. A bare line of a numbered impression gets its number.
 */
export function communicationItems(place: Place, lexicon: Lexicon): Proposal[] {
  const { report, lead, section, text, line, word } = place;
  if (report === undefined || lead === null || !SECTIONS.has(section)) return [];
  if (section !== 'communication' && (isCommunicated(report) || criticalFindings(report, lexicon).length === 0)) return [];
  const isBare = text.slice(line.start, lead.start).trim() === '';
  const mark =
    section === 'impression' && isBare
      ? nextMarkAfter(
          text,
          report.impression.filter((i) => i.range.start < line.start),
        )
      : '';
  const typed = fold(text.slice(lead.start, lead.end));
  // What stands behind the cursor stays a sentence of its own.
  const joint = /^\S/.test(text.slice(word.end, line.end)) ? ' ' : '';
  return communicationSentences(report, text, lexicon)
    .filter(
      ({ label, words }) =>
        typed === '' || fold(label).startsWith(typed) || fold(words).startsWith(typed) || 'communication'.startsWith(typed),
    )
    .map(({ label, words }) => ({
      label,
      insertText: `${mark === '' ? '' : `${mark} `}${words}${joint}`,
      replace: { start: lead.start, end: word.end },
      kind: 'communication' as const,
      detail: 'to whom, when, how',
      filterText: typed === '' || fold(label).startsWith(typed) ? label : fold(words).startsWith(typed) ? words : 'communication',
    }));
}
