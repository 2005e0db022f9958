import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Field } from '../../syntax/fields.ts';
import type { Condition, Library, Part, Template } from '../template.ts';
import { valueProblem } from '../value.ts';

/** A line that a template may write: words and fields in turn. */
export interface Pattern {
  readonly atoms: readonly (string | FieldAtom)[];
  /** What must hold for it, outermost first, each with the scope that it is asked in. */
  readonly conditions: readonly { readonly condition: Condition; readonly scope: string }[];
  /** `mass.2.`; empty outside repeated blocks. */
  readonly scope: string;
  /** Names of the repeated blocks around it. */
  readonly groups: readonly string[];
}

export interface FieldAtom {
  readonly field: Field;
  readonly key: string;
  readonly isGrouped: boolean;
}

const MOST_LINES = 3000;
const MOST_STEPS = 20_000;
/** No line that a person wrote has more of them. */
const MOST_ATOMS = 120;
const DEEPEST = 12;

/** The lines of a template and of those that it uses, of all cases; a repeated block as often as `counts` says of its name. */
export function patternsOf(template: Template, library: Library, counts: ReadonlyMap<string, number>): Pattern[] {
  const lines: Pattern[] = [];
  let atoms: (string | FieldAtom)[] = [];
  let first: Omit<Pattern, 'atoms'> | null = null;
  let steps = 0;
  type Around = Omit<Pattern, 'atoms'>;
  const end = (): void => {
    if (first !== null && atoms.length > 0 && atoms.length <= MOST_ATOMS && lines.length < MOST_LINES) lines.push({ ...first, atoms });
    atoms = [];
    first = null;
  };
  const add = (atom: string | FieldAtom, around: Around): void => {
    first ??= around;
    atoms.push(atom);
  };
  const visit = (parts: readonly Part[], own: Template, around: Around, depth: number): void => {
    for (const part of parts) {
      if (lines.length >= MOST_LINES || steps++ > MOST_STEPS) return;
      if (part.type === 'text') {
        const [start = '', ...rest] = own.text.slice(part.range.start, part.range.end).split(/\r\n|\r|\n/);
        if (start !== '') add(start, around);
        for (const words of rest) {
          end();
          if (words !== '') add(words, around);
        }
      } else if (part.type === 'field') {
        const found = own.fields.get(part.key);
        if (found !== undefined) add({ field: found.field, key: part.key, isGrouped: found.groups.length > 0 }, around);
      } else if (part.type === 'if') {
        const conditions = [...around.conditions, { condition: part.condition, scope: around.scope }];
        visit(part.parts, own, { ...around, conditions }, depth);
      } else if (part.type === 'each') {
        const groups = [...around.groups, part.name];
        for (let n = 1; n <= (counts.get(part.name) ?? 1); n++)
          visit(part.parts, own, { ...around, groups, scope: `${around.scope}${part.name}.${n}.` }, depth);
      } else {
        const used = depth < DEEPEST ? library(part.name) : undefined;
        if (used !== undefined) visit(used.parts, used, around, depth + 1);
      }
    }
  };
  visit(template.parts, template, { conditions: [], scope: '', groups: [] }, 0);
  end();
  return lines;
}

/** How a line of a report is one of a template: the values of its fields, null for one that is open, and how many letters are the same. */
export interface Fit {
  readonly values: readonly (string | null)[];
  readonly weight: number;
}

/** Letters that a pattern must have of its own to be told from others. */
const FEWEST_LETTERS = 3;

/** How a line fits a pattern, as a whole or by its topic; null where it does not. Blanks do not count, nor do numbers of items. */
export const fitOf = (pattern: Pattern, line: string, lexicon: Lexicon): Fit | null =>
  wholeFit(pattern, line, lexicon) ?? topicFit(pattern, line);

/** A line of the topic of the pattern that a person has changed: what it still says of the pattern's choices. */
function topicFit({ atoms }: Pattern, line: string): Fit | null {
  const topic = typeof atoms[0] === 'string' ? /^\s*[^:[\].]{2,40}:/.exec(atoms[0])?.[0] : undefined;
  if (topic === undefined || !line.startsWith(topic)) return null;
  const fields = atoms.filter((atom) => typeof atom !== 'string');
  const values = fields.map(
    ({ field }) => longestFirst(field.choices).find((choice) => choice.length >= FEWEST_LETTERS && line.includes(choice)) ?? null,
  );
  // Less than any line that nobody changed.
  return { values, weight: 1 };
}

const longestFirst = (choices: readonly string[]): string[] => [...choices].sort((a, b) => b.length - a.length);

/** Linear in the line but for values that are none. */
function wholeFit({ atoms }: Pattern, line: string, lexicon: Lexicon): Fit | null {
  const words = atoms.map((atom, i) => (typeof atom === 'string' ? (i === 0 ? withoutMark(atom) : atom).trim() : ''));
  let weight = words.reduce((sum, each) => sum + letters(each), 0);
  const hasChoice = atoms.some((atom) => typeof atom !== 'string' && atom.field.type === 'choice');
  if (weight < FEWEST_LETTERS && !hasChoice) return null;
  const text = withoutMark(line);
  const values: (string | null)[] = [];
  let at = 0;
  for (const [i, atom] of atoms.entries()) {
    if (typeof atom === 'string') {
      at = skip(text, at);
      if (!text.startsWith(words[i] ?? '', at)) return null;
      at += (words[i] ?? '').length;
    } else {
      const next = words.slice(i + 1).find((each) => each !== '') ?? '';
      // What stands behind it but for blanks.
      const beside = atoms.slice(i + 1).find((each) => typeof each !== 'string' || each.trim() !== '');
      const read = valueAt(atom.field, text, skip(text, at), next, typeof beside === 'object' ? beside.field : null, lexicon);
      if (read === null) return null;
      values.push(read.value);
      if (atom.field.type === 'choice' && valueProblem(atom.field, read.value ?? '', lexicon) === null) weight += letters(read.value ?? '');
      at = read.end;
    }
  }
  return skip(text, at) >= text.length && weight >= FEWEST_LETTERS ? { values, weight } : null;
}

const letters = (words: string): number => words.replace(/[^\p{L}\p{N}]/gu, '').length;

const withoutMark = (line: string): string => line.replace(/^\s*\d{1,2}[.)]\s+/, '');

function skip(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return at;
}

/** Tries at most so many ends of a value. */
const MOST_ENDS = 12;

/** The value of a field from `at` to where the words or the choice of the field behind it begin; the first that is one, else the first. */
function valueAt(
  field: Field,
  text: string,
  at: number,
  next: string,
  beside: Field | null,
  lexicon: Lexicon,
): { value: string | null; end: number } | null {
  const open = /^\[[^[\]]*\]/.exec(text.slice(at, at + 2002))?.[0];
  if (open !== undefined) return { value: null, end: at + open.length };
  if (field.type === 'choice' && (beside !== null || field.choices.includes(''))) {
    const choice = longestFirst(field.choices).find((each) => startsWithWords(text, at, each));
    if (choice !== undefined) return { value: choice, end: at + choice.length };
  }
  const starts = beside?.type === 'choice' ? [...beside.choices.filter((each) => each !== ''), next] : [next];
  const ends = starts.flatMap((words) => (words === '' ? [text.length] : placesOf(text, words, at))).sort((a, b) => a - b);
  const found = ends.map((end) => ({ value: text.slice(at, end).trim(), end }));
  return found.find(({ value }) => valueProblem(field, value, lexicon) === null) ?? found[0] ?? null;
}

function placesOf(text: string, words: string, from: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words, from); at >= 0 && found.length < MOST_ENDS; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

const startsWithWords = (text: string, at: number, words: string): boolean =>
  text.slice(at, at + words.length).toLowerCase() === words.toLowerCase();
