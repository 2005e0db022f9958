import type { Lexicon } from '../lexicon/lexicon.ts';
import { Comma, type Lexeme } from '../syntax/tokens.ts';
import { attributeItems } from './attribute-items.ts';
import { ignoreItems } from './ignore-items.ts';
import { type Completions, inOrder } from './item.ts';
import { levelItems } from './level-items.ts';
import { lineStartItems } from './line-start.ts';
import { openFieldItems } from './open-field-items.ts';
import { placeAt } from './place.ts';
import type { Reading, RuleName } from './reading.ts';
import { signalItems } from './signal-items.ts';
import { fieldItems, termItems } from './term-items.ts';

export type { CompletionItem, Completions, ItemKind } from './item.ts';

export interface CompletionRequest {
  /** UTF-16 offset of the cursor; beyond the text counts as its end. */
  readonly offset: number;
  /** Whether a person asked, or a word is being typed; false right behind a blank or a dash that was typed. */
  readonly asked: boolean;
  /** Whether the text is a template, which has lines that no report has. */
  readonly isTemplate?: boolean;
}

export type Complete = (reading: Reading, request: CompletionRequest) => Completions;

/** Makes the completion of a lexicon's language; `rules` are those that a comment may silence. Never throws. */
export function createCompletion(lexicon: Lexicon, lex: (folded: string) => Lexeme[], rules: readonly RuleName[]): Complete {
  return (reading, { offset, asked, isTemplate = false }) => {
    const place = placeAt(reading, Math.min(Math.max(offset, 0), reading.text.length), lex);
    if (place.within === 'quote') return { items: [], isIncomplete: false };
    if (place.within === 'comment') return { items: inOrder(ignoreItems(place, reading, rules)), isIncomplete: false };
    const open = openFieldItems(place, lexicon, isTemplate);
    if (open !== null) return { items: inOrder(open), isIncomplete: false };
    const signal = signalItems(place, lexicon);
    const wanted = signal.length > 0 ? signal : levelItems(place, lexicon, asked);
    const expected = [
      ...wanted,
      ...(wanted.length === 0 || place.before.at(-1)?.tokenType === Comma ? attributeItems(place, lexicon, asked) : []),
      ...fieldItems(place, lexicon),
    ];
    const starts = place.field === undefined ? lineStartItems(place, lexicon) : [];
    const beginsHeader = place.inHeader && starts.length > 0;
    const terms = (place.typed !== '' || asked) && !beginsHeader ? termItems(place, lexicon, asked) : [];
    return { items: inOrder([...expected, ...starts, ...terms]), isIncomplete: terms.length > 0 };
  };
}
