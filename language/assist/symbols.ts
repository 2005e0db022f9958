import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding } from '../meaning/finding.ts';
import { type LevelStyle, levelStyleOf } from '../meaning/notation.ts';
import type { Report } from '../meaning/report.ts';
import type { Section, Topic } from '../syntax/report.ts';
import { cover, type Span } from '../text/span.ts';
import { briefWords, findingName } from './finding-words.ts';
import type { Reading } from './reading.ts';
import { short } from './short.ts';
import { trimEnd } from './trim.ts';

export type SymbolKind = 'report' | 'header' | 'section' | 'topic' | 'finding' | 'item' | 'rule' | 'term';

/** A part of a report's outline. `selection` lies in `range`, and so do the children. */
export interface OutlineSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly range: Span;
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

/** Header lines, sections, topics with their findings, and impression items; under each report where there are several. */
export function outlineSymbols({ text, reports }: Reading, lexicon: Lexicon): OutlineSymbol[] {
  const trees = reports.map((report) => reportSymbols(text, report, lexicon));
  if (reports.length < 2) return trees.flat();
  return trees.map((children, i) => reportSymbol(children, i, reports[i]?.range ?? { start: 0, end: 0 }));
}

/** One of several reports, counted from 0, by its number and its examination. */
export function reportSymbol(children: readonly OutlineSymbol[], i: number, range: Span): OutlineSymbol {
  return {
    name: `Report ${i + 1}`,
    detail: children.find(({ kind }) => kind === 'header')?.detail ?? '',
    kind: 'report',
    range,
    selection: children[0]?.selection ?? { start: range.start, end: range.start },
    children,
  };
}

function reportSymbols(text: string, report: Report, lexicon: Lexicon): OutlineSymbol[] {
  const style = levelStyleOf(text.slice(report.range.start, report.range.end));
  const { header, sections } = report.outline;
  const keys = new Set(header.map(({ key }) => key.start));
  const lines = header.map(({ key, value }) => leaf(slice(text, key), slice(text, value), 'header', cover(key, value), key));
  const parts = sections
    .filter(({ heading }) => heading === null || !keys.has(heading.start))
    .flatMap((section) => sectionSymbols(text, report, section, style, lexicon));
  return [...lines, ...parts].sort((a, b) => a.range.start - b.range.start);
}

function sectionSymbols(text: string, report: Report, section: Section, style: LevelStyle, lexicon: Lexicon): OutlineSymbol[] {
  const range = trimEnd(text, section.range);
  const isHere = ({ start }: Span): boolean => start >= section.range.start && start < section.range.end;
  const children = section.id === 'impression' ? itemSymbols(report, isHere) : bodySymbols(text, report, isHere, range, style, lexicon);
  if (section.heading === null) return children;
  return [
    {
      name: slice(text, section.heading),
      detail: '',
      kind: 'section',
      range: cover(range, section.heading),
      selection: section.heading,
      children,
    },
  ];
}

function itemSymbols({ impression }: Report, isHere: (span: Span) => boolean): OutlineSymbol[] {
  return impression
    .filter(({ range }) => isHere(range))
    .map(({ item, text: words, range, mark }) =>
      leaf(`${item}. ${short(words)}`, '', 'item', mark === null ? range : cover(mark, range), range),
    );
}

/** Topics of a section with their findings; findings under no topic stand beside them. */
function bodySymbols(
  text: string,
  report: Report,
  isHere: (span: Span) => boolean,
  section: Span,
  style: LevelStyle,
  lexicon: Lexicon,
): OutlineSymbol[] {
  const { topics, statements } = report.outline;
  const topicOf = new Map(statements.map(({ index, topic }) => [index, topic]));
  const underTopic = new Map<Topic | null, Finding[]>();
  for (const finding of report.findings.filter(({ range }) => isHere(range))) {
    const topic = topicOf.get(finding.statement) ?? null;
    const others = underTopic.get(topic);
    if (others === undefined) underTopic.set(topic, [finding]);
    else others.push(finding);
  }
  const here = topics.filter(({ name }) => isHere(name));
  const symbols = here.map((topic, i): OutlineSymbol => {
    const range = trimEnd(text, { start: topic.name.start, end: here[i + 1]?.name.start ?? section.end });
    const children = findingSymbols(underTopic.get(topic) ?? [], style, lexicon);
    return {
      name: slice(text, topic.name),
      detail: '',
      kind: 'topic',
      range: children.reduce((r, c) => cover(r, c.range), range),
      selection: topic.name,
      children,
    };
  });
  return [...symbols, ...findingSymbols(underTopic.get(null) ?? [], style, lexicon)].sort((a, b) => a.range.start - b.range.start);
}

const findingSymbols = (findings: readonly Finding[], style: LevelStyle, lexicon: Lexicon): OutlineSymbol[] =>
  findings.map((finding) =>
    leaf(
      findingName(finding, lexicon),
      briefWords(finding, style),
      'finding',
      cover(finding.range, finding.where.head ?? finding.range),
      finding.where.head ?? finding.range,
    ),
  );

const leaf = (name: string, detail: string, kind: SymbolKind, range: Span, selection: Span): OutlineSymbol => ({
  name,
  detail,
  kind,
  range,
  selection,
  children: [],
});

const slice = (text: string, { start, end }: Span): string => short(text.slice(start, end));
