import type { Finding } from '../meaning/finding.ts';
import type { Note, NoteCategory } from '../meaning/note.ts';
import { fold } from '../text/fold.ts';
import type { Facts } from './facts.ts';

/**
 * The kinds, notes and words that some rules ask for, each with a number, so that one look at a report tells which of them it has: most
 * rules speak of what a report does not, and need no other look.
 */
export class Signs {
  #count = 0;
  readonly #kinds = new Map<string, number>();
  readonly #notes = new Map<NoteCategory, { any: number | null; readonly named: Map<string, number> }>();
  readonly #phrases = new Map<readonly string[], number | null>();
  /** The first word of phrases -> the lists of phrases that one with this first word is in. */
  readonly #words = new Map<string, number[]>();

  /** The sign that a report names a kind of finding, be it denied. */
  kind(kind: string): number {
    let sign = this.#kinds.get(kind);
    if (sign === undefined) this.#kinds.set(kind, (sign = this.#count++));
    return sign;
  }

  /** The sign that it has a note of a category, of one kind or group where that is given. */
  note(category: NoteCategory, name: string | null): number {
    let notes = this.#notes.get(category);
    if (notes === undefined) this.#notes.set(category, (notes = { any: null, named: new Map() }));
    if (name === null) {
      notes.any ??= this.#count++;
      return notes.any;
    }
    let sign = notes.named.get(name);
    if (sign === undefined) notes.named.set(name, (sign = this.#count++));
    return sign;
  }

  /** The sign that it may mention one of some phrases; null where one begins with no word, so that nothing tells. */
  words(phrases: readonly string[]): number | null {
    let sign = this.#phrases.get(phrases);
    if (sign === undefined) this.#phrases.set(phrases, (sign = this.#newWords(phrases)));
    return sign;
  }

  #newWords(phrases: readonly string[]): number | null {
    const firsts = phrases.map((phrase) => firstWord(fold(phrase)));
    if (firsts.includes('')) return null;
    const sign = this.#count++;
    for (const first of new Set(firsts)) {
      const same = this.#words.get(first);
      if (same) same.push(sign);
      else this.#words.set(first, [sign]);
    }
    return sign;
  }

  /** For each sign 1 where the report shows it, else 0. Linear in the report. */
  in(facts: Facts): Uint8Array {
    const shown = new Uint8Array(this.#count);
    const { report } = facts;
    for (const finding of report.findings) this.#showKind(finding, shown);
    for (const { findings } of report.impression) for (const finding of findings) this.#showKind(finding, shown);
    for (const note of report.notes) this.#showNote(note, shown);
    if (this.#words.size > 0) this.#showWords(facts, shown);
    return shown;
  }

  #showKind({ kind }: Finding, shown: Uint8Array): void {
    const sign = this.#kinds.get(kind);
    if (sign !== undefined) shown[sign] = 1;
  }

  #showNote({ category, kind, value }: Note, shown: Uint8Array): void {
    const notes = this.#notes.get(category);
    if (notes === undefined) return;
    if (notes.any !== null) shown[notes.any] = 1;
    const sign = notes.named.get(kind);
    if (sign !== undefined) shown[sign] = 1;
    const group = value === null || value === kind ? undefined : notes.named.get(value);
    if (group !== undefined) shown[group] = 1;
  }

  #showWords(facts: Facts, shown: Uint8Array): void {
    const text = facts.folded(facts.report.range);
    if (partsWords(facts, text)) {
      // A part may begin with the rest of a word: nobody knows with which.
      for (const signs of this.#words.values()) for (const sign of signs) shown[sign] = 1;
      return;
    }
    for (let start = 0; start < text.length; ) {
      if (!isLetterAt(text, start)) {
        start++;
        continue;
      }
      const end = wordEnd(text, start);
      const signs = this.#words.get(text.slice(start, end));
      if (signs !== undefined) for (const sign of signs) shown[sign] = 1;
      start = end;
    }
  }
}

const isLetter = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

/** A letter or a digit; text is in lower case. */
export function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return at >= 0 && at < text.length && isLetter(text.charAt(at));
}

function wordEnd(text: string, start: number): number {
  let end = start + 1;
  while (isLetterAt(text, end)) end++;
  return end;
}

const firstWord = (text: string): string => (isLetterAt(text, 0) ? text.slice(0, wordEnd(text, 0)) : '');

/** Whether a part of the report that rules look into begins or ends in the middle of a word of its text. */
function partsWords({ report }: Facts, text: string): boolean {
  const { outline, notes, findings } = report;
  const by = report.range.start;
  const parts = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    (isLetterAt(text, start - by - 1) && isLetterAt(text, start - by)) || (isLetterAt(text, end - by - 1) && isLetterAt(text, end - by));
  return (
    outline.statements.some(({ range }) => parts(range)) ||
    outline.sections.some(({ range }) => parts(range)) ||
    outline.topics.some(({ name }) => parts(name)) ||
    outline.header.some(({ value }) => parts(value)) ||
    // What stands in no statement is looked into by itself.
    notes.some(({ statement, range }) => statement < 0 && parts(range)) ||
    findings.some(({ statement, range }) => statement < 0 && parts(range))
  );
}
