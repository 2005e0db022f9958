import type { Outline, Statement } from '../syntax/report.ts';
import { fold } from '../text/fold.ts';
import { type Span, shift } from '../text/span.ts';
import type { Said } from './draft.ts';
import type { WordProblem } from './report.ts';
import type { StatementMeaning } from './statement.ts';

/** What was left behind or pasted twice: open places, sentences that stand twice, numbers of items that do not count on. */
export function leftOvers(text: string, outline: Outline, said: readonly Said[]): WordProblem[] {
  const stating = said.filter(({ statement }) => STATING.has(statement.section));
  return [...openPlaces(stating), ...repeated(stating), ...miscounted(text, outline)];
}

const STATING: ReadonlySet<string> = new Set(['', 'findings', 'impression', 'addendum']);

/** `___ cm`: a size that was never dictated. A bare `___` is how archives take names out; fields in brackets have their own check. */
const OPEN = /(?<!_)_{2,}(?= *(?:mm|cm|x|×|hu|levels?)\b)/giu;

export interface Sentence {
  /** Without regard to case, blanks and stops; empty for a short one. */
  readonly words: string;
  /** Its open places, counted from its start. */
  readonly open: readonly Span[];
}

const sentenceOf = ({ text, made }: StatementMeaning): Sentence => (made.sentence ??= readSentence(text));

function readSentence(text: string): Sentence {
  const words = fold(text)
    .replace(/[\s.;]+/g, ' ')
    .trim();
  const isShort = words.split(' ').length < LEAST_WORDS;
  const open = !text.includes('__') ? NONE : [...text.matchAll(OPEN)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  return isShort && open.length === 0 ? SHORT : { words: isShort ? '' : words, open };
}

const NONE: readonly Span[] = [];
const SHORT: Sentence = { words: '', open: NONE };

function openPlaces(said: readonly Said[]): WordProblem[] {
  const problems: WordProblem[] = [];
  for (const { statement, own } of said)
    for (const span of sentenceOf(own).open) {
      const words = statement.text.slice(span.start, span.end);
      problems.push({ kind: 'open', range: shift(span, statement.range.start), words, suggestions: [] });
    }
  return problems;
}

/** A sentence in the same words under the same topic of the same section. Short ones (`Normal.`) may well stand twice. */
function repeated(said: readonly Said[]): WordProblem[] {
  const first = new Map<string, Statement>();
  const others = new Set<string>();
  const problems: WordProblem[] = [];
  for (const { statement, own } of said) {
    const { words } = sentenceOf(own);
    if (words === '') continue;
    const before = first.get(words);
    if (before === undefined) first.set(words, statement);
    else {
      const key = `${placeOf(statement)} ${words}`;
      if (placeOf(before) === placeOf(statement) || others.has(key))
        problems.push({ kind: 'repeated', range: statement.range, words: statement.text, suggestions: [] });
      else others.add(key);
    }
  }
  return problems;
}

/** A topic's words stand at one place; two topics of one name are two places. */
const placeOf = ({ section, topic }: Statement): string => `${section} ${topic?.name.start ?? -1}`;

const LEAST_WORDS = 4;

/** `1. 1. 4.`: where 2 and 3 should stand. A list may begin anew at 1. */
function miscounted(text: string, { items }: Outline): WordProblem[] {
  let last: number | null = null;
  return items.flatMap(({ mark }): WordProblem[] => {
    const digits = mark === null ? null : /^\(?(\d{1,2})[.)]/.exec(text.slice(mark.start, mark.end));
    if (mark === null || digits?.[1] === undefined) return [];
    const number = Number(digits[1]);
    if (last === null || (number === 1 && last > 1)) {
      last = number;
      return [];
    }
    const expected = ++last;
    if (number === expected) return [];
    const start = mark.start + digits[0].indexOf(digits[1]);
    const range = { start, end: start + digits[1].length };
    return [{ kind: 'miscounted', range, words: digits[1], suggestions: [String(expected)] }];
  });
}
