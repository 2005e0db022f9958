import { fold } from '../text/fold.ts';
import { eachWord, pairOf, rarestWords } from './words.ts';

/** The signs that a text may mention phrases: it has the word of one, or two words of it one behind the other. */
export class PhraseSigns {
  /** By the number of a word: signs that it shows by itself. */
  readonly #words = new Map<number, number[]>();
  /** By the number of two words. */
  readonly #pairs = new Map<number, number[]>();
  /** Phrases without a word, such as `?`, with their sign. */
  readonly #marks: { readonly mark: string; readonly sign: number }[] = [];

  add(phrases: readonly string[], sign: number): void {
    for (const phrase of new Set(phrases.map(fold))) {
      const { before, word } = rarestWords(phrase);
      if (word === null) this.#marks.push({ mark: phrase, sign });
      else if (before === null) signsOf(this.#words, word).push(sign);
      else {
        signsOf(this.#words, before);
        signsOf(this.#words, word);
        signsOf(this.#pairs, pairOf(before, word)).push(sign);
      }
    }
  }

  /** Shows the signs of a folded text. Linear in it. */
  show(text: string, shown: Uint8Array): void {
    let before: number | null = null;
    eachWord(text, (word) => {
      const alone = this.#words.get(word);
      if (alone === undefined) {
        before = null;
        return;
      }
      showAll(alone, shown);
      const both = before === null ? undefined : this.#pairs.get(pairOf(before, word));
      if (both !== undefined) showAll(both, shown);
      before = word;
    });
    for (const { mark, sign } of this.#marks) if (text.includes(mark)) shown[sign] = 1;
  }

  /** Shows all of them, where nothing is known of a text. */
  showAll(shown: Uint8Array): void {
    for (const signs of [...this.#words.values(), ...this.#pairs.values()]) showAll(signs, shown);
    for (const { sign } of this.#marks) shown[sign] = 1;
  }
}

function showAll(signs: readonly number[], shown: Uint8Array): void {
  for (const sign of signs) shown[sign] = 1;
}

function signsOf(by: Map<number, number[]>, number: number): number[] {
  let signs = by.get(number);
  if (signs === undefined) by.set(number, (signs = []));
  return signs;
}
