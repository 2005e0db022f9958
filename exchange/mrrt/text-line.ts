import { bracketsOf } from '../../language/syntax/fields.ts';
import type { Span } from '../../language/text/span.ts';
import { lost, type Notice } from '../notice.ts';

/** A line of a template as it is put together. */
export class TextLine {
  readonly #notices: Notice[];
  #words = '';
  #gap = false;
  #hasField = false;
  /** Of the field that stands last: a template writes it by itself. */
  #unit: string | null = null;
  /** Where a list mark ends. */
  #start = 0;
  /** As `exportMrrt` wrote it: its blanks count. */
  isOwn = false;

  constructor(notices: Notice[]) {
    this.#notices = notices;
  }

  /** Words of the page. */
  text(words: string, range: Span): void {
    if (this.isOwn) {
      this.#words += words.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ');
      return;
    }
    const said = words.replace(/[\s\u00a0]+/g, ' ');
    if (said === '') return;
    if (said.trim() === '') {
      this.#gap ||= said !== '';
      return;
    }
    const rest = this.#withoutUnit(said.trim());
    if (rest !== '') this.#append(this.#harmless(rest, range), said.startsWith(' ') || rest !== said.trim());
    this.#gap = said.endsWith(' ');
  }

  /** Without the unit that the field before it has already. */
  #withoutUnit(words: string): string {
    const unit = this.#unit;
    this.#unit = null;
    // `m²` is the unit `m2`.
    if (unit === null || !words.slice(0, unit.length).normalize('NFKC').startsWith(unit)) return words;
    const rest = words.slice(unit.length);
    return /^[\p{L}\p{N}]/u.test(rest) ? words : rest.trimStart();
  }

  /** Words of the page that a template would take for something of its own are written in another way. */
  #harmless(words: string, range: Span): string {
    let plain = words;
    if (bracketsOf(words).length > 0 || /\[\s*\*?[a-z][a-z -]*\]/i.test(words)) {
      plain = plain.replace(/\[/g, '(').replace(/\]/g, ')');
      this.#notices.push(lost(`Square brackets of "${words.slice(0, 60)}", which is no field; they are round now.`, range));
    }
    return plain.replace(/(^|[^:])\/\//g, '$1/ /');
  }

  gap(): void {
    this.#gap = true;
  }

  mark(words: string): void {
    this.#words = words;
    this.#start = words.length;
  }

  field(words: string, unit: string | null): void {
    this.#append(words, false);
    this.#hasField = true;
    this.#unit = unit;
  }

  /** Whether the line holds these words and nothing else. */
  isAll(words: string): boolean {
    return words !== '' && this.#words.slice(this.#start).trim() === words;
  }

  /** Makes a topic of the words so far. */
  colon(): void {
    if (!/[:.,;?)]$/.test(this.#words.trimEnd())) this.#words = `${this.#words.trimEnd()}:`;
    this.#gap = true;
  }

  /** Words of a template as they stand. */
  raw(words: string): void {
    this.#words += words;
  }

  #append(words: string, isApart: boolean): void {
    const before = this.#words.slice(this.#start);
    const needsGap = (this.#gap || isApart) && before !== '' && !/^[.,;:)]/.test(words);
    this.#words += `${needsGap && !this.#words.endsWith(' ') ? ' ' : ''}${words}`;
    this.#gap = false;
  }

  /** The words since the last field: what they say is what the next one is asked for. */
  lastWords(): string {
    return this.#words.slice(this.#words.lastIndexOf(']') + 1).trim();
  }

  /** The line; empty where nothing stands on it. */
  end(): string {
    if (this.isOwn) return this.#words;
    const words = this.#words.trimEnd();
    if (words.length <= this.#start && this.#words.slice(this.#start).trim() === '') return '';
    // A quote before a field would make text of it.
    return this.#hasField ? words.replace(/["“”„«»]/g, "'") : words;
  }
}
