import type { Form } from './lexicon.ts';
import { pluralOf } from './spelling.ts';
import type { Category } from './term.ts';

/** Categories whose last word may stand in the plural. */
const COUNTABLE: ReadonlySet<Category> = new Set(['head', 'site', 'diagnosis', 'clinical', 'procedure']);

/** Whether the plural of such words is made by itself. */
export const isCountable = (category: Category, form: Form): boolean =>
  COUNTABLE.has(category) || (category === 'observation' && form === 'noun');

/** Plural (or, of a plural label, singular) of the last word. */
export function variants(keys: readonly string[], category: Category, form: Form): string[][] {
  if (!isCountable(category, form)) return [];
  const last = keys[keys.length - 1] ?? '';
  const head = keys.slice(0, -1);
  if (last.length < 2) return [];
  const out = [[...head, pluralOf(last)]];
  if (/[^siu]s$/.test(last) && last.length > 4) out.push([...head, last.slice(0, -1)]);
  return out;
}
