import type { LexiconRule } from './lexicon-rules.ts';
import { distance } from './near.ts';

/** Keys and list positions from the top of the data down to a value. */
export type Path = readonly (string | number)[];
/** Takes a complaint about the value at a path, or about its key: `must be text, not a list.` Where the check has a name of its own, with that. */
export type Tell = (path: Path, message: string, more?: { readonly on?: 'key'; readonly rule?: LexiconRule }) => void;
/** What a value must look like: tells what is wrong with it and where, nothing where it is right. */
export type Shape = (value: unknown, path: Path, tell: Tell) => void;

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A single value; `what` ends the sentence "must be ...". */
export const one =
  (what: string, fits: (value: unknown) => boolean): Shape =>
  (value, path, tell) => {
    if (value === '' || value === null) tell(path, `is empty: must be ${what}.`);
    else if (!fits(value)) tell(path, `must be ${what}, not ${inWords(value)}.`);
  };

export const text = (what = 'text', pattern = /\S/): Shape => one(what, (value) => typeof value === 'string' && pattern.test(value));

export const textOrNumber = (what = 'text'): Shape => one(what, (value) => typeof value === 'number' || typeof value === 'string');

export const flag: Shape = one('true or false', (value) => typeof value === 'boolean');

export const choice = (words: readonly string[]): Shape => {
  const listed = words.join(', ').replace(/, ([^,]+)$/, ' or $1');
  return (value, path, tell) => {
    if (typeof value !== 'string' || value === '') one(listed, () => false)(value, path, tell);
    else if (!words.includes(value)) tell(path, `is unknown: ${inWords(value)}${didYouMean(value, words) || `; must be ${listed}`}.`);
  };
};

export const list =
  (item: Shape): Shape =>
  (value, path, tell) => {
    if (Array.isArray(value)) for (const [i, each] of value.entries()) item(each, [...path, i], tell);
    else tell(path, `must be a list, not ${inWords(value)}.`);
  };

/** A map from names of the author's own to values of one shape. */
export const map =
  (item: Shape): Shape =>
  (value, path, tell) => {
    if (isMap(value)) for (const [key, each] of Object.entries(value)) item(each, [...path, key], tell);
    else tell(path, `must be a map, not ${inWords(value)}.`);
  };

/** A map with known keys. */
export function fields(known: Readonly<Record<string, Shape>>, needed: readonly string[]): Shape {
  return (value, path, tell) => {
    if (!isMap(value)) {
      tell(path, `must be a map, not ${inWords(value)}.`);
      return;
    }
    for (const key of needed) if (!Object.hasOwn(value, key)) tell([...path, key], 'is missing.');
    for (const [key, each] of Object.entries(value)) {
      if (Object.hasOwn(known, key)) known[key]?.(each, [...path, key], tell);
      else tell([...path, key], `is no key here${didYouMean(key, Object.keys(known))}.`, { on: 'key' });
    }
  };
}

/** ` (did you mean ...?)`, or nothing: a slip or an ending away from what is known. */
export function didYouMean(word: string, known: readonly string[]): string {
  if (word.length > 40) return '';
  const ranked = known.map((other) => ({ other, far: distance(word.toLowerCase(), other.toLowerCase()) })).sort((a, b) => a.far - b.far);
  const [best] = ranked;
  return best !== undefined && best.far <= (word.length < 5 ? 1 : 2) ? ` (did you mean \`${best.other}\`?)` : '';
}

/** A value as it may stand in a sentence, short. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  const written = String(value).replace(/\s+/g, ' ');
  return `\`${written.length > 40 ? `${written.slice(0, 39)}…` : written}\``;
}
