import type { Span } from '../text/span.ts';

/** What a field may ask for, and how that is said to the person who fills it. */
export const FIELD_TYPES = {
  levels: 'vertebral levels, such as D4 to D7',
  level: 'one vertebral level, such as D5',
  disc: 'a disc level, such as D4-D5',
  side: 'left, right or bilateral',
  severity: 'mild, moderate or severe',
  size: 'a size, such as 4.0 x 2.5 cm',
  signal: 'signal, such as hypointense on T2',
  intensity: 'hypointense, isointense or hyperintense',
  enhancement: 'how it enhances',
  morphology: 'shape and margin',
  change: 'change since the study before',
  site: 'an organ or a place in the body',
  region: 'a region, such as thoracic spine',
  count: 'how many',
  number: 'a number',
  date: 'a date, such as 2021-03-02',
  time: 'a time, such as 16:20',
  name: 'a name',
  telephone: 'a telephone number',
  text: 'free text',
} as const;
export type FieldType = keyof typeof FIELD_TYPES;

/** An open place of a report or template: `[levels]`, `[*side = left]`, `[grade: mild | severe]`, `[number 0-50 ms]`, `[]`. */
export interface Field {
  readonly range: Span;
  /** In small letters, as written before the colon; else its type, or `` for a pick list and for free text. */
  readonly name: string;
  readonly type: FieldType | 'choice';
  readonly required: boolean;
  /** Of a pick list, in the order written, one of them perhaps empty. */
  readonly choices: readonly string[];
  /** What stands there where nothing else is said: what is written behind `=`, else the first choice; null for none. */
  readonly default: string | null;
  /** Of a number; null where it has none. */
  readonly unit: string | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Something in square brackets that is no text of the report. */
export interface Bracket {
  readonly range: Span;
  /** Between the brackets, without blanks around. */
  readonly words: string;
  /** Null for a line of a template that is no field, such as `[if mass present]` and `[end]`. */
  readonly field: Field | null;
}

/** With the quotes that are read as `"`. */
const BRACKET = /\[([^[\]\n\r]{0,2000})\]|["\u201c\u201d\u201e\u00ab\u00bb\n]/g;
const DIRECTIVE = /^(?:if|for each|use|example|expect) \S|^(?:end|required|expect)$/i;
const NUMBER = /^number(?: (-?\d+(?:\.\d+)?) ?(?:-|–|to) ?(-?\d+(?:\.\d+)?))?(?: ([^\s=|][^=|]{0,15}))?$/i;

/** The brackets of a text that are fields or lines of a template; quoted ones, and those within others, are text. Others (`[sic]`, `[1]`) are no fields. Linear. */
export function bracketsOf(text: string): Bracket[] {
  const found: Bracket[] = [];
  if (!text.includes('[')) return found;
  let quoted = false;
  let nested = false;
  let seen = 0;
  for (const match of text.matchAll(BRACKET)) {
    nested ||= text.slice(seen, match.index).includes('[');
    seen = match.index + match[0].length;
    if (match[0] === '\n') nested = false;
    if (match[1] === undefined) quoted = match[0] !== '\n' && !quoted;
    else if (!quoted && !nested) {
      const range = { start: match.index, end: match.index + match[0].length };
      const words = match[1].trim();
      const field = readField(words, range);
      if (field !== null || DIRECTIVE.test(words)) found.push({ range, words, field });
    }
  }
  return found;
}

/** The fields of a text, in its order. */
export const fieldsOf = (text: string): Field[] => bracketsOf(text).flatMap(({ field }) => field ?? []);

/** The text with fields and template lines blanked, unit for unit: what is not filled in says nothing. */
export function withoutFields(text: string, brackets: readonly Bracket[]): string {
  if (brackets.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of brackets.map(({ range }) => range)) {
    parts.push(text.slice(from, start), ' '.repeat(end - start));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** Reads what stands between brackets as a field; null where it is none. */
export function readField(words: string, range: Span): Field | null {
  const required = words.startsWith('*');
  const all = required ? words.slice(1).trim() : words;
  if (DIRECTIVE.test(all)) return null;
  const [, before = '', behind = all] = /^([a-z][a-z0-9 /*-]{0,40}):(?!\d)\s*(.*)$/i.exec(all) ?? [];
  const [, asked = behind, given = null] = /^([^=]*?)\s*=\s*(.*)$/.exec(behind) ?? [];
  const common = { range, required, unit: null, low: null, high: null };
  const name = before.trim().toLowerCase();
  if (asked.includes('|')) {
    const choices = asked.split('|').map((choice) => choice.trim());
    return { ...common, name, type: 'choice', choices, default: given ?? (required ? null : (choices[0] ?? null)) };
  }
  const number = NUMBER.exec(asked);
  if (number !== null) {
    const [, low, high, unit = null] = number;
    const bounds = { low: low === undefined ? null : Number(low), high: high === undefined ? null : Number(high) };
    return { ...common, ...bounds, unit: unit?.trim() ?? null, name: name || 'number', type: 'number', choices: [], default: given };
  }
  const type = Object.hasOwn(FIELD_TYPES, asked) ? (asked as FieldType) : null;
  if (type !== null) return { ...common, name: name || (type === 'text' ? '' : type), type, choices: [], default: given };
  if (asked === '' && (all === '' || name !== '' || required)) return { ...common, name, type: 'text', choices: [], default: given };
  return null;
}
