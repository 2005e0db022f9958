import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Span } from '../text/span.ts';
import { type NamedTopic, topicIn } from './named-topic.ts';
import { sentences } from './sentences.ts';

/** A sentence of a block of text; all its offsets count from the start of the block. */
export interface Sentence {
  readonly span: Span;
  readonly text: string;
  /** The list mark before it. */
  readonly mark: Span | null;
  /** The words before a colon that it begins with. */
  readonly topic: NamedTopic | null;
}

/** The sentences of a block of a text; see `sentences`. */
export function sentencesIn(
  text: string,
  folded: string,
  block: Span,
  inList: boolean,
  isPlain: boolean,
  lexicon: Lexicon,
  item: number,
): readonly Sentence[] {
  const by = block.start;
  const own = ({ start, end }: Span): Span => ({ start: start - by, end: end - by });
  return sentences(text, folded, block, inList, isPlain, lexicon, item).map(({ span, mark }) => {
    const topic = topicIn(text, folded, span, lexicon);
    return {
      span: own(span),
      mark: mark === null ? null : own(mark),
      text: text.slice(span.start, span.end),
      topic: topic === null ? null : { ...topic, words: own(topic.words), rest: topic.rest - by },
    };
  });
}
