import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding } from '../meaning/finding.ts';
import { levelIndex } from '../meaning/levels.ts';
import { type LevelStyle, levelStyleOf, writeLevel } from '../meaning/notation.ts';
import { canonicalLevel } from '../meaning/read-levels.ts';
import { Level, type Lexeme, NumberToken } from '../syntax/tokens.ts';
import { fold } from '../text/fold.ts';
import { contains, type Span, shift } from '../text/span.ts';
import { findingName, findingWords } from './finding-words.ts';
import { findingsAt } from './findings-at.ts';
import { levelDetail } from './level-items.ts';
import { paragraphs, plain } from './markdown.ts';
import { findingsOf, type Reading, reportAt, type Word, wordAt } from './reading.ts';
import { findingList, saidOf } from './said-of.ts';
import { termPage } from './term-page.ts';
import { headingAt, isNaming, termsAt } from './terms-at.ts';

export interface Hover {
  /** The words that it speaks of. */
  readonly range: Span;
  readonly markdown: string;
}

export type HoverAt = (reading: Reading, offset: number) => Hover | null;

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
    const terms = termsAt(reading, offset, lexicon);
    const pages = [
      level === null ? '' : levelPage(level.name, all, style, lexicon),
      ...terms.map(termPage),
      ...found.map(
        (finding) =>
          `Understood: **${plain(findingName(finding, lexicon))}** – ${findingWords(finding, all, style, lexicon).map(plain).join('; ')}`,
      ),
      saidOf(terms, all, found, style, lexicon),
    ];
    const markdown = paragraphs(pages);
    const head = found[0]?.where.head;
    const naming = head !== undefined && isNaming(word) && contains(head, offset) ? head : undefined;
    const range = level?.range ?? heading?.range ?? naming ?? word?.range ?? found[0]?.range;
    return markdown === '' || range === undefined ? null : { range, markdown };
  };
}

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
  return paragraphs([
    `**${level}**${written === level ? '' : ` (written ${written})`}: ${levelDetail(level)}`,
    findingList('Findings here:', touching, style, lexicon),
  ]);
}
