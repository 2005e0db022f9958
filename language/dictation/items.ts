import { numberAt } from './number.ts';
import type { Heard } from './piece.ts';
import type { Words } from './words.ts';

const MOST_ITEMS = 30;

/**
 * `number one`, `number two period`: a list mark. The first must begin a sentence; each further one must count on from `last`,
 * the number of the item before it (0 where there is none), unless it is the first word of all.
 */
export function hearItem(words: Words, i: number, last: number, begins: boolean): (Heard & { readonly number: number }) | null {
  if (words.at(i) !== 'number') return null;
  const first = i === 0;
  const said = numberAt(words, i + 1);
  if (said === null || said.decimal) return null;
  const number = Number(said.digits);
  if (
    (number !== last + 1 && !(first && number <= MOST_ITEMS)) ||
    !(begins || last > 0) ||
    /^(in|the|a|of|image|series|level)$/.test(words.at(i - 1))
  )
    return null;
  const next = /^(period|comma|colon|dot)$/.test(words.at(said.next)) ? said.next + 1 : said.next;
  return { next, number, pieces: [{ span: words.span(i, next), written: `${number}.`, role: 'item', why: 'item', spoken: 'likely' }] };
}
