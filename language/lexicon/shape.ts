import { nearIndex } from './near.ts';

/** Keys and list positions from the top of the data down to a value. */
export type Path = readonly (string | number)[];
/** Takes a complaint about the value at a path: `must be text, not a list.` */
export type Tell = (path: Path, message: string) => void;
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
  const near = nearIndex(words);
  const listed = words.length > 12 ? 'one of the known words (see the schema)' : words.join(', ').replace(/, ([^,]+)$/, ' or $1');
  return (value, path, tell) => {
    if (typeof value !== 'string' || value === '') one(listed, () => false)(value, path, tell);
    else if (!words.includes(value)) tell(path, `is unknown: ${inWords(value)}${didYouMean(near(value), words)}; must be ${listed}.`);
  };
};

export const list =
  (item: Shape): Shape =>
  (value, path, tell) => {
    if (Array.isArray(value)) value.forEach((each, i) => item(each, [...path, i], tell));
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
  const near = nearIndex(Object.keys(known));
  return (value, path, tell) => {
    if (!isMap(value)) {
      tell(path, `must be a map, not ${inWords(value)}.`);
      return;
    }
    for (const key of needed) if (!Object.hasOwn(value, key)) tell([...path, key], 'is missing.');
    for (const [key, each] of Object.entries(value)) {
      if (Object.hasOwn(known, key)) known[key]?.(each, [...path, key], tell);
      else tell([...path, key], `is no key here${didYouMean(near(key), Object.keys(known))}.`);
    }
  };
}

/** `; did you mean this?` Words that the index finds too short, or that are an ending apart (`synonym`), are compared as they are. */
function didYouMean(near: readonly string[], words: readonly string[]): string {
  const found = near.find((word) => words.includes(word));
  return found === undefined ? '' : ` (did you mean \`${found}\`?)`;
}

/** A value as it may stand in a sentence, short. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  const written = String(value).replace(/\s+/g, ' ');
  return `\`${written.length > 40 ? `${written.slice(0, 39)}…` : written}\``;
}
