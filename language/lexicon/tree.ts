import { contains, type Span } from '../text/span.ts';
import type { Path } from './shape.ts';

/** What a file of data (YAML, JSON) holds, with the places of its parts. */
export type Tree = MapTree | ListTree | LeafTree;

export interface MapTree {
  readonly type: 'map';
  readonly range: Span;
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: string;
  readonly keyRange: Span;
  readonly value: Tree | null;
}

export interface ListTree {
  readonly type: 'list';
  readonly range: Span;
  readonly items: readonly (Tree | null)[];
}

export interface LeafTree {
  readonly type: 'leaf';
  readonly range: Span;
  readonly value: unknown;
}

/** The value at a path, with its key where it has one; null where there is none. */
export function treeAt(tree: Tree | null, path: Path): { readonly key: Span | null; readonly value: Tree | null } | null {
  let key: Span | null = null;
  let value = tree;
  for (const step of path) {
    if (value?.type === 'map') {
      const entry = value.entries.find((each) => each.key === String(step));
      if (entry === undefined) return null;
      [key, value] = [entry.keyRange, entry.value];
    } else if (value?.type === 'list') {
      const item = value.items[Number(step)];
      if (item === undefined) return null;
      [key, value] = [null, item];
    } else return null;
  }
  return { key, value };
}

/** The words of the key, or of the value, that a path leads to; of the nearest thing around it where it is not there. */
export function rangeAt(tree: Tree | null, path: Path, on: 'key' | 'value'): Span | null {
  const found = treeAt(tree, path);
  if (found === null) return path.length === 0 ? null : around(tree, path.slice(0, -1));
  const { key, value } = found;
  if (on === 'key' && key !== null) return key;
  return value?.type === 'leaf' && value.range.end > value.range.start ? value.range : (key ?? nameOf(value) ?? value?.range ?? null);
}

/** Of an entry in which something is missing, its id; else its key or its first line. */
function around(tree: Tree | null, path: Path): Span | null {
  const found = treeAt(tree, path);
  if (found === null) return path.length === 0 ? null : around(tree, path.slice(0, -1));
  return nameOf(found.value) ?? found.key ?? found.value?.range ?? null;
}

function nameOf(value: Tree | null): Span | null {
  if (value?.type !== 'map') return null;
  const first = value.entries.find(({ key }) => key === 'id') ?? value.entries[0];
  return first === undefined ? null : first.key === 'id' && first.value !== null ? first.value.range : first.keyRange;
}

export interface PlaceInTree {
  readonly path: Path;
  readonly on: 'key' | 'value';
  readonly range: Span;
}

/** The innermost key or single value that an offset lies in, its borders included; null between them. */
export function placeAt(tree: Tree | null, offset: number): PlaceInTree | null {
  const inner = (node: Tree | null, path: Path): PlaceInTree | null => {
    if (node === null || !contains(node.range, offset)) return null;
    if (node.type === 'leaf') return { path, on: 'value', range: node.range };
    if (node.type === 'list') return first(node.items.map((item, i) => () => inner(item, [...path, i])));
    return first(
      node.entries.map(({ key, keyRange, value }) => () => {
        const below: Path = [...path, key];
        return contains(keyRange, offset) ? { path: below, on: 'key', range: keyRange } : inner(value, below);
      }),
    );
  };
  return inner(tree, []);
}

function first<T>(ways: readonly (() => T | null)[]): T | null {
  for (const way of ways) {
    const found = way();
    if (found !== null) return found;
  }
  return null;
}
