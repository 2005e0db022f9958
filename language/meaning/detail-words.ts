import { levelRange } from './levels.ts';

const ROMAN: readonly string[] = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'];
const ONE = '(?:viii|vii|vi|iv|iii|ii|i|v|[1-8])[ab]?';
/** Not the beginning of a size. */
const NO_SIZE = '(?!\\d|\\.\\d|\\s*(?:[cm]m|x|centi|milli)\\b)';
/** `IV (2 cm) and VII (3 cm)` */
const ASIDE = '(?:\\s*\\([^()]*\\))?';
const JOINT = '\\s*(?:,|and|&|/|to|-)\\s*';

/** Numbers of liver segments (`segment VII`, `segments 5/6`) and of nodal stations (`station 4R`, `4R and 7 nodes`) in folded words; the first group holds them. */
export const NUMBERED = {
  segment: new RegExp(`\\b(?:segments?|segs?\\.?)\\s+(${ONE}\\b${NO_SIZE}(?:${ASIDE}${JOINT}${ONE}\\b${NO_SIZE})*)`, 'g'),
  station: new RegExp(`\\bstations?\\s+(\\d{1,2}[rl]?\\b(?:${JOINT}\\d{1,2}[rl]?\\b${NO_SIZE})*)`, 'g'),
  node: new RegExp(
    `\\b(\\d{1,2}[rl](?:${JOINT}\\d{1,2}[rl]?)*)(?:(?<=\\(\\s?[\\drl,/& and-]+)\\s?\\)|\\s+(?:stations?|(?:lymph )?nodes?|lymphadenopathy|adenopathy)\\b)`,
    'g',
  ),
} as const;

/** A list of such numbers, each in figures with its letter; a range gives each of its numbers. */
export function boundNumbers(list: string): string[] {
  const parts = list.replace(/\s*\([^()]*\)/g, '').split(/(\s*(?:,|and|&|\/|to|-)\s*)/);
  const values: string[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const value = inFigures(parts[i] ?? '');
    const from = /to|-/.test(parts[i - 1] ?? '') ? Number.parseInt(values.at(-1) ?? '', 10) : Number.NaN;
    for (let n = from + 1; n < Number.parseInt(value, 10); n++) values.push(String(n));
    values.push(value);
  }
  return values;
}

function inFigures(word: string): string {
  const [, number = '', letter = ''] = /^(.*?)([abrl]?)$/.exec(word) ?? [];
  const roman = ROMAN.indexOf(number);
  return `${roman < 0 ? number : roman + 1}${letter}`;
}

const LEVEL = '(?:th|[cdtls])v?-?(\\d{1,2})';
const LEVELS =
  /^((?:th|[cdtls])v?-?\d{1,2})(?:(\s*(?:-|\/|to|through|and|&)\s*)((?:(?:th|[cdtls])v?-?)?\d{1,2})(?!\d|\.\d|\s*[cm]m))?(?![\w.]*\w)/;

/** Levels at the start of folded words, as vertebrae, with the length of the words; null where there are none. */
export function levelsIn(words: string): { readonly values: readonly string[]; readonly length: number } | null {
  const m = LEVELS.exec(words);
  if (m === null) return null;
  const [all, first = '', joint = '', second = ''] = m;
  const from = canonical(first);
  if (second === '') return { values: [from], length: all.length };
  const to = canonical(/^\d/.test(second) ? first.replace(/\d+$/, second) : second);
  return { values: /and|&/.test(joint) ? [from, to] : levelRange(from, to), length: all.length };
}

function canonical(level: string): string {
  const number = new RegExp(LEVEL).exec(level)?.[1] ?? '';
  const letter = level.charAt(0);
  return `${letter === 'd' || level.startsWith('th') ? 'T' : letter.toUpperCase()}${Number(number)}`;
}
