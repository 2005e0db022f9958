import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Category, Term } from '../../lexicon/term.ts';
import { keysOf } from '../../lexicon/trie.ts';
import { variants } from '../../lexicon/variants.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import type { Words } from './entries.ts';
import { mentionsIn } from './mentions.ts';

/** What kind of text words are looked for in. */
export type TextKind = 'report' | 'rules' | 'template';

export interface WordsPlace {
  readonly range: Span;
  /** Whether they stand there in the plural that is made by itself. */
  readonly isPlural: boolean;
}

/** Where a text has the words of a term; with `words`, where it has these in any letter case, number and spelling. Names of rules and templates are none. */
export function placesOf(
  text: string,
  kind: TextKind,
  { id, category }: Pick<Term, 'id' | 'category'>,
  words: Words | null,
  lexicon: Lexicon,
): WordsPlace[] {
  const found: WordsPlace[] = [];
  const isWanted = words === null ? () => 'one' as const : matcher(words, category);
  for (const { term, range } of mentionsIn(withoutNames(text, kind), lexicon)) {
    if (term.id !== id || term.category !== category) continue;
    const number = isWanted(text.slice(range.start, range.end));
    if (number !== null) found.push({ range, isPlural: number === 'many' });
  }
  return found;
}

function matcher({ text, form }: Words, category: Category): (words: string) => 'one' | 'many' | null {
  const keys = keysOf(fold(text));
  const one = keys.join(' ');
  const many = new Set(variants(keys, category, category === 'observation' && form === null ? 'noun' : form).map((each) => each.join(' ')));
  return (words) => {
    const key = keysOf(fold(words)).join(' ');
    return key === one ? 'one' : many.has(key) ? 'many' : null;
  };
}

/** The text with names that are no words of a report blank, unit for unit. */
function withoutNames(text: string, kind: TextKind): string {
  const blank = (words: string): string => ' '.repeat(words.length);
  if (kind === 'rules') return text.replace(/^rule[ \t].*$/gm, blank);
  const named = text.replace(/^[ \t]*template[ \t]*:.*$/gim, blank);
  return kind === 'template' ? named.replace(/\[(?:use|example)\s[^\]\r\n]*\]/gi, blank) : named;
}
