import { FIELD_TYPES, type Field } from '../../language/syntax/fields.ts';
import type { FieldSaid } from '../field-words.ts';
import { element, escaped, tag } from './markup.ts';
import { attr, type Element, elementsOf, plain, textOf } from './page.ts';

/** What the format can say of a field. */
export interface Shown {
  readonly type: 'choice' | 'checkbox' | 'radio' | 'number' | 'date' | 'time' | 'text' | 'merge';
  readonly required: boolean;
  readonly choices: readonly string[];
  /** Null where nothing is chosen or written. */
  readonly default: string | null;
  readonly unit: string | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What the format says of a field of a template. */
export function shownOf(field: FieldSaid): Shown {
  const { type, required, unit, low, high } = field;
  const choices = field.choices.map(plain);
  const usual = field.default === null ? null : plain(field.default);
  const shown = type === 'choice' || type === 'number' || type === 'date' || type === 'time' ? type : 'text';
  const isKept = usual !== null && usual !== '' && (shown !== 'date' || ISO_DATE.test(usual)) && (shown !== 'time' || ISO_TIME.test(usual));
  const isChosen = usual !== null && choices.includes(usual);
  return {
    type: shown,
    required,
    choices,
    default: (shown === 'choice' ? isChosen : isKept) ? usual : null,
    unit: shown === 'number' ? unit : null,
    low: shown === 'number' ? low : null,
    high: shown === 'number' ? high : null,
  };
}

/** Other values a date or time element of HTML does not take. */
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const ISO_TIME = /^\d{2}:\d{2}$/;

/** What a field element of a page says, whoever wrote it. */
export function saidBy(field: Element): Shown {
  const said = attr(field, 'data-field-type')?.trim().toUpperCase() ?? '';
  const html = attr(field, 'type')?.trim().toLowerCase() ?? '';
  const common = { required: isRequired(field), choices: [], unit: null, low: null, high: null };
  if (field.tagName === 'select') {
    const options = elementsOf(field, 'option').filter((option) => attr(option, 'data-emh') !== 'none');
    const words = options.map(optionWords);
    const isNone = elementsOf(field, 'option').some((option) => attr(option, 'data-emh') === 'none' && attr(option, 'selected') !== null);
    const chosen = options.findIndex((option) => attr(option, 'selected') !== null);
    // Without a word on it, a browser shows the first.
    return { ...common, type: 'choice', choices: words, default: isNone ? null : (words[Math.max(chosen, 0)] ?? null) };
  }
  const value = plain(field.tagName === 'textarea' ? field.childNodes.map(textOf).join('') : (attr(field, 'value') ?? ''));
  const usual = value === '' ? null : value;
  if (html === 'radio' || html === 'checkbox' || said === 'CHECKBOX' || said === 'RADIO')
    return { ...common, type: html === 'radio' || said === 'RADIO' ? 'radio' : 'checkbox', default: attr(field, 'checked') };
  if (said === 'NUMBER' || html === 'number' || html === 'range') {
    const [unit, low, high] = [attr(field, 'data-field-units'), numberIn(attr(field, 'min')), numberIn(attr(field, 'max'))];
    return { ...common, type: 'number', default: usual, unit: plain(unit ?? '') || null, low, high };
  }
  if (said === 'DATE' || html === 'date') return { ...common, type: 'date', default: usual };
  if (said === 'TIME' || html === 'time') return { ...common, type: 'time', default: usual };
  return { ...common, type: said === 'MERGE' || attr(field, 'data-field-merge-flag') === 'true' ? 'merge' : 'text', default: usual };
}

const isRequired = (field: Element): boolean =>
  attr(field, 'data-field-completion-action')?.trim().toUpperCase() === 'PROHIBIT' || attr(field, 'required') !== null;

const optionWords = (option: Element): string =>
  plain(option.childNodes.map(textOf).join('')) || plain(attr(option, 'label') ?? attr(option, 'value') ?? '');

const numberIn = (words: string | null): number | null => (words !== null && /^-?\d+(?:\.\d+)?$/.test(words.trim()) ? Number(words) : null);

/** Whether what a page shows is what a field of a template would be shown as. */
export function isShownAs(shown: Shown, field: FieldSaid): boolean {
  const own = shownOf(field);
  return SHOWN_KEYS.every((key) => JSON.stringify(shown[key]) === JSON.stringify(own[key]));
}

const SHOWN_KEYS = ['type', 'required', 'choices', 'default', 'unit', 'low', 'high'] as const;

/**
 * A field as an element of the format, with its label. `words` are what stands between its brackets; other tools do not look at them. The
 * label is marked as no part of the report.
 */
export function fieldHtml(field: Field, words: string, id: string, isAgain: boolean): string {
  const shown = shownOf(field);
  const hint = field.type === 'choice' ? 'one of the list' : FIELD_TYPES[field.type];
  const label = field.name || hint;
  const common = {
    id,
    name: label,
    title: hint,
    'data-field-completion-action': field.required ? 'PROHIBIT' : shown.default === null ? 'ALERT' : 'NONE',
    'data-emh': isAgain ? 'again' : 'field',
    'data-emh-words': words,
  };
  return `${element('mark', { 'data-emh': 'label' }, element('label', { for: id }, escaped(label)))}${shown.type === 'choice' ? listHtml(shown, common) : inputHtml(shown, common)}`;
}

function listHtml({ choices, default: usual }: Shown, common: Record<string, string>): string {
  let isChosen = false;
  const options = choices.map((choice) => {
    const isThis = !isChosen && choice === usual;
    isChosen ||= isThis;
    return element('option', { value: choice, selected: isThis ? 'selected' : null }, escaped(choice));
  });
  // Where a person must choose, no browser may choose the first.
  const none = isChosen ? '' : element('option', { value: '', selected: 'selected', 'data-emh': 'none' }, '');
  return element('select', { ...common, 'data-field-type': 'SELECTION_LIST' }, none + options.join(''));
}

function inputHtml(shown: Shown, common: Record<string, string>): string {
  const type = shown.type === 'number' || shown.type === 'date' || shown.type === 'time' ? shown.type : 'text';
  return tag(
    'input',
    {
      type,
      ...common,
      'data-field-type': type.toUpperCase(),
      'data-field-units': shown.unit,
      min: shown.low === null ? null : String(shown.low),
      max: shown.high === null ? null : String(shown.high),
      step: type === 'number' ? 'any' : null,
      value: shown.default,
    },
    true,
  );
}
