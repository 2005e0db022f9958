import { type Level, nameOf } from './level-words.ts';
import type { Words } from './words.ts';

/** `t two weighted`, `t two dash weighted`, `t two star` -> `T2-weighted`, `T2*`; null where the words are no name of a sequence. */
export function weighted(words: Words, level: Level): { written: string; next: number } | null {
  if (!isEither(level)) return null;
  const at = /^(hyphen|dash|-)$/.test(words.at(level.next)) ? level.next + 1 : level.next;
  if (words.at(at) === 'weighted' || words.at(at) === 'weighting') return { written: `${nameOf(level)}-${words.at(at)}`, next: at + 1 };
  return words.at(level.next) === 'star' && level.number === 2 ? { written: 'T2*', next: level.next + 1 } : null;
}

/** Whether T1 or T2 is surely a sequence here: a signal word follows, it, or a second sequence. It then pairs with nothing. */
export function isSequence(words: Words, i: number, level: Level): boolean {
  return (
    isEither(level) &&
    (isSignal(words, level.next) || (/^(on|both)$/.test(words.at(i - 1)) && !/^(to|through|hyphen)$/.test(words.at(level.next))))
  );
}

const isEither = ({ letter, number }: Level): boolean => letter === 'T' && number <= 2;

const IMAGE = /^(signal|image|images|sequence|sequences|flair|stir|fat|bright|dark|post|shortening|prolongation|weighted)$/;

function isSignal(words: Words, i: number): boolean {
  return IMAGE.test(words.at(i)) || words.categories(i).some((c) => c === 'intensity' || c === 'enhancement');
}
