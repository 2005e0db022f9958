import type { Line } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { ABOUT_KEYS, type AboutKey } from './template.ts';

/** A line that holds a bracket of the template and nothing else: `[if mass present]`, `[end]`. */
export interface Directive {
  readonly verb: 'if' | 'for each' | 'end' | 'example' | 'expect';
  /** What follows the verb, without blanks around. */
  readonly rest: string;
  /** Its brackets and what is between them. */
  readonly range: Span;
}

/** The directive that a line is; null for a line of the report. */
export function directiveOf(text: string, { start, end }: Pick<Line, 'start' | 'end'>): Directive | null {
  const words = text.slice(start, end);
  const alone = /^\s*\[([^[\]]*)\]\s*$/.exec(words)?.[1]?.trim();
  const [, verb = '', rest = ''] = /^(if|for each|end|example|expect)\b\s*(.*)$/i.exec(alone ?? '') ?? [];
  if (verb === '') return null;
  const range = { start: start + words.indexOf('['), end: start + words.lastIndexOf(']') + 1 };
  return { verb: verb.toLowerCase() as Directive['verb'], rest, range };
}

/** What leads a line: `[if mass absent]`, `[required]`. `from` is behind it and the blanks that follow; `words` is empty where nothing does. */
export function leadOf(text: string, start: number, end: number): { readonly words: string; readonly from: number; readonly range: Span } {
  const led = /^\s*\[(if\s[^[\]]*|required)\]\s*/i.exec(text.slice(start, end));
  const words = led?.[1]?.trim() ?? '';
  return { words, from: start + (led?.[0].length ?? 0), range: { start, end: start + (led?.[0].trimEnd().length ?? 0) } };
}

/** Where the comment of a line begins (`// ...`, but not `http://` or `// emh-ignore`); its end where it has none. */
export function commentAt(text: string, start: number, end: number): number {
  const comment = /(?:^|[^:])\/\/(?!\s*emh-ignore)/.exec(text.slice(start, end));
  return comment === null ? end : start + comment.index + (comment[0].length > 2 ? 1 : 0);
}

/**
 * What a line says of the template, as long as only such lines stand before it: a key and its value, or null as the key for a blank line or
 * a comment among them. Null for a line of the report: from there on all lines are.
 */
export function aboutOfLine(words: string): { readonly key: AboutKey | null; readonly written: string; readonly value: string } | null {
  const [, written = '', value = ''] = /^\s*([a-z]+)\s*:\s*(.*?)\s*$/i.exec(words) ?? [];
  const key = ABOUT_KEYS.find((each) => each === written.toLowerCase());
  if (key !== undefined) return { key, written, value };
  return /^\s*(?:\/\/.*)?$/.test(words) ? { key: null, written: '', value: '' } : null;
}
