import { hash } from 'node:crypto';
import type { Diagnostic } from '../../language/text/diagnostic.ts';
import type { Origin } from './unit.ts';

/**
 * What each diagnostic of a text is known by from one run to the next: its rule, its text (file, and id or line of a record), the words that it
 * underlines, and which of several alike it is. Lines may move and other words change without changing it. 16 hexadecimal digits.
 */
export function alertKeys(origin: Origin, id: string | null, text: string, diagnostics: readonly Diagnostic[]): string[] {
  const place = [origin.file, origin.line === null ? '' : (id ?? String(origin.line))];
  const seen = new Map<string, number>();
  return diagnostics.map(({ rule, range }) => {
    const what = [...place, rule, text.slice(range.start, range.end).replace(/\s+/g, ' ').toLowerCase()].join('\u0000');
    const nth = (seen.get(what) ?? 0) + 1;
    seen.set(what, nth);
    return hash('sha256', `${what}\u0000${nth}`).slice(0, 16);
  });
}

/** What a text is known by wherever it is kept. 16 hexadecimal digits. */
export const contentKey = (text: string): string => hash('sha256', text).slice(0, 16);

/**
 * What each diagnostic of a text is known by to those who judge it: the text, its rule, its place, and which of several alike it is. A file may be moved,
 * renamed or packed without changing it; of a text that was changed, all is to be judged again. 16 hexadecimal digits.
 */
export function judgedKeys(content: string, diagnostics: readonly Pick<Diagnostic, 'rule' | 'range'>[]): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ rule, range }) => {
    const what = [content, rule, range.start, range.end].join('\u0000');
    const nth = (seen.get(what) ?? 0) + 1;
    seen.set(what, nth);
    return hash('sha256', `${what}\u0000${nth}`).slice(0, 16);
  });
}
