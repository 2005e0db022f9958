import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Category, Term } from '../lexicon/term.ts';
import type { Finding } from '../meaning/finding.ts';
import { levelIndex } from '../meaning/levels.ts';
import { type LevelStyle, levelStyleOf, writeLevel } from '../meaning/notation.ts';
import { canonicalLevel } from '../meaning/read-levels.ts';
import type { Report } from '../meaning/report.ts';
import { Level, type Lexeme, NumberToken } from '../syntax/tokens.ts';
import { fold } from '../text/fold.ts';
import { contains, type Span, shift } from '../text/span.ts';
import { findingName, findingWords, placeWords } from './finding-words.ts';
import { levelDetail } from './level-items.ts';
import { paragraphs, plain } from './markdown.ts';
import { findingsOf, isNamedAt, type Reading, reportAt, type Word, wordAt } from './reading.ts';
import { termPage } from './term-page.ts';

export interface Hover {
  /** The words that it speaks of. */
  readonly range: Span;
  readonly markdown: string;
}

export type HoverAt = (reading: Reading, offset: number) => Hover | null;

/** Findings that one hover explains, at most. */
const MOST_FINDINGS = 3;

/** Makes the hover of a lexicon's language: the term, the level and the finding at an offset; null where nothing was understood. */
export function createHover(lexicon: Lexicon, lex: (folded: string) => Lexeme[]): HoverAt {
  return (reading, offset) => {
    const report = reportAt(reading, offset);
    if (report === undefined) return null;
    const style = levelStyleOf(reading.text.slice(report.range.start, report.range.end));
    const all = findingsOf(report);
    const word = wordAt(reading.understood, offset);
    const level = word?.category === 'level' ? levelAt(reading, word, offset, lex) : null;
    const heading = headingAt(report, offset, lexicon);
    const found = findingsAt(all, offset);
    const named = found.filter((finding) => isNamedAt(finding, offset)).map(({ kind }) => lexicon.term(kind, 'head'));
    const terms = heading !== null ? [heading.term] : named[0] !== undefined && isNaming(word) ? [named[0]] : termsOf(word, lexicon);
    const pages = [
      level === null ? '' : levelPage(level.name, all, style, lexicon),
      ...terms.map(termPage),
      ...found.map(
        (finding) =>
          `Understood: **${plain(findingName(finding, lexicon))}** – ${findingWords(finding, all, style, lexicon).map(plain).join('; ')}`,
      ),
    ];
    const markdown = paragraphs(pages);
    const range = level?.range ?? heading?.range ?? (isNaming(word) ? found[0]?.where.head : undefined) ?? word?.range ?? found[0]?.range;
    return markdown === '' || range === undefined ? null : { range, markdown };
  };
}

function headingAt(report: Report, offset: number, lexicon: Lexicon): { term: Term; range: Span } | null {
  const section = report.outline.sections.find(({ heading }) => heading !== null && contains(heading, offset));
  const term = section === undefined ? undefined : lexicon.term(section.id, 'heading');
  return term === undefined || section?.heading == null ? null : { term, range: section.heading };
}

/** The terms of understood words; `T1 and T2` has two. */
function termsOf(word: Word | undefined, lexicon: Lexicon): Term[] {
  if (word === undefined || SMALL.has(word.category)) return [];
  const whole = lexicon.term(word.value, word.category as Category);
  const terms = whole === undefined ? word.value.split(' ').map((id) => lexicon.term(id, word.category as Category)) : [whole];
  return terms.filter((term) => term !== undefined);
}

/** Whether a word is one of those that name a finding together (`compression` of `cord compression`). */
const isNaming = (word: Word | undefined): boolean =>
  word === undefined || ['head', 'observation', 'site', 'diagnosis'].includes(word.category) || SMALL.has(word.category);

/** Words that need no explanation. */
const SMALL: ReadonlySet<string> = new Set([
  'level',
  'number',
  'preposition',
  'conjunction',
  'verb',
  'pronoun',
  'word',
  'all',
  'unit',
  'abbreviation',
]);

/** The single level under the cursor in `D4 to D7`; a bare number has the letter before it. */
function levelAt(
  reading: Reading,
  { range }: Word,
  offset: number,
  lex: (folded: string) => Lexeme[],
): { name: string; range: Span } | null {
  let letter = '';
  for (const token of lex(fold(reading.text.slice(range.start, range.end)))) {
    const span = shift({ start: token.startOffset, end: token.startOffset + token.image.length }, range.start);
    if (token.tokenType === Level) letter = /^[a-z]+/.exec(token.image)?.[0] ?? '';
    else if (token.tokenType !== NumberToken) continue;
    const name = canonicalLevel(token.image, letter);
    if (contains(span, offset)) return name === null || levelIndex(name) < 0 ? null : { name, range: span };
  }
  return null;
}

function levelPage(level: string, all: readonly Finding[], style: LevelStyle, lexicon: Lexicon): string {
  const written = writeLevel(level, style);
  const touching = all.filter(
    ({ levels, discs, presence }) =>
      presence !== 'absent' && (levels.includes(level) || discs.some((disc) => disc.split('-').includes(level))),
  );
  const lines = touching.map(
    (finding) =>
      `- ${plain(`${findingName(finding, lexicon)} ${placeWords(finding, style)}`)}${finding.section === 'impression' ? ' (impression)' : ''}`,
  );
  return paragraphs([
    `**${level}**${written === level ? '' : ` (written ${written})`}: ${levelDetail(level)}`,
    lines.length > 0 ? `Findings here:\n${[...new Set(lines)].join('\n')}` : '',
  ]);
}

/** Findings named at an offset, else those that state something there, the shortest first. */
function findingsAt(all: readonly Finding[], offset: number): Finding[] {
  const around = all
    .filter(({ range }) => contains(range, offset))
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start));
  const named = around.filter((finding) => isNamedAt(finding, offset));
  const stated = around.filter(({ where }) => Object.values(where).some((span) => contains(span, offset)));
  return (named.length > 0 ? named : stated).slice(0, MOST_FINDINGS);
}
