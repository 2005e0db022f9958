import { fold } from '../text/fold.ts';
import { eachWord, longestWords } from './words.ts';

/** A word of phrases. */
interface Word {
  readonly place: number;
  /** Signs that it shows by itself. */
  readonly alone: number[];
  /** Signs that it shows together with another word: the place of that, and the sign, one behind the other. */
  readonly beside: number[];
}

/** The signs that a text may mention phrases: it has the longest two words of one of them. */
export class PhraseSigns {
  /** By number. */
  readonly #words = new Map<number, Word>();
  /** Phrases without a word, such as `?`, with their sign. */
  readonly #marks: { readonly mark: string; readonly sign: number }[] = [];

  add(phrases: readonly string[], sign: number): void {
    for (const phrase of new Set(phrases.map(fold))) {
      const [longest, next] = longestWords(phrase);
      if (longest === undefined) this.#marks.push({ mark: phrase, sign });
      else if (next === undefined) this.#word(longest).alone.push(sign);
      else this.#word(longest).beside.push(this.#word(next).place, sign);
    }
  }

  /** Shows the signs of a folded text. Linear in it. */
  show(text: string, shown: Uint8Array): void {
    const words: Word[] = [];
    const has = new Uint8Array(this.#words.size);
    eachWord(text, (number) => {
      const word = this.#words.get(number);
      if (word === undefined || has[word.place] === 1) return;
      has[word.place] = 1;
      words.push(word);
    });
    for (const { alone, beside } of words) {
      for (const sign of alone) shown[sign] = 1;
      for (let i = 0; i < beside.length; i += 2) if (has[beside[i] as number] === 1) shown[beside[i + 1] as number] = 1;
    }
    for (const { mark, sign } of this.#marks) if (text.includes(mark)) shown[sign] = 1;
  }

  /** Shows all of them, where nothing is known of a text. */
  showAll(shown: Uint8Array): void {
    for (const { alone, beside } of this.#words.values()) {
      for (const sign of alone) shown[sign] = 1;
      for (let i = 1; i < beside.length; i += 2) shown[beside[i] as number] = 1;
    }
    for (const { sign } of this.#marks) shown[sign] = 1;
  }

  #word(number: number): Word {
    let word = this.#words.get(number);
    if (word === undefined) this.#words.set(number, (word = { place: this.#words.size, alone: [], beside: [] }));
    return word;
  }
}
