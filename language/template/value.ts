import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Category } from '../lexicon/term.ts';
import { datesIn } from '../meaning/dates.ts';
import type { Field, FieldType } from '../syntax/fields.ts';
import { fold } from '../text/fold.ts';

/** Categories of the lexicon whose words a field takes. */
export const FIELD_CATEGORIES: Readonly<Partial<Record<FieldType, readonly Category[]>>> = {
  side: ['side'],
  severity: ['severity'],
  intensity: ['intensity'],
  signal: ['intensity', 'sequence', 'reference', 'pattern', 'site', 'morphology'],
  enhancement: ['enhancement', 'morphology', 'severity'],
  morphology: ['morphology'],
  change: ['change'],
  site: ['site'],
  region: ['region', 'site'],
};

const LINKS = /^(?:to|and|or|with|from|of|the|on|in|at|as|than|through|,|\/|-|&)$/;
const LEVEL = /^(?:[cdtls]|co)?\d{1,2}$/;
const REGION =
  /^(?:cervical|thoracic|dorsal|lumbar|sacral|upper|mid|middle|lower|spine|spinal|coccyx|all|visualised|visualized|vertebrae|levels?|discs?|multilevel)$/;
const SHAPES: Readonly<Partial<Record<FieldType, RegExp>>> = {
  size: /^(?:up to |about |approx\.? )?\d+(?:[.,]\d+)?(?: ?(?:x|×|\*|by) ?\d+(?:[.,]\d+)?){0,2} ?(?:cm|mm)$/i,
  date: /^\d{4}-\d{2}-\d{2}$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{1,2} [a-z]{3,9} \d{4}$/i,
  time: /^\d{1,2}[:.]\d{2}(?: ?[ap]m)?$/i,
  count: /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|multiple|few|a few|many|numerous|single|solitary|no)$/i,
  level: /^(?:[cdtls]\d{1,2}|coccyx)$/i,
  disc: /^[cdtls]\d{1,2} ?[-–/] ?[cdtls]?\d{1,2}$/i,
};

/** What a value is written as in a report: pick lists in their own letters, numbers with their unit. */
export function valueText(field: Field, value: string): string {
  const plain = value.trim();
  if (field.type === 'choice') return field.choices.find((choice) => choice.toLowerCase() === plain.toLowerCase()) ?? plain;
  if (field.type === 'number' && field.unit !== null && /^[-+]?\d+(?:[.,]\d+)?$/.test(plain)) return `${plain} ${field.unit}`;
  return plain;
}

/** Why a value is none of the field, in a sentence that begins small; null where it is one. */
export function valueProblem(field: Field, value: string, lexicon: Lexicon): string | null {
  const plain = value.trim();
  if (/[\r\n]/.test(plain)) return 'holds a line break, which no value has';
  if (/[[\]]/.test(plain)) return 'holds square brackets, which no value has';
  if (field.type === 'choice') return isChoice(field, plain) ? null : `is ${choicesInWords(field)}`;
  if (plain === '') return 'is empty';
  if (field.type === 'number') return numberProblem(field, plain);
  if (field.type === 'levels') return areLevels(plain) ? null : 'is levels, such as D4 to D7';
  const shape = SHAPES[field.type];
  if (shape !== undefined) return shape.test(plain) && isThere(field.type, plain) ? null : `is ${EXAMPLES[field.type] ?? field.type}`;
  const categories = FIELD_CATEGORIES[field.type];
  return categories === undefined || isOf(plain, categories, lexicon) ? null : `holds a word that is none of ${field.type}`;
}

/** Whether there is such a day, and such a time of the day. */
function isThere(type: FieldType, value: string): boolean {
  if (type === 'date') return datesIn(value)[0]?.days != null;
  const [, hour, minute] = type === 'time' ? (/^(\d{1,2})[:.](\d{2})/.exec(value) ?? []) : [];
  return Number(hour ?? 0) <= (/[ap]m$/i.test(value) ? 12 : 24) && Number(minute ?? 0) < 60;
}

const EXAMPLES: Readonly<Partial<Record<FieldType, string>>> = {
  size: 'a size, such as 4.0 x 2.5 cm',
  date: 'a date, such as 2021-03-02',
  time: 'a time, such as 16:20',
  count: 'a number of things',
  level: 'one level, such as D5',
  disc: 'a disc level, such as D4-D5',
};

const isChoice = ({ choices }: Field, value: string): boolean => choices.some((choice) => choice.toLowerCase() === value.toLowerCase());

/** `mild, moderate or severe` */
export const choicesInWords = ({ choices }: Field): string => {
  const shown = choices.map((choice) => (choice === '' ? 'nothing' : choice));
  return shown.length < 2 ? (shown[0] ?? 'nothing') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
};

function numberProblem({ low, high, unit }: Field, value: string): string | null {
  const [, digits, written] = /^([-+]?\d+(?:[.,]\d+)?)\s*(\S.*)?$/.exec(value) ?? [];
  if (digits === undefined) return 'is a number';
  if (written !== undefined && written.toLowerCase() !== unit?.toLowerCase()) return unit === null ? 'has no unit' : `is in ${unit}`;
  const number = Number(digits.replace(',', '.'));
  const isOut = (low !== null && number < low) || (high !== null && number > high);
  return isOut ? `is from ${low} to ${high}` : null;
}

const areLevels = (value: string): boolean =>
  fold(value)
    .split(/[\s,/&-]+/)
    .every((word) => word === '' || LINKS.test(word) || LEVEL.test(word) || REGION.test(word));

/** Whether all its words are of the categories, or link such words. */
export function isOf(value: string, categories: readonly Category[], lexicon: Lexicon): boolean {
  const folded = fold(value);
  let some = false;
  for (let at = 0; at < folded.length; ) {
    const match = lexicon.match(folded, at);
    const word = /^(?:[a-z0-9']+|\S|\s+)/.exec(folded.slice(at, at + 60))?.[0] ?? ' ';
    if (match?.senses.some(({ term }) => categories.includes(term.category)) === true) {
      some = true;
      at = match.end;
    } else if (word.trim() === '' || LINKS.test(word)) at += word.length;
    else return false;
  }
  return some;
}
