import { FIELD_TYPES, type Field, readField } from '../language/syntax/fields.ts';
import { plainLetters } from './plain-letters.ts';

/** What a field says, wherever it stands. */
export type FieldSaid = Omit<Field, 'range'>;

/**
 * A field in the brackets of a template, written in one way: `[*canal levels: levels]`, `[mild | severe = severe]`. Reading it back gives
 * the same field. Null where it cannot be written, such as a choice with a square bracket.
 */
export function fieldWords(field: FieldSaid): string | null {
  const { name, type, choices, required, default: usual } = field;
  const usually = type === 'choice' && !required ? (choices[0] ?? null) : null;
  const words = `${required ? '*' : ''}${named(name, type, asked(field))}${usual === usually || usual === null ? '' : ` = ${usual}`}`;
  return sameField(readField(words, NOWHERE), field) ? `[${words}]` : null;
}

const NOWHERE = { start: 0, end: 0 };

function asked({ type, choices, low, high, unit }: FieldSaid): string {
  if (type === 'choice') return choices.join(' | ');
  if (type !== 'number') return type;
  const between = low === null || high === null ? '' : ` ${low}${low < 0 || high < 0 ? ' to ' : '-'}${high}`;
  return `number${between}${unit === null ? '' : ` ${unit}`}`;
}

function named(name: string, type: FieldSaid['type'], words: string): string {
  if (name === '' || name === type) return words;
  return `${name}: ${words.trimStart()}`;
}

/** Whether two fields ask for the same. */
export function sameField(a: FieldSaid | null, b: FieldSaid): boolean {
  return a !== null && FIELD_KEYS.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));
}

const FIELD_KEYS = ['name', 'type', 'required', 'choices', 'default', 'unit', 'low', 'high'] as const;

/** Words that may stand in a choice or a default: no brackets, bars, signs of equality or line breaks. */
export const choiceWords = (words: string): string =>
  words
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .replace(/\s*\|\s*/g, '/')
    .replace(/<=|≤/g, '≤')
    .replace(/>=|≥/g, '≥')
    .replace(/\s*=\s*/g, ' equals ')
    .replace(/["“”„«»]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

/** Gives fields names that a template can have, no two the same. */
export class FieldNames {
  readonly #given = new Map<string, number>();

  /** A name made of words, such as a label; of `usual` where nothing is left of them. */
  of(words: string, usual: string): string {
    const base = plainName(words) || plainName(usual) || 'field';
    let count = this.#given.get(base) ?? 0;
    let name = base;
    do name = ++count === 1 ? base : `${base.slice(0, LONGEST - 4).trim()} ${count}`;
    while (count > 1 && this.#given.has(name));
    this.#given.set(base, count);
    this.#given.set(name, this.#given.get(name) ?? 1);
    return name;
  }
}

const LONGEST = 40;

/** In small plain letters: a name has no others. */
function plainName(words: string): string {
  const letters = plainLetters(words)
    .replace(/_/g, ' ')
    .replace(/[^a-z0-9 /*-]+/g, ' ')
    .replace(/^[^a-z]+/, '')
    .replace(/ +/g, ' ')
    .trim();
  const free = /^(?:if|for each|use|example|expect)\b|^(?:end|required)$/.test(letters) ? `the ${letters}` : letters;
  // A name that is a type is written without its type, which another type would not be.
  const own = Object.hasOwn(FIELD_TYPES, free) ? `the ${free}` : free;
  return own.slice(0, LONGEST).trim();
}
