import type { Lexicon } from '../lexicon/lexicon.ts';
import { fitted } from '../text/fitted.ts';
import { fold } from '../text/fold.ts';
import { keep, once } from '../text/kept.ts';
import { type Sentence, sentencesIn } from './block-sentences.ts';
import { laterHeading, valueEnd } from './later-lead.ts';
import { headerKeyAt, headingAt, isRuling, isSeparator, type Lead, markEnd, skipBlanks } from './line.ts';
import { type NamedTopic, topicIn } from './named-topic.ts';
import { isUnknownHeading } from './unknown-heading.ts';

/**
 * A line, or the rest of one, as what it is by its own words, wherever they stand: offsets count from its start. Most lines come back,
 * so each thing is found when it is first asked for, and kept.
 */
export class Stretch {
  readonly text: string;
  /** Its first word. */
  readonly at: number;
  readonly #by: By;
  #isSeparator: boolean | undefined;
  #isRuling: boolean | undefined;
  #heading: Lead | null | undefined;
  #key: Lead | null | undefined;
  #valueEnd: number | undefined;
  #mark: number | undefined;
  #behindMark: number | undefined;
  #topic: NamedTopic | null | undefined;
  #isUnknown: boolean | undefined;
  #later: Lead | null | undefined;
  #from = 0;
  #rest: Stretch | null = null;
  /** By the way of asking for them; one list does for all stretches until they are first asked for. */
  #sentences: readonly (readonly Sentence[] | undefined)[] = NOT_ASKED;

  constructor(text: string, by: By) {
    this.text = text;
    this.at = skipBlanks(fold(text), 0, text.length);
    this.#by = by;
  }

  /** Made each time, as it is asked for only where something is found for the first time. */
  get folded(): string {
    return fold(this.text);
  }

  get isBlank(): boolean {
    return this.at >= this.text.length;
  }

  /** Whether it is a line of dashes that parts two reports. */
  get isSeparator(): boolean {
    return (this.#isSeparator ??= isSeparator(this.folded, 0, this.text.length));
  }

  get isRuling(): boolean {
    return (this.#isRuling ??= isRuling(this.folded, 0, this.text.length));
  }

  /** The heading that it begins with; its words may still be those of a longer term that goes on in the next line. */
  get heading(): Lead | null {
    if (this.#heading === undefined) this.#heading = headingAt(this.folded, this.at, this.text.length, this.#by.lexicon);
    return this.#heading;
  }

  /** The header key that it begins with. */
  get key(): Lead | null {
    if (this.#key === undefined) this.#key = headerKeyAt(this.folded, this.at, this.text.length, this.#by.lexicon);
    return this.#key;
  }

  /** Where the value of that key ends because something else follows; -1 where it goes on to the end. */
  get valueEnd(): number {
    return (this.#valueEnd ??= valueEnd(this.text, this.folded, this.key?.rest ?? 0, this.text.length, this.#by.lexicon));
  }

  /** The end of the list mark that it begins with, or -1. */
  get mark(): number {
    return (this.#mark ??= markEnd(this.folded, this.at, this.text.length));
  }

  /** What stands behind that mark. */
  get behindMark(): Stretch {
    return this.from((this.#behindMark ??= skipBlanks(this.folded, this.mark, this.text.length)));
  }

  /** The words before a colon that it begins with. */
  get topic(): NamedTopic | null {
    if (this.#topic === undefined) this.#topic = topicIn(this.text, this.folded, { start: 0, end: this.text.length }, this.#by.lexicon);
    return this.#topic;
  }

  /** Whether those are a heading that the lexicon does not have. */
  get isUnknownHeading(): boolean {
    const words = this.topic?.words;
    return (this.#isUnknown ??= words !== undefined && isUnknownHeading(this.text, this.folded, words, this.#by.lexicon));
  }

  /** A heading in the middle of it. */
  get later(): Lead | null {
    if (this.#later === undefined) this.#later = laterHeading(this.text, this.folded, 0, this.text.length, this.#by.lexicon);
    return this.#later;
  }

  /** What is left of it from an offset on: behind a mark, heading or topic. */
  from(offset: number): Stretch {
    if (offset === 0) return this;
    if (this.#rest === null || this.#from !== offset) {
      this.#from = offset;
      this.#rest = this.#by.of(this.text.slice(offset));
    }
    return this.#rest;
  }

  /** Its sentences, where it is a block by itself; `isPlain`: one that begins a line, in small letters. */
  sentences(inList: boolean, isPlain: boolean): readonly Sentence[] {
    const way = Number(inList) + 2 * Number(isPlain);
    const known = this.#sentences[way];
    if (known !== undefined) return known;
    const { text, folded } = this;
    const found = fitted(sentencesIn(text, folded, { start: 0, end: text.length }, inList, isPlain, this.#by.lexicon, 0));
    this.#sentences = this.#sentences.with(way, found);
    return found;
  }
}

const NOT_ASKED: readonly undefined[] = [undefined, undefined, undefined, undefined];

/** What stretches are read by. */
interface By {
  readonly lexicon: Lexicon;
  /** The stretch of other words. */
  readonly of: (text: string) => Stretch;
}

/** About a kilobyte each. */
const MOST_KEPT = 16_000;

/** The stretches of texts, kept with the lexicon that they are read by. */
export const stretchesOf = once((lexicon: Lexicon): ((text: string) => Stretch) => {
  const by: By = { lexicon, of: keep(MOST_KEPT, (text) => new Stretch(text, by)) };
  return by.of;
});
