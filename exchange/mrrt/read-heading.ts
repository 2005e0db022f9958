import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { headingAt } from '../../language/syntax/line.ts';
import { fold } from '../../language/text/fold.ts';

/** What the sections of German files are called; most say it in English too. */
const GERMAN: Readonly<Record<string, string>> = {
  befund: 'Findings',
  befunde: 'Findings',
  beurteilung: 'Impression',
  zusammenfassung: 'Impression',
  'klinische angaben': 'Clinical information',
  'klinische fragestellung': 'Clinical question',
  fragestellung: 'Clinical question',
  technik: 'Technique',
  untersuchungstechnik: 'Technique',
  vergleich: 'Comparison',
  voruntersuchungen: 'Comparison',
  empfehlung: 'Recommendation',
};

/** The first of some words that the vocabulary takes for the heading of a section, and of which; null where none is. */
export function headingWords(all: readonly string[], lexicon: Lexicon): { readonly id: string; readonly words: string } | null {
  for (const each of [...all, ...all.flatMap((words) => GERMAN[plain(words)] ?? [])]) {
    const words = each.replace(/\s*:\s*$/, '');
    const folded = fold(words);
    const heading = words === '' ? null : headingAt(folded, 0, folded.length, lexicon);
    if (heading !== null && heading.rest >= folded.length) return { id: heading.id, words };
  }
  return null;
}

const plain = (words: string): string => words.toLowerCase().replace(/[\s:]+$/, '');

/** The words of a heading as those of a topic: no more than a topic can have, with its colon. */
export const topicWords = (words: string): string => `${words.replace(/[\s:]+$/, '')}:`;
