import { CATEGORY_NAMES } from '../../assist/names.ts';
import type { OutlineSymbol } from '../../assist/symbols.ts';
import { treeAt } from '../../lexicon/tree.ts';
import type { LexiconReading } from './reading.ts';

/** The entries of a lexicon file as its outline: id and category. */
export const lexiconSymbols = ({ entries, pack }: LexiconReading): OutlineSymbol[] =>
  entries.map(({ id, category, index, range }) => {
    const whole = treeAt(pack.tree, ['terms', index])?.value?.range ?? range;
    const end = whole.start + pack.text.slice(whole.start, whole.end).trimEnd().length;
    return { name: id, detail: CATEGORY_NAMES[category], kind: 'term', range: { start: whole.start, end }, selection: range, children: [] };
  });
