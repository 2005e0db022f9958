import type { Outline, Statement } from '../syntax/report.ts';
import { fold } from '../text/fold.ts';
import type { WordProblem } from './report.ts';

/** What was left behind or pasted twice: open places, sentences that stand twice, numbers of items that do not count on. */
export function leftOvers(text: string, outline: Outline): WordProblem[] {
  const stating = outline.statements.filter(({ section }) => STATING.has(section));
  return [...stating.flatMap(openPlaces), ...repeated(stating), ...miscounted(text, outline)];
}

const STATING: ReadonlySet<string> = new Set(['', 'findings', 'impression', 'addendum']);

/** `___ cm`: a size that was never dictated. A bare `___` is how archives take names out; fields in brackets have their own check. */
const OPEN = /(?<!_)_{2,}(?= *(?:mm|cm|x|×|hu|levels?)\b)/giu;

const openPlaces = ({ text, range }: Statement): WordProblem[] =>
  [...text.matchAll(OPEN)].map((m) => {
    const start = range.start + m.index;
    return { kind: 'open', range: { start, end: start + m[0].length }, words: m[0], suggestions: [] };
  });

/** A sentence in the same words under the same topic of the same section. Short ones (`Normal.`) may well stand twice. */
function repeated(statements: readonly Statement[]): WordProblem[] {
  const seen = new Set<string>();
  return statements.flatMap(({ text, range, section, topic }): WordProblem[] => {
    const words = fold(text)
      .replace(/[\s.;]+/g, ' ')
      .trim();
    if (words.split(' ').length < LEAST_WORDS) return [];
    // A topic's words stand at one place; two topics of one name are two places.
    const key = `${section} ${topic?.name.start ?? -1} ${words}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ kind: 'repeated', range, words: text, suggestions: [] }];
  });
}

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
