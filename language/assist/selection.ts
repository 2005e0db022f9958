import { contains, type Span } from '../text/span.ts';
import { isWordUnit } from './place.ts';
import { findingsOf, type Reading, reportAt, wordAt } from './reading.ts';
import { trimEnd } from './trim.ts';

/**
 * What may be selected around an offset, from the narrowest: word, understood phrase, a part of a finding, the finding, the statement,
 * the topic or item, the section, the report, the text. Each holds the one before it and is longer; none is empty.
 */
export function selectionsAt(reading: Reading, offset: number): Span[] {
  const { text } = reading;
  const at = Math.min(Math.max(offset, 0), text.length);
  const around = [wordAround(text, at), ...partsAround(reading, at), { start: 0, end: text.length }].filter((each) => contains(each, at));
  const longer = around.filter(({ start, end }) => end > start).sort((a, b) => a.end - a.start - (b.end - b.start));
  const nested: Span[] = [];
  for (const each of longer) {
    const last = nested.at(-1);
    if (last === undefined || holds(each, last)) nested.push(each);
  }
  return nested;
}

function partsAround(reading: Reading, offset: number): Span[] {
  const report = reportAt(reading, offset);
  if (report === undefined) return [];
  const { text } = reading;
  const { header, sections, topics, statements, items } = report.outline;
  const phrase = wordAt(reading.understood, offset);
  const findings = findingsOf(report).filter(({ range }) => contains(range, offset));
  const section = sections.findLast(({ range }) => contains(range, offset));
  const field = header.find(({ key, value }) => offset >= key.start && offset <= value.end);
  return [
    ...(phrase === undefined ? [] : [phrase.range]),
    ...findings.flatMap(({ where, range }) => [...Object.values(where), range]),
    ...statements.filter(({ range }) => contains(range, offset)).map(({ range }) => range),
    ...items.filter(({ mark, range }) => contains({ start: mark?.start ?? range.start, end: range.end }, offset)).flatMap(withMark),
    ...topics.flatMap(({ name }, i) => topicAround(text, name, topics[i + 1]?.name, section?.range ?? report.range, offset)),
    ...(field === undefined ? [] : [field.value, { start: field.key.start, end: field.value.end }]),
    ...(section === undefined ? [] : [section.range, { ...section.range, start: section.heading?.start ?? section.range.start }]),
    report.range,
  ].flatMap((each) => [trimEnd(text, each)]);
}

const withMark = ({ mark, range }: { readonly mark: Span | null; readonly range: Span }): Span[] =>
  mark === null ? [range] : [range, { start: mark.start, end: range.end }];

/** A topic with its name, up to the next one. */
function topicAround(text: string, name: Span, next: Span | undefined, section: Span, offset: number): Span[] {
  if (name.start < section.start || name.start >= section.end) return [];
  const topic = trimEnd(text, { start: name.start, end: Math.min(next?.start ?? section.end, section.end) });
  return contains(topic, offset) ? [topic] : [];
}

/** Letters and digits; an offset beside a word is in it. */
function wordAround(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (isWordUnit(text[start - 1])) start--;
  while (isWordUnit(text[end])) end++;
  return { start, end };
}

const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
