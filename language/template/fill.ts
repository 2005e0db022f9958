import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Field } from '../syntax/fields.ts';
import type { Span } from '../text/span.ts';
import { holds, isState } from './condition.ts';
import { aboutOf, type Library, type Part, type Template } from './template.ts';
import { valueProblem, valueText } from './value.ts';

/** Name of a field, switch (`mass = present`) or field of a group (`mass.2.side`) -> its value. Names in small letters. */
export type Values = Readonly<Record<string, string>>;

/** A stretch of the filled text. */
export interface Piece {
  /** From here on in the filled text, to the next piece. */
  readonly at: number;
  /** Where it comes from, in the text of its template. */
  readonly from: Span;
  readonly template: Template;
  /** The field that is open here, or was filled; null for the template's own words. */
  readonly field: { readonly key: string; readonly field: Field; readonly isOpen: boolean } | null;
}

export interface Filled {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Names of the fields that are still open, each once. */
  readonly open: readonly string[];
  /** Names of values that stand nowhere, as their lines are not written. */
  readonly unwritten: readonly string[];
  /** What is wrong with the values, each with the name that it speaks of. */
  readonly problems: readonly { readonly name: string; readonly message: string }[];
}

export interface FillOptions {
  readonly library: Library;
  readonly lexicon: Lexicon;
  /** Whether fields that have a default take it; else they stay open. */
  readonly defaults: boolean;
}

/** Templates within templates deeper than this are a slip. */
const DEEPEST = 12;
/** What one report can hold; templates that use each other could write more than there is room for. */
const LONGEST = 1_000_000;
const MOST_STEPS = 100_000;
const MOST_OF_A_GROUP = 50;

/** Writes the report of a template with these values. Items of a list are numbered anew. Never throws. */
export function fillTemplate(template: Template, values: Values, options: FillOptions): Filled {
  return new Filler(values, options).fill(template);
}

class Filler {
  readonly #values: Values;
  readonly #options: FillOptions;
  readonly #pieces: Piece[] = [];
  readonly #open = new Set<string>();
  readonly #used = new Set<string>();
  readonly #unwritten: string[] = [];
  readonly #problems = new Map<string, string>();
  /** Templates that are being written: one within itself would never end. */
  readonly #writing = new Set<Template>();
  #text = '';
  #steps = 0;
  /** Number of the list's last item; 0 outside a list. */
  #item = 0;
  /** A line of which nothing is left when its fields are empty is no line. */
  #lineStart = 0;

  constructor(values: Values, options: FillOptions) {
    this.#values = values;
    this.#options = options;
  }

  fill(template: Template): Filled {
    const version = aboutOf(template, 'version');
    const range = template.about.find(({ key }) => key === 'template')?.range ?? { start: 0, end: 0 };
    this.#write(`Template: ${template.name}${version === '' ? '' : ` ${version}`}\n`, { from: range, template, field: null });
    this.#writing.add(template);
    this.#parts(template.parts, template, '', 0);
    const text = `${this.#text.trimEnd()}\n`;
    for (const name of Object.keys(this.#values)) if (!this.#used.has(name)) this.#unused(name, template);
    return {
      text,
      pieces: this.#pieces.filter(({ at }) => at < text.length),
      open: [...this.#open],
      unwritten: this.#unwritten,
      problems: [...this.#problems].map(([name, message]) => ({ name, message })),
    };
  }

  #unused(name: string, template: Template): void {
    const numbers = [...name.matchAll(/\.(\d+)\./g)].map(([, digits]) => Number(digits));
    if (!this.#isKnown(template, name)) this.#problems.set(name, 'is no field of the template');
    else if (numbers.some((number) => number < 1 || number > MOST_OF_A_GROUP))
      this.#problems.set(name, `is of none: they are counted from 1 to ${MOST_OF_A_GROUP}`);
    else this.#unwritten.push(name);
  }

  /** A field that exists but whose line is not written is no mistake. */
  #isKnown(template: Template, name: string): boolean {
    const plain = name.replace(/^(.*)\.\d+\./, '');
    return usedWith(template, this.#options.library).some(({ fields, switches }) => fields.has(plain) || switches.has(plain));
  }

  #parts(parts: readonly Part[], template: Template, scope: string, depth: number): void {
    for (const part of parts) {
      if (this.#text.length > LONGEST || this.#steps++ > MOST_STEPS) return;
      if (part.type === 'text') this.#words(part.range, template);
      else if (part.type === 'field') this.#field(part.key, part.range, template, scope);
      else if (part.type === 'if') {
        if (holds(part.condition, this.#asked(part.condition.name, template, scope))) this.#parts(part.parts, template, scope, depth);
      } else if (part.type === 'each') {
        const count = this.#countOf(part.name, scope);
        for (let n = 1; n <= count; n++) this.#parts(part.parts, template, `${scope}${part.name}.${n}.`, depth);
      } else this.#use(part.name, part.range, template, scope, depth);
    }
  }

  #use(name: string, range: Span, template: Template, scope: string, depth: number): void {
    const used = this.#options.library(name);
    if (used === undefined || depth >= DEEPEST || this.#writing.has(used)) {
      this.#write(template.text.slice(range.start, range.end), { from: range, template, field: null });
      return;
    }
    this.#writing.add(used);
    this.#parts(used.parts, used, scope, depth + 1);
    this.#writing.delete(used);
    // The line that uses it has a line break of its own.
    if (this.#text.endsWith('\n')) this.#text = this.#text.slice(0, -1);
    while ((this.#pieces.at(-1)?.at ?? 0) > this.#text.length) this.#pieces.pop();
    this.#lineStart = this.#text.lastIndexOf('\n') + 1;
  }

  /** The template's own words, line by line, so that items can be numbered. */
  #words({ start, end }: Span, template: Template): void {
    for (let at = start; at < end; ) {
      const newline = template.text.indexOf('\n', at);
      const to = newline < 0 || newline >= end ? end : newline + 1;
      this.#line({ start: at, end: to }, template);
      at = to;
    }
  }

  #line(range: Span, template: Template): void {
    const words = template.text.slice(range.start, range.end).replace('\r\n', '\n');
    const piece = { from: range, template, field: null };
    const isStart = this.#text.length === this.#lineStart;
    if (isStart) {
      const mark = /^\d{1,2}(?=[.)]\s)/.exec(words)?.[0];
      if (mark !== undefined) {
        this.#item++;
        const number = { start: range.start, end: range.start + mark.length };
        this.#write(String(this.#item), { ...piece, from: number });
        this.#write(words.slice(mark.length), { ...piece, from: { start: number.end, end: range.end } });
        return;
      }
      if (!/^[ \t]+\S/.test(words)) this.#item = 0;
    }
    const last = this.#pieces.at(-1);
    const isAfterNothing = last?.field != null && last.at === this.#text.length;
    if (isAfterNothing && isStart && words === '\n') return;
    // Where a field was left empty, no second blank stays, and none before a full stop.
    if (isAfterNothing && this.#text.endsWith(' ') && /^[ .,;:)\n]/.test(words)) {
      this.#text = this.#text.slice(0, -1);
      this.#pieces[this.#pieces.length - 1] = { ...last, at: this.#text.length };
    } else if (isAfterNothing && isStart && words.startsWith(' ')) {
      this.#write(words.slice(1), { ...piece, from: { start: range.start + 1, end: range.end } });
      return;
    }
    this.#write(words, piece);
  }

  #write(words: string, piece: Omit<Piece, 'at'>): void {
    this.#pieces.push({ ...piece, at: this.#text.length });
    this.#text += words;
    const newline = words.lastIndexOf('\n');
    if (newline >= 0) this.#lineStart = this.#text.length - words.length + newline + 1;
  }

  #field(key: string, from: Span, template: Template, scope: string): void {
    const found = template.fields.get(key);
    if (found === undefined) return;
    const { field, groups } = found;
    const given = this.#given(key, scope);
    const full = `${groups.length === 0 ? '' : scope}${key}`;
    const value = given?.value ?? (this.#options.defaults ? field.default : null);
    if (value === null) {
      this.#open.add(full);
      const { start, end } = field.range;
      this.#write(template.text.slice(start, end), { from, template, field: { key: full, field, isOpen: true } });
      return;
    }
    const problem = given === null ? null : valueProblem(field, value, this.#options.lexicon);
    if (given !== null && problem !== null) this.#problems.set(given.name, problem);
    const words = valueText(field, value);
    const isAgain = from.start !== field.range.start && field.type === 'choice';
    this.#write(isAgain ? this.#inCase(words) : words, { from, template, field: { key: full, field, isOpen: false } });
  }

  /** A choice that is written again has a capital where it begins a sentence, and only there. */
  #inCase(words: string): string {
    const isFirst = /(?:^|[.:!?\n]|\n\d{1,2}[.)])\s*$/.test(this.#text.slice(-12));
    if (isFirst) return words.charAt(0).toUpperCase() + words.slice(1);
    return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
  }

  /** What a condition asks for: the value given, else the default, which is what the field would become. */
  #asked(name: string, template: Template, scope: string): string | null {
    const given = this.#given(name, scope);
    if (given !== null && template.switches.has(name) && !isState(given.value)) this.#problems.set(given.name, 'is present or absent');
    return given?.value ?? template.fields.get(name)?.field.default ?? null;
  }

  /** The value given in the innermost group: `mass.2.side`, else `side`. */
  #given(key: string, scope: string): { readonly name: string; readonly value: string } | null {
    for (let at = scope; ; at = at.replace(/[^.]+\.\d+\.$/, '')) {
      const name = `${at}${key}`;
      if (Object.hasOwn(this.#values, name)) {
        this.#used.add(name);
        return { name, value: this.#values[name] ?? '' };
      }
      if (at === '') return null;
    }
  }

  /** As many as values are given for; one where none are. */
  #countOf(group: string, scope: string): number {
    const start = `${scope}${group}.`;
    let count = 1;
    for (const name of Object.keys(this.#values)) {
      if (!name.startsWith(start)) continue;
      const number = /^(\d{1,3})\./.exec(name.slice(start.length))?.[1];
      if (number !== undefined) count = Math.max(count, Math.min(Number(number), MOST_OF_A_GROUP));
    }
    return count;
  }
}

/** A template and all that it uses, each once. */
export function usedWith(template: Template, library: Library): Template[] {
  const found = new Set([template]);
  for (const each of found)
    for (const name of usedBy(each.parts)) {
      const used = library(name);
      if (used !== undefined) found.add(used);
    }
  return [...found];
}

/** Templates that parts name. */
export const usedBy = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) => (part.type === 'use' ? [part.name] : part.type === 'if' || part.type === 'each' ? usedBy(part.parts) : []));

/** The place in a template that an offset of the filled text came from; null where another template wrote it. */
export function placeInTemplate({ pieces, text }: Filled, template: Template, { start, end }: Span): Span | null {
  const first = pieceAt(pieces, start);
  const last = pieceAt(pieces, Math.max(start, end - 1));
  if (first === undefined || last === undefined || first.template !== template || last.template !== template) return null;
  const ends = (pieces[pieces.indexOf(last) + 1]?.at ?? text.length) <= end;
  const from = first.field === null ? first.from.start + Math.min(start - first.at, first.from.end - first.from.start) : first.from.start;
  const to = last.field === null && !ends ? last.from.start + Math.min(end - last.at, last.from.end - last.from.start) : last.from.end;
  return { start: from, end: Math.max(from, to) };
}

/** The last piece that begins at or before an offset, found by halving. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.at ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return pieces[low - 1];
}
