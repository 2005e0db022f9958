import { bracketsOf, type Field, readField } from '../syntax/fields.ts';
import { type Line, linesOf } from '../text/lines.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { readCondition } from './condition.ts';
import { readExample } from './example.ts';
import { aboutOfLine, commentAt, directiveOf, leadOf } from './lines.ts';
import type {
  About,
  AboutKey,
  Condition,
  Part,
  Template,
  TemplateExample,
  TemplateField,
  TemplateProblem,
  TemplateRule,
} from './template.ts';

/** Reads a template. Any text is one. Linear in it. */
export const readTemplate = (source: Source): Template => new Reader(source).read();

interface Open {
  readonly type: 'if' | 'each' | 'top';
  readonly range: Span;
  readonly condition: Condition | null;
  readonly name: string;
  readonly parts: Part[];
}

/** Brackets of a report: `[sic]`, `[1, 2]`, `[...]`. */
const TEXT = /^(?:sic|[^\p{L}*_|=]+)$/iu;
/** Blocks within blocks deeper than this are a slip. */
const DEEPEST = 20;

class Reader {
  readonly #file: string;
  readonly #text: string;
  readonly #about: About[] = [];
  readonly #fields = new Map<string, TemplateField>();
  /** How often each name was given to a field. */
  readonly #counts = new Map<string, number>();
  readonly #groups = new Set<string>();
  readonly #required: { topic: string; range: Span }[] = [];
  readonly #conditions: Condition[] = [];
  readonly #examples: TemplateExample[] = [];
  readonly #problems: TemplateProblem[] = [];
  readonly #top: Open = { type: 'top', range: { start: 0, end: 0 }, condition: null, name: '', parts: [] };
  readonly #open: Open[] = [this.#top];

  constructor({ name, text }: Source) {
    this.#file = name;
    this.#text = text;
  }

  read(): Template {
    const lines = linesOf(this.#text);
    let i = 0;
    while (i < lines.length && this.#readAbout(lines[i] as Line)) i++;
    while (i < lines.length) i = this.#readLine(lines, i);
    for (const { range, type } of this.#open.slice(1))
      this.#note('template-syntax', `This [${type === 'if' ? 'if' : 'for each'} ...] has no [end].`, range);
    while (this.#open.length > 1) this.#close();
    const names = new Set([...this.#fields.values()].map(({ field, key }) => field.name || key));
    const file = /([^/\\]*?)(?:\.[^.]*)?$/.exec(this.#file)?.[1] ?? this.#file;
    const said = (key: AboutKey): string => this.#about.find((line) => line.key === key)?.value ?? '';
    const name = said('template') || file;
    return {
      file: this.#file,
      text: this.#text,
      name: name.toLowerCase(),
      title: said('title') || name,
      about: this.#about,
      parts: this.#top.parts,
      fields: this.#fields,
      switches: new Set(
        this.#conditions.filter(({ name: asked }) => !names.has(asked) && !this.#fields.has(asked)).map((each) => each.name),
      ),
      groups: this.#groups,
      required: this.#required,
      conditions: this.#conditions,
      examples: this.#examples,
      problems: this.#problems,
    };
  }

  #note(rule: TemplateRule, message: string, range: Span): void {
    this.#problems.push({ rule, message, range });
  }

  #add(part: Part): void {
    this.#open.at(-1)?.parts.push(part);
  }

  /** Lines about the template stand first; blank lines and comments among them count as such. */
  #readAbout({ start, end }: Line): boolean {
    const words = this.#text.slice(start, end);
    const said = aboutOfLine(words);
    if (said === null || said.key === null) return said !== null;
    const { key, written, value } = said;
    const from =
      start + words.length - words.trimEnd().length === 0
        ? start + words.indexOf(value, words.indexOf(':'))
        : start + words.lastIndexOf(value);
    if (key !== 'code' && this.#about.some((line) => line.key === key))
      this.#note('template-syntax', `"${written}" is said twice.`, { start, end });
    this.#about.push({ key, value, range: value === '' ? { start, end } : { start: from, end: from + value.length } });
    return true;
  }

  /** Reads a line, or an example of many; gives the index of the next. */
  #readLine(lines: readonly Line[], i: number): number {
    const line = lines[i] as Line;
    const directive = directiveOf(this.#text, line);
    if (directive === null) {
      this.#readText(line);
      return i + 1;
    }
    const { verb, rest, range } = directive;
    if (verb === 'example') {
      const { example, problems, next } = readExample(this.#text, lines, i, rest, range);
      this.#examples.push(example);
      this.#problems.push(...problems);
      return next;
    }
    if (verb === 'if' || verb === 'for each') this.#openBlock(verb, rest, range);
    else if (verb === 'end') this.#closeBlock(range);
    else this.#note('template-syntax', '[expect] stands in an [example ...].', range);
    return i + 1;
  }

  #openBlock(key: 'if' | 'for each', rest: string, range: Span): void {
    if (this.#open.length > DEEPEST) {
      this.#note('template-syntax', 'Too many blocks within blocks.', range);
      return;
    }
    if (rest === '') this.#note('template-syntax', `What follows "${key}"?`, range);
    const name = rest.toLowerCase().trim();
    const condition = key === 'if' ? this.#condition(rest, range) : null;
    if (key === 'for each') this.#groups.add(name);
    this.#open.push({ type: key === 'if' ? 'if' : 'each', range, condition, name, parts: [] });
  }

  #condition(words: string, range: Span): Condition {
    const condition = readCondition(words, range);
    this.#conditions.push(condition);
    return condition;
  }

  #closeBlock(range: Span): void {
    if (this.#open.length === 1) this.#note('template-syntax', 'Nothing is open that this would end.', range);
    else this.#close();
  }

  #close(): void {
    const block = this.#open.pop();
    if (block === undefined) return;
    if (block.condition !== null) this.#add({ type: 'if', condition: block.condition, parts: block.parts });
    else this.#add({ type: 'each', name: block.name, parts: block.parts });
  }

  /** A line with its line break; led by `[if ...]` it is a block of its own, by `[required]` its topic is. */
  #readText({ start, end, next }: Line): void {
    const { words, from, range } = leadOf(this.#text, start, end);
    if (/^required$/i.test(words)) {
      const topic = /^([^:[\]]{1,60}):/.exec(this.#text.slice(from, end))?.[1]?.trim();
      if (topic === undefined) this.#note('template-syntax', '[required] stands before a topic, such as "Spinal canal:".', range);
      else this.#required.push({ topic, range: { start: from, end: from + topic.length } });
    }
    if (!/^if/i.test(words) || this.#open.length > DEEPEST) {
      this.#readParts(from, end, next);
      return;
    }
    const condition = this.#condition(words.slice(3), range);
    this.#open.push({ type: 'if', range, condition, name: '', parts: [] });
    this.#readText({ start: from, end, next });
    this.#close();
  }

  #readParts(start: number, end: number, next: number): void {
    // A comment is the author's own and goes into no report.
    const stop = commentAt(this.#text, start, end);
    if (stop < end && this.#text.slice(start, stop).trim() === '') return;
    const line = this.#text.slice(start, stop);
    let from = start;
    const textTo = (to: number): void => {
      if (to > from) this.#add({ type: 'text', range: { start: from, end: to } });
      from = Math.max(from, to);
    };
    let quoted = false;
    for (const match of line.matchAll(/"|\[([^[\]]*)\]/g)) {
      if (match[1] === undefined) quoted = !quoted;
      const range = { start: start + match.index, end: start + match.index + match[0].length };
      const part = match[1] === undefined || quoted ? null : this.#readBracket(match[1].trim(), range);
      if (part === null) continue;
      textTo(range.start);
      this.#add(part);
      from = range.end;
    }
    this.#unclosed(line, start);
    textTo(stop);
    from = Math.max(from, end);
    textTo(next);
  }

  /** A bracket that another one closes nowhere, or within which one begins. */
  #unclosed(line: string, start: number): void {
    const rest = line.replace(/"[^"]*"?|\[[^[\]]*\]/g, (part) => ' '.repeat(part.length));
    const at = rest.search(/[[\]]/);
    if (at >= 0)
      this.#note('template-unknown-name', `This bracket has no ${rest[at] === '[' ? 'end' : 'beginning'} in its line.`, {
        start: start + at,
        end: start + at + 1,
      });
  }

  #readBracket(words: string, range: Span): Part | null {
    const used = /^use\s+(.+)$/i.exec(words)?.[1];
    if (used !== undefined) return { type: 'use', name: used.trim().toLowerCase(), range };
    const named = words.toLowerCase();
    if (this.#fields.has(named)) {
      const again = readField(words, range);
      // `[size]` again is another size; `[mass size]` again is the same.
      if (again === null || this.#isNamed(named)) return { type: 'field', range, key: named };
    }
    const field = readField(words, range);
    if (field !== null) return { type: 'field', range, key: this.#define(field) };
    if (bracketsOf(`[${words}]`).length > 0) this.#note('template-syntax', `[${words}] stands on a line of its own or begins one.`, range);
    else if (TEXT.test(words)) return null;
    else if (/^\*?[a-z][a-z -]*(?:=[^=]*)?$/i.test(words))
      this.#note(
        'template-unknown-name',
        `"${words}" is no type of field; a free one is written [${words.replace('*', '').replace(/\s*=.*/, '')}: text].`,
        range,
      );
    else
      this.#note(
        'template-unknown-name',
        /^[^:]*[^ -~][^:]*:/.test(words)
          ? `The name of a field is written with the letters a to z: [${words}].`
          : `[${words}] is no field; write [name: type], or choices as [one | other].`,
        range,
      );
    return null;
  }

  /** Whether its name was given to a field by its author, and is not just its type. */
  #isNamed(key: string): boolean {
    const range = this.#fields.get(key)?.field.range;
    return range !== undefined && this.#text.slice(range.start, range.end).includes(':');
  }

  /** A field of a name that a field before it has is another one (`side 2`), but for one that is written out in the same way again. */
  #define(field: Field): string {
    const { start, end } = field.range;
    const before = this.#text.slice(start, end).includes(':') ? this.#fields.get(field.name)?.field.range : undefined;
    if (before !== undefined) {
      if (this.#text.slice(before.start, before.end) === this.#text.slice(start, end)) return field.name;
      this.#note(
        'template-default',
        `"${field.name}" is asked for in another way before; to write its value again, write [${field.name}].`,
        field.range,
      );
    }
    const name = field.name || (field.type === 'choice' ? 'choice' : 'text');
    const groups = this.#open.filter(({ type }) => type === 'each').map((open) => open.name);
    let count = this.#counts.get(name) ?? 0;
    let key = name;
    do key = ++count === 1 ? name : `${name} ${count}`;
    while (this.#fields.has(key));
    this.#counts.set(name, count);
    this.#fields.set(key, { key, field, groups });
    return key;
  }
}
