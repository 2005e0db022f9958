import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Category } from '../lexicon/term.ts';
import type { Span } from '../text/span.ts';

/** A heading or key at the start of a stretch of text: its words and where what follows it begins. */
export interface Lead {
  readonly id: string;
  readonly words: Span;
  /** First offset after the colon and the blanks behind it. */
  readonly rest: number;
}

export const isBlank = (c: number): boolean => c === 32 || c === 9 || c === 13 || c === 10 || c === 160;

/** The same lead in words that stand `by` further on. */
export const placed = <T extends Lead>(lead: T, by: number): T => ({
  ...lead,
  words: { start: lead.words.start + by, end: lead.words.end + by },
  rest: lead.rest + by,
});

export function skipBlanks(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && isBlank(text.charCodeAt(i))) i++;
  return i;
}

export function trimEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && isBlank(text.charCodeAt(i - 1))) i--;
  return i;
}

/** `FINDINGS`, `Impression:`, `**CONCLUSION**`, `IMPRESSION:,1.`: a section heading at the start of a line. */
export function headingAt(folded: string, start: number, end: number, lexicon: Lexicon): Lead | null {
  const at = skipMarks(folded, start, end);
  const words = leadingTerm(folded, at, end, lexicon, 'heading');
  if (words === null) return null;
  const after = skipMarks(folded, words.id === 'addendum' ? pastDate(folded, words.span.end, end) : words.span.end, end);
  const isDashed = after < end && after - words.span.end > 1 && /-\s*$/.test(folded.slice(words.span.end, after));
  const colon = folded[after] === ':' || isDashed;
  const stop = folded[after] === '.' && at === start && (isBlank(folded.charCodeAt(after + 1)) || after + 1 >= end);
  if (after < end && !colon && !stop) return null;
  let rest = folded[after] === ':' || stop ? after + 1 : after;
  while (rest < end && (isBlank(folded.charCodeAt(rest)) || folded[rest] === ',' || (folded[rest] === '*' && folded[rest + 1] !== ' ')))
    rest++;
  return { id: words.id, words: words.span, rest };
}

/** Behind the day, the time or the number of an addendum (`ADDENDUM 4/5/2022 10:30:`), where a colon follows. */
function pastDate(folded: string, at: number, end: number): number {
  const dated = DATED.exec(folded.slice(at, Math.min(end, at + 40)));
  return dated === null ? at : at + dated[0].length;
}

const DATED =
  /^ (?:(?:dated|on|of) )?(?:#?\d|\(?\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\)?)(?:,? (?:at )?\d{1,2}[:.]?\d{2}(?: ?(?:hrs|h|am|pm))?)?(?=\s?:)/;

/** `Exam: ...`: a header key with its colon. */
export function headerKeyAt(folded: string, start: number, end: number, lexicon: Lexicon): Lead | null {
  const words = leadingTerm(folded, skipBlanks(folded, start, end), end, lexicon, 'header');
  return words === null ? null : withColon(folded, words, end);
}

function withColon(folded: string, words: { id: string; span: Span }, end: number): Lead | null {
  const colon = skipBlanks(folded, words.span.end, end);
  return folded[colon] === ':' ? { id: words.id, words: words.span, rest: skipBlanks(folded, colon + 1, end) } : null;
}

function leadingTerm(folded: string, at: number, end: number, lexicon: Lexicon, category: Category): { id: string; span: Span } | null {
  const match = lexicon.match(folded, at);
  if (match === null || match.end > end) return null;
  const sense = match.senses.find((s) => s.term.category === category);
  return sense === undefined ? null : { id: sense.term.id, span: { start: at, end: match.end } };
}

function skipMarks(folded: string, at: number, end: number): number {
  let i = at;
  while (i < end && (isBlank(folded.charCodeAt(i)) || '*#=_-'.includes(folded[i] ?? ''))) i++;
  return i;
}

/** `Spinal canal:` and unknown `Anything else:`; up to five words that begin a line, before a colon. */
export function topicAt(folded: string, original: string, start: number, end: number): Lead | null {
  const at = skipBlanks(folded, start, end);
  // `L4/5 - broad based bulge`
  const level = LEVEL_LEAD.exec(folded.slice(at, Math.min(end, at + 20)));
  if (level !== null)
    return { id: '', words: { start: at, end: at + (level[1] ?? '').length }, rest: skipBlanks(folded, at + level[0].length, end) };
  let i = at;
  let words = 0;
  let open = 0;
  while (i < end && i - at <= MAX_TOPIC && folded[i] !== ':') {
    const c = folded[i] ?? '';
    if (!/[a-z0-9 /&,()'\u0080-\uffff-]/.test(c)) return null;
    if (c === ' ') words++;
    if (c === '(') open++;
    if (c === ')') open--;
    i++;
  }
  // `nodule (S3: 41)`
  if (open > 0) return null;
  if (i === at || folded[i] !== ':' || words > 7 || /[\d/]/.test(folded[i + 1] ?? '')) return null;
  if (/[a-z]/.test(original[at] ?? '') && words > 2) return null;
  return { id: '', words: { start: at, end: trimEnd(folded, at, i) }, rest: skipBlanks(folded, i + 1, end) };
}

const MAX_TOPIC = 60;

/** A disc, and a dash with blanks on both sides. */
const LEVEL_LEAD = /^([cdtls]\d{1,2} ?[-/] ?[cdtls]?\d{1,2}) +-{1,2} +(?=[a-z])(?!(?:to|and|or)\b)/;

/** A list mark (`1.`, `2)`, `-`, `a)`, `II.`) at `at` with text behind it; its end, or -1. */
export function markEnd(folded: string, at: number, end: number): number {
  const mark = MARK.exec(folded.slice(at, Math.min(end, at + 8)));
  return mark === null ? -1 : at + (mark[1] ?? '').length;
}

const MARK = /^(\(?\d{1,2}[.)](?=\s|[a-z]|$)|[-*](?=\s)|[a-h]\)(?=\s)|(?:i{1,3}|i?v|vi{1,3}|i?x)[.)](?=\s)(?!\scava))/;

/** Three dashes or more, alone on a line, part two reports. */
export const isSeparator = (folded: string, start: number, end: number): boolean =>
  /^\s*-{3,}\s*$/.test(folded.slice(start, Math.min(end, start + 200)));

/** A line of nothing but ruling (`=====`, `____`). */
export const isRuling = (folded: string, start: number, end: number): boolean =>
  end - start >= 3 && /^\s*([=*~#]{3,}|_{10,})\s*$/.test(folded.slice(start, Math.min(end, start + 200)));
