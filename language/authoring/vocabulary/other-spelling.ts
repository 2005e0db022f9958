import { spellingKey } from '../../lexicon/spelling.ts';

/** British and American spellings that are not read as one by themselves. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['coeliac', 'celiac'],
  ['leucocyt', 'leukocyt'],
  ['leucaemi', 'leukemi'],
  ['leukaemi', 'leukemi'],
  ['goitre', 'goiter'],
  ['litre', 'liter'],
  ['behaviour', 'behavior'],
  ['odour', 'odor'],
  ['oestr', 'estr'],
  ['manoeuvre', 'maneuver'],
  ['pnoea', 'pnea'],
  ['rrhoea', 'rrhea'],
  ['faec', 'fec'],
  ['caesar', 'cesar'],
  ['caesium', 'cesium'],
  ['homoeo', 'homeo'],
  ['aluminium', 'aluminum'],
  ['programme', 'program'],
  ['ageing', 'aging'],
  ['defence', 'defense'],
  ['mould', 'mold'],
  ['plough', 'plow'],
];
/** American letters that are part of many other words, and are taken for a spelling at the beginning of a word alone. */
const AT_START: ReadonlySet<string> = new Set([
  'estr',
  'fec',
  'cesar',
  'liter',
  'odor',
  'aging',
  'mold',
  'plow',
  'program',
  'homeo',
  'litre',
  'odour',
  'mould',
  'programme',
]);

/** Words in the spelling of the other side of the ocean, where that is not understood by itself; null where it is, or there is none. */
export function otherSpelling(words: string): { readonly words: string; readonly spelling: 'American' | 'British' } | null {
  for (const [british, american] of PAIRS) {
    const found = swapped(words, british, american) ?? swapped(words, american, british);
    if (found !== null && keyOf(found) !== keyOf(words))
      return { words: found, spelling: found.toLowerCase().includes(british) ? 'British' : 'American' };
  }
  return null;
}

const keyOf = (words: string): string =>
  words
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map(spellingKey)
    .join(' ');

function swapped(words: string, from: string, to: string): string | null {
  const at = new RegExp(`${AT_START.has(from) ? '\\b' : ''}${from}`, 'i').exec(words);
  if (at === null) return null;
  const isTitle = /^[A-Z]/.test(at[0]);
  return words.slice(0, at.index) + (isTitle ? to.charAt(0).toUpperCase() + to.slice(1) : to) + words.slice(at.index + at[0].length);
}
