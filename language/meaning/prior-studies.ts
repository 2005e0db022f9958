import type { Span } from '../text/span.ts';
import { datesIn, type WrittenDate } from './dates.ts';
import { is, type Node, termOf } from './node.ts';
import { type Note, newNote, type Words } from './note.ts';

/** Parts of a report whose dates and modalities are the examination's own. */
const OF_EXAM: ReadonlySet<string> = new Set(['exam', 'patient', 'date', 'technique']);

/**
 * Earlier studies that a report names: in the comparison every modality or date, elsewhere those that `previous`, `since`
 * or `compared with` stand before. Kind: the modality, or `study`; value: `impossible` for a date that is none.
 */
export function priorStudies(words: Words): Note[] {
  const { nodes, text } = words;
  const last = nodes.at(-1);
  if (last === undefined || OF_EXAM.has(words.section)) return [];
  const listed = words.section === 'comparison';
  if (listed && isNone(nodes)) return [];
  const isMeant = (i: number): boolean => listed || isEarlier(nodes, i);
  const dates = datesIn(text.slice(0, last.span.end)).filter((date) => isMeant(nodes.findIndex((n) => n.span.end > date.span.start)));
  const studies = nodes.filter((n) => is(n, 'modality') && isMeant(n.i));
  const dated = new Set<WrittenDate>();
  const named = studies.map((node, k) => {
    const until = studies[k + 1]?.span.start ?? Number.POSITIVE_INFINITY;
    const date = dates.find((d) => d.span.start > node.span.start && d.span.start < until);
    if (date !== undefined) dated.add(date);
    return study(termOf(node, 'modality')?.id ?? 'study', date?.span ?? node.span, date, words);
  });
  const alone = dates.filter((date) => !dated.has(date)).map((date) => study('study', date.span, date, words));
  const all = [...named, ...alone];
  return all.length > 0 || !listed ? all : [study('study', { start: 0, end: last.span.end }, undefined, words)];
}

const study = (kind: string, at: Span, date: WrittenDate | undefined, words: Words): Note =>
  newNote('prior-study', kind, at, words, {
    days: date?.days ?? null,
    value: date !== undefined && date.days === null ? 'impossible' : null,
  });

/** `Comparison: None`, `No prior study available` */
const isNone = (nodes: readonly Node[]): boolean =>
  nodes.length < 12 && nodes.some((n) => /^(none|no|nil|not|unavailable|na|n\/a|without)\b/.test(n.text));

/** `previous MRI`, `since 2019`, `compared with the CT of 3 Jan 2024` */
const isEarlier = (nodes: readonly Node[], i: number): boolean =>
  nodes.slice(Math.max(0, i - 5), i).some((n) => is(n, 'history', 'past') || is(n, 'word', 'prior-size') || EARLIER.test(n.text));

const EARLIER =
  /^(previous|prior|earlier|old|older|last|since|compared (with|to)|in comparison (with|to)|comparison|as compared to|relative to)$/;
