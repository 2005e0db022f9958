import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { Library, Template } from '../../language/template/template.ts';
import { fold } from '../../language/text/fold.ts';
import { lost, type Notice } from '../notice.ts';
import { schemeOf } from './codes.ts';
import { fieldHtml } from './field.ts';
import { element, escaped, isBroken, tag } from './markup.ts';
import { type Row, rowsOf } from './rows.ts';

/** A code of what stands at an element of the body. */
export interface Entry {
  readonly id: string;
  readonly meaning: string;
  readonly value: string;
  readonly scheme: string;
}

export interface Body {
  readonly html: string;
  readonly entries: readonly Entry[];
  readonly notices: readonly Notice[];
}

type LineRow = Extract<Row, { type: 'line' }>;

/** Templates within templates deeper than this go in a circle. */
const DEEPEST = 12;
const MOST_USED = 500;

/**
 * Writes the lines of a template as the body of a page: what other tools know as fields, sections and text, what they do not know in
 * `data-emh` attributes, with a note in `<mark>` (no part of the report) where they would show it wrongly.
 */
export class BodyWriter {
  readonly #library: Library;
  readonly #lexicon: Lexicon;
  readonly #notices: Notice[] = [];
  readonly #entries: Entry[] = [];
  readonly #parts: string[] = [];
  #fields = 0;
  #lines = 0;
  #depth = 1;
  /** How many times a template was written out in another. */
  #used = 0;

  constructor(library: Library, lexicon: Lexicon) {
    this.#library = library;
    this.#lexicon = lexicon;
  }

  write(template: Template): Body {
    const rows = rowsOf(template, this.#lexicon).filter(({ type }) => type !== 'about');
    let sections = 0;
    const open = (name: string): void => {
      if (sections++ > 0) this.#close('section');
      this.#open('section', { id: `section-${sections}`, 'data-section-name': name, 'data-emh': 'section' });
    };
    for (const [i, row] of rows.entries()) {
      const heading = row.type === 'line' ? row.heading : null;
      if (heading !== null) {
        open(this.#lexicon.term(heading, 'heading')?.label ?? heading);
        const words = (row as LineRow).pieces.join('');
        this.#put(element('header', { class: 'level1', 'data-emh': 'line' }, this.#text(words)));
        continue;
      }
      if (i === 0) open('Examination');
      this.#row(row, template);
    }
    if (sections === 0) open('Examination');
    this.#close('section');
    return { html: this.#parts.join('\n'), entries: this.#entries, notices: this.#notices };
  }

  #put(html: string): void {
    this.#parts.push(`${'  '.repeat(this.#depth)}${html}`);
  }

  #open(name: string, attributes: Record<string, string>): void {
    this.#put(tag(name, attributes));
    this.#depth++;
  }

  #close(name: string): void {
    this.#depth--;
    this.#put(`</${name}>`);
  }

  #text(words: string): string {
    if (isBroken(words)) this.#notices.push(lost('A control character of the template is written as U+FFFD.'));
    return escaped(words);
  }

  #row(row: Row, template: Template): void {
    if (row.type === 'open') {
      this.#open('div', { 'data-emh': row.verb, 'data-emh-words': row.words });
      this.#put(element('p', { 'data-emh': 'note' }, element('mark', {}, escaped(noteOf(row.verb, row.words)))));
    } else if (row.type === 'end') this.#close('div');
    else if (row.type === 'hidden') this.#put(element('p', { 'data-emh': row.what, 'data-emh-words': row.words, hidden: 'hidden' }, ''));
    else if (row.type === 'line') {
      const code = this.#topicCode(row);
      const id = code === null ? null : `line-${++this.#lines}`;
      if (code !== null && id !== null) this.#entries.push({ id, ...code });
      this.#put(element('p', { id, 'data-emh': 'line' }, this.#line(row, template, 0)));
    }
  }

  /** A line; with `depth`, one of a template that another uses. */
  #line({ lead, pieces, comment }: LineRow, template: Template, depth: number): string {
    const condition = /\[if\s+([^\]]*)\]/i.exec(lead)?.[1];
    const note = condition === undefined ? '' : element('mark', { 'data-emh': 'note' }, `${escaped(noteOf('if', condition))} `);
    const led = lead === '' || depth > 0 ? note : element('span', { 'data-emh': 'lead', 'data-emh-words': lead }, note);
    const said =
      comment === '' || depth > 0 ? '' : element('span', { 'data-emh': 'comment', 'data-emh-words': comment, hidden: 'hidden' }, '');
    return `${led}${pieces.map((piece) => this.#piece(piece, template, depth)).join('')}${said}`;
  }

  #piece(piece: LineRow['pieces'][number], template: Template, depth: number): string {
    if (typeof piece === 'string') return this.#text(piece);
    const { start, end } = piece.range;
    const words = template.text.slice(start + 1, end - 1);
    if (piece.type === 'use') return this.#usedHere(piece.name, words, depth);
    const field = template.fields.get(piece.key)?.field;
    const isAgain = field?.range.start !== start;
    return field === undefined ? '' : fieldHtml(field, words, `field-${++this.#fields}`, isAgain);
  }

  /** Another template in this place, written out for tools that know of none. */
  #usedHere(name: string, words: string, depth: number): string {
    const isTooMuch = depth >= DEEPEST || this.#used++ > MOST_USED;
    const used = isTooMuch ? undefined : this.#library(name);
    if (used === undefined)
      this.#notices.push(lost(`The template "${name}" is not known here, or goes in a circle; other tools show nothing in its place.`));
    const lines = used === undefined ? [] : rowsOf(used, this.#lexicon).flatMap((row) => this.#usedRow(row, used as Template, depth + 1));
    const inside = lines.join(tag('br', {}, true));
    return depth > 0 ? inside : element('span', { 'data-emh': 'use', 'data-emh-words': words }, inside);
  }

  #usedRow(row: Row, used: Template, depth: number): string[] {
    if (row.type === 'line') return [this.#line(row, used, depth)];
    return row.type === 'open' ? [element('mark', { 'data-emh': 'note' }, escaped(noteOf(row.verb, row.words)))] : [];
  }

  /** The code of the topic that a line begins with: `Spleen: ...`. */
  #topicCode({ pieces }: LineRow): Omit<Entry, 'id'> | null {
    const topic = typeof pieces[0] === 'string' ? /^\s*([^:[\]]{2,60}):/.exec(pieces[0])?.[1]?.trim() : undefined;
    if (topic === undefined) return null;
    const match = this.#lexicon.match(fold(topic), 0);
    if (match === null || match.end < fold(topic).length) return null;
    for (const { term } of match.senses)
      for (const system of ['radlex', 'snomed'] as const) {
        const value = term.codes[system];
        const scheme = value === undefined ? null : schemeOf(system);
        if (value !== undefined && scheme !== null) return { meaning: term.label, value: String(value), scheme: scheme.name };
      }
    return null;
  }
}

const noteOf = (verb: 'if' | 'each', words: string): string => (verb === 'if' ? `If ${words}:` : `For each ${words}:`);
