import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const read = (path: string): Record<string, Json> => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, Json>;

/** Keys of what a person reads, so that it can be translated. */
const READ: ReadonlySet<string> = new Set(['title', 'name', 'description', 'markdownDescription', 'contents']);
/** Brand names, and words of files that are read by name. */
const AS_IT_IS: ReadonlySet<string> = new Set(['EMH Report']);

interface Manifest {
  /** package.json with what client/contributes.json lists; all else in it is written by hand. */
  readonly manifest: string;
  /** package.nls.json: the English words by their keys; a translation is a file beside it with the same keys. */
  readonly words: string;
}

export function manifestTexts(): Manifest {
  const manifest = read('package.json');
  const words: Record<string, string> = {};
  const contributes = { ...(manifest.contributes as object), ...(keyed(read('client/contributes.json'), '', words) as object) };
  return { manifest: textOf({ ...manifest, contributes }), words: textOf(words) };
}

const textOf = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** The same with `%key%` in the place of each text that is read; the texts go into `words`. Keys are the path through ids. */
function keyed(value: Json, path: string, words: Record<string, string>): Json {
  if (Array.isArray(value)) return value.map((each: Json, i) => keyed(each, below(path, idOf(each) ?? String(i)), words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => {
      if (typeof own !== 'string' || !READ.has(key) || AS_IT_IS.has(own)) return [key, keyed(own, below(path, key), words)];
      const name = below(path, key);
      words[name] = own;
      return [key, `%${name}%`];
    }),
  );
}

const below = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

function idOf(value: Json): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { id, command, view } = value as Record<string, Json>;
  return [id, command, view].find((each) => typeof each === 'string') ?? null;
}
