import { findingsOf, isNamedAt } from '../assist/reading.ts';
import { spell, spellingOf } from '../impression/spelling.ts';
import { capital } from '../impression/words.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Term } from '../lexicon/term.ts';
import { uncomment } from '../syntax/comments.ts';
import type { TextEdit } from '../text/edit.ts';
import { fold } from '../text/fold.ts';
import { contains, type Span } from '../text/span.ts';
import type { Asked, Refactoring } from './refactoring.ts';

const ABBREVIATION = /^[A-Z][A-Z0-9]+$/;
const SMALL_WORDS = /^(?:of|the|and|in|to|a)$/;

/** The abbreviation at the cursor in full, or the words there as their abbreviation, both as the lexicon has them. */
export function abbreviation(asked: Asked): Refactoring[] {
  const { range, lexicon } = asked;
  const { text } = asked.reading;
  return [termsAt(text, range.start, lexicon), headAt(asked)]
    .filter((found) => found !== null && range.end <= found.span.end)
    .flatMap((found) => (found === null ? [] : rewordings(asked, found)))
    .filter((each, i, all) => all.findIndex(({ title }) => title === each.title) === i);
}

/** Known words and what they may mean. */
interface Found {
  readonly span: Span;
  readonly terms: readonly Term[];
}

function rewordings(asked: Asked, { span, terms }: Found): Refactoring[] {
  const { text } = asked.reading;
  const written = text.slice(span.start, span.end);
  const own = text.slice(asked.report.range.start, asked.report.range.end);
  const forms = terms.map(({ label, synonyms }) => [label, ...synonyms]);
  if (ABBREVIATION.test(written)) {
    // The first words of each term that the letters stand for: `VCF` is no fracture of any kind.
    const full = forms.flatMap((all) => (all.includes(written) ? (all.find((words) => stands(written, words)) ?? []) : []));
    return [...new Set(full)].map((words) => {
      const spelt = spell(words, spellingOf(fold(own)));
      return replacing(asked, span, inCaseOfPlace(asked, span, spelt), `Write ${written} in full: ${spelt}`);
    });
  }
  const short = forms.flatMap((all) => all.filter((form) => ABBREVIATION.test(form) && stands(form, written)));
  return [...new Set(short)].map((words) => replacing(asked, span, words, `Write ${words} for it`));
}

/** The words that name a finding together (`cord compression`). */
function headAt({ report, range, lexicon }: Asked): Found | null {
  const finding = findingsOf(report).find((each) => isNamedAt(each, range.start));
  const term = finding === undefined ? undefined : lexicon.term(finding.kind, 'head');
  return finding?.where.head === undefined || term === undefined ? null : { span: finding.where.head, terms: [term] };
}

/** Known words at an offset in their line, outside of comments and quotes. */
function termsAt(text: string, offset: number, lexicon: Lexicon): Found | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const line = fold(uncomment(text.slice(start, newline < 0 ? text.length : newline)).text).replace(/"[^"]*(?:"|$)/g, (words) =>
    ' '.repeat(words.length),
  );
  for (let at = 0; at < line.length && start + at <= offset; ) {
    const match = lexicon.match(line, at);
    const end = match?.end ?? at + Math.max(/^[a-z0-9'\u0080-\uffff]*/.exec(line.slice(at, at + 80))?.[0].length ?? 0, 1);
    const span = { start: start + at, end: start + end };
    if (match !== null && contains(span, offset)) return { span, terms: match.senses.map(({ term }) => term) };
    at = end;
    while (at < line.length && !/[a-z0-9\u0080-\uffff]/.test(line[at] ?? '')) at++;
  }
  return null;
}

/** Whether the letters are those of the words: each word begins with one, in order; small words need not. */
function stands(letters: string, words: string): boolean {
  if (ABBREVIATION.test(words)) return false;
  const parts = fold(words)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !SMALL_WORDS.test(word));
  let at = 0;
  const wanted = letters.toLowerCase();
  for (const part of parts) {
    if (part.charAt(0) !== wanted[at]) return false;
    at++;
    // Letters from within the word, as far as the next word's does not claim them: extraMedullary.
    const rest = parts.length - parts.indexOf(part) - 1;
    let from = 1;
    while (wanted.length - at > rest) {
      const next = part.indexOf(wanted[at] ?? '', from);
      if (next < 0) break;
      from = next + 1;
      at++;
    }
  }
  return at === wanted.length;
}

/** Capital where a sentence begins, capitals in a line of capitals. */
function inCaseOfPlace({ reading, report }: Asked, span: Span, words: string): string {
  const { text } = reading;
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const others = (text.slice(start, span.start) + text.slice(span.end, newline < 0 ? text.length : newline)).replace(/\P{L}/gu, '');
  if (others.length > 8 && others === others.toUpperCase()) return words.toUpperCase();
  const opens = report.outline.statements.some(({ range }) => range.start === span.start);
  return opens || report.outline.header.some(({ value }) => value.start === span.start) ? capital(words) : words;
}

/** The edits, with the article before it: `an MRI`, `a magnetic resonance image`. */
function replacing({ reading }: Asked, span: Span, words: string, title: string): Refactoring {
  const article = /(?<![\p{L}\d])(an?)\s+$/iu.exec(reading.text.slice(Math.max(0, span.start - 6), span.start));
  const edits: TextEdit[] = [{ range: span, text: words }];
  const written = article?.[1] ?? '';
  const wanted = written === '' ? '' : `${written.charAt(0)}${takesAn(words) ? 'n' : ''}`;
  if (article !== null && wanted !== written) {
    const start = span.start - article[0].length;
    edits.unshift({ range: { start, end: start + written.length }, text: wanted });
  }
  return { title, kind: 'abbreviation', edits };
}

/** An abbreviation is read letter by letter: an MRI, a US. */
export const takesAn = (words: string): boolean =>
  (ABBREVIATION.test(words) ? /^[AEFHILMNORSX]/ : /^(?!uni|eu|one|us\b)[aeiou]/i).test(words);
