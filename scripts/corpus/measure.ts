import type { Language } from '../../language/language.ts';
import type { Span } from '../../language/text/span.ts';
import type { CorpusText } from './gold.ts';
import { type Miss, newScore, type Score, scoreText } from './score.ts';

/** What reading a corpus showed. */
export interface Measured {
  readonly score: Score;
  readonly misses: readonly (Miss & { readonly name: string })[];
  readonly texts: number;
  readonly withGold: number;
  /** Words of all statements, and those of them that something was made of. */
  readonly words: number;
  readonly understood: number;
  readonly bytes: number;
  /** Time for the findings of all texts, and for findings, impression and checks; 0 without a clock. */
  readonly seconds: { readonly findings: number; readonly checks: number };
  /** Texts that made the reader throw, with what it threw. */
  readonly thrown: readonly { readonly name: string; readonly error: string }[];
}

/** Reads every text. `now` gives milliseconds. */
export function measure(language: Language, texts: readonly CorpusText[], now: () => number = () => 0): Measured {
  const score = newScore();
  const misses: (Miss & { name: string })[] = [];
  const thrown: { name: string; error: string }[] = [];
  let words = 0;
  let understood = 0;
  let bytes = 0;
  const spent = { findings: 0, checks: 0 };
  // Rules are compiled on first use; that is no part of reading a text.
  void language.rules;
  for (const { name, text, gold } of texts) {
    try {
      const start = now();
      const snapshot = language.read(text);
      const findings = snapshot.reports.flatMap((report) => [...report.findings, ...report.impression.flatMap((item) => item.findings)]);
      const read = now();
      void snapshot.diagnostics;
      spent.findings += read - start;
      spent.checks += now() - start;
      bytes += new TextEncoder().encode(text).length;
      for (const { statements } of language.explain(snapshot)) {
        for (const statement of statements) {
          const count = countWords(
            text,
            statement.range,
            statement.words.map(({ range }) => range),
          );
          words += count.words;
          understood += count.understood;
        }
      }
      if (gold !== null)
        misses.push(
          ...scoreText(score, gold, findings, (part, whole) => language.lexicon.isPart(part, whole)).map((miss) => ({ ...miss, name })),
        );
    } catch (error) {
      thrown.push({ name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  const seconds = { findings: spent.findings / 1000, checks: spent.checks / 1000 };
  const withGold = texts.filter(({ gold }) => gold !== null).length;
  return { score, misses, texts: texts.length, withGold, words, understood, bytes, seconds, thrown };
}

const WORD = /\p{L}[\p{L}\p{M}\p{N}'’]*/gu;

/** Words of a stretch (runs of letters), and how many of them stand in spans, which come in order. */
function countWords(text: string, { start, end }: Span, spans: readonly Span[]): { words: number; understood: number } {
  let words = 0;
  let understood = 0;
  let next = 0;
  for (const { index } of text.slice(start, end).matchAll(WORD)) {
    words++;
    const at = start + index;
    while (next < spans.length && (spans[next]?.end ?? 0) <= at) next++;
    if (at >= (spans[next]?.start ?? Number.POSITIVE_INFINITY)) understood++;
  }
  return { words, understood };
}
