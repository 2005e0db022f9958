import type { Lexicon } from '../lexicon/lexicon.ts';
import { fold } from '../text/fold.ts';
import type { Reading } from './reading.ts';
import { type OutlineSymbol, outlineSymbols } from './symbols.ts';

/** A finding of a report's outline, with the topic or section that it stands under. */
export interface FoundFinding {
  readonly symbol: OutlineSymbol;
  readonly container: string;
}

/** The findings whose name, place or detail hold every word of a query, in any order and case; all for an empty one. */
export function findFindings(reading: Reading, lexicon: Lexicon, query: string): FoundFinding[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const isFound = ({ name, detail }: OutlineSymbol): boolean => {
    const said = fold(`${name} ${detail}`);
    return words.every((word) => said.includes(word));
  };
  const within = (symbol: OutlineSymbol, container: string): FoundFinding[] => [
    ...(symbol.kind === 'finding' && isFound(symbol) ? [{ symbol, container }] : []),
    ...symbol.children.flatMap((child) => within(child, symbol.name)),
  ];
  return outlineSymbols(reading, lexicon).flatMap((symbol) => within(symbol, ''));
}
