import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Category } from '../lexicon/term.ts';
import { FIELD_TYPES, type Field, type FieldType, readField } from '../syntax/fields.ts';
import type { Span } from '../text/span.ts';
import type { Proposal } from './item.ts';
import type { Place } from './place.ts';

/** Lines of a template, as they are begun. */
const LINES: Readonly<Record<string, string>> = {
  'if NAME present': 'the line, or the block to [end], where it is',
  'if NAME is VALUE': 'where a field has a value',
  'for each NAME': 'the block to [end] once for each',
  'use TEMPLATE': 'another template here',
  required: 'reports must have this topic',
  'example NAME': 'a test: values, and what must come of them',
  expect: 'lines that the report must have',
  end: 'of a block or an example',
};

/** Words of a few categories, most usual first. */
const WORDS: Readonly<Partial<Record<FieldType, Category>>> = {
  side: 'side',
  severity: 'severity',
  intensity: 'intensity',
  enhancement: 'enhancement',
  morphology: 'morphology',
  change: 'change',
};

/** In a field that stands open, what may be put in its place; in a bracket that is being written, types of fields. Null outside brackets. */
export function openFieldItems(place: Place, lexicon: Lexicon, isTemplate: boolean): Proposal[] | null {
  const bracket = bracketAt(place);
  if (bracket === null) return null;
  const { range, words, isClosed } = bracket;
  const field = isClosed && !isTemplate ? readField(words, range) : null;
  if (field !== null) return choiceItems(field, lexicon);
  // In other words in brackets a report goes on.
  return BEGUN.test(place.text.slice(range.start, place.offset)) ? typeItems(place, isClosed, isTemplate) : null;
}

/** `[`, `[*lev`, `[canal: `: a bracket in which a type may come next. */
const BEGUN = /^\[\s*\*?\s*(?:[a-z][a-z0-9 -]*:\s*)?[a-z]*$/i;

function bracketAt({ text, line, offset }: Place): { range: Span; words: string; isClosed: boolean } | null {
  const before = text.slice(line.start, offset);
  const start = before.lastIndexOf('[');
  if (start < 0 || before.indexOf(']', start) >= 0) return null;
  const close = /^[^[\]]*\]/.exec(text.slice(offset, line.end))?.[0];
  const range = { start: line.start + start, end: close === undefined ? offset : offset + close.length };
  return { range, words: text.slice(range.start + 1, close === undefined ? offset : range.end - 1).trim(), isClosed: close !== undefined };
}

/** Replaces the whole bracket: what is chosen is no field any more. */
function choiceItems(field: Field, lexicon: Lexicon): Proposal[] {
  const { range, choices, type } = field;
  const words = type === 'choice' ? [] : wordsOf(type, lexicon);
  const ways = [...(field.default === null ? [] : [field.default]), ...choices, ...words].filter((way) => way !== '');
  return [...new Set(ways)].map((way) => ({
    label: way,
    insertText: way,
    replace: range,
    detail: way === field.default ? 'default' : field.name || 'choice',
    kind: 'choice',
    filterText: `[${way}`,
  }));
}

function wordsOf(type: FieldType, lexicon: Lexicon): string[] {
  const category = WORDS[type];
  return category === undefined ? [] : lexicon.terms.filter((term) => term.category === category).map(({ label }) => label);
}

function typeItems({ word, text, line }: Place, isClosed: boolean, isTemplate: boolean): Proposal[] {
  const close = isClosed ? '' : ']';
  const item = (words: string, detail: string): Proposal => ({
    label: words,
    insertText: `${words}${close}`,
    replace: word,
    detail,
    kind: 'keyword',
    filterText: words,
  });
  const begins = isTemplate && /^\s*\[\s*$/.test(text.slice(line.start, word.start));
  return [...Object.entries(FIELD_TYPES), ...(begins ? Object.entries(LINES) : [])].map(([words, detail]) => item(words, detail));
}
