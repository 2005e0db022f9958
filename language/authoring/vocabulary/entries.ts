import type { PackFile } from '../../lexicon/pack-file.ts';
import { isMap, type Path } from '../../lexicon/shape.ts';
import { CATEGORIES, type Category } from '../../lexicon/term.ts';
import { rangeAt } from '../../lexicon/tree.ts';
import type { Span } from '../../text/span.ts';

/** An entry of a lexicon file, as far as it can be read. */
export interface Entry {
  readonly index: number;
  readonly id: string;
  readonly category: Category;
  /** Its id, where it is written. */
  readonly range: Span;
  readonly words: readonly Words[];
}

/** Words that an entry makes known: its label, a synonym, a form. */
export interface Words {
  readonly text: string;
  readonly path: Path;
  readonly range: Span;
  /** Of forms, which; null for label and synonyms. */
  readonly form: 'noun' | 'verb' | 'adjective' | null;
}

/** The entries of a file that have an id and a known category. */
export function entriesOf(pack: PackFile): Entry[] {
  const terms: unknown = isMap(pack.data) ? pack.data.terms : null;
  if (!Array.isArray(terms)) return [];
  return terms.flatMap((entry: unknown, index): Entry[] => {
    if (!isMap(entry) || typeof entry.id !== 'string' || entry.id === '') return [];
    const category = CATEGORIES.find((known) => known === entry.category);
    if (category === undefined) return [];
    return [{ index, id: entry.id, category, range: spanAt(pack, ['terms', index, 'id']), words: wordsOf(pack, index, entry) }];
  });
}

function wordsOf(pack: PackFile, index: number, entry: Readonly<Record<string, unknown>>): Words[] {
  const one = (value: unknown, path: Path, form: Words['form']): Words[] =>
    typeof value === 'string' && value.trim() !== '' ? [{ text: value, path, range: spanAt(pack, path), form }] : [];
  const all = (values: unknown, path: Path, form: Words['form']): Words[] =>
    Array.isArray(values) ? values.flatMap((value: unknown, i) => one(value, [...path, i], form)) : [];
  const path: Path = ['terms', index];
  const forms = isMap(entry.forms) ? entry.forms : {};
  return [
    ...one(entry.label, [...path, 'label'], null),
    ...all(entry.synonyms, [...path, 'synonyms'], null),
    ...(['noun', 'verb', 'adjective'] as const).flatMap((form) => all(forms[form], [...path, 'forms', form], form)),
  ];
}

/** The words at a path; the beginning of the file where nothing is known of it. */
export const spanAt = (pack: PackFile, path: Path): Span => rangeAt(pack.tree, path, 'value') ?? { start: 0, end: 0 };
