import type { Outline } from '../syntax/report.ts';
import { type Span, shift } from '../text/span.ts';
import { is, type Node } from './node.ts';
import type { Spoken } from './note.ts';
import type { StatementMeaning } from './statement.ts';

/** Whom the report is on, as far as it says so. */
export interface Patient {
  readonly sex: 'female' | 'male' | null;
  readonly sexRange: Span | null;
  readonly ageYears: number | null;
  readonly ageRange: Span | null;
}

/** Sex and age from the header, else from the history and the words that lead the report (`21-year-old woman`). */
export function readPatient(text: string, outline: Outline, spoken: readonly Spoken[]): Patient {
  let patient = UNKNOWN;
  for (const { id, key, value } of outline.header) {
    if (id !== 'patient') continue;
    const named = text.slice(key.start, key.end).toLowerCase();
    if (!/name|\bid\b|mrn|birth|dob/.test(named)) patient = withMore(patient, fromHeader(text, value, /age/.test(named)), 0);
  }
  for (const { meaning, by, section, statement } of spoken) {
    if (patient.sex !== null && patient.ageYears !== null) break;
    if (section === 'history' || section === '' || statement === 0) patient = withMore(patient, saidBy(meaning), by);
  }
  return patient;
}

const UNKNOWN: Patient = { sex: null, sexRange: null, ageYears: null, ageRange: null };

/** With the sex and the age of words that begin at an offset, each where it was not known before. */
function withMore(patient: Patient, more: Patient, by: number): Patient {
  const sex = patient.sex === null && more.sex !== null;
  const age = patient.ageYears === null && more.ageYears !== null;
  const there = (range: Span | null): Span | null => (range === null ? null : shift(range, by));
  return sex || age
    ? {
        sex: sex ? more.sex : patient.sex,
        sexRange: sex ? there(more.sexRange) : patient.sexRange,
        ageYears: age ? more.ageYears : patient.ageYears,
        ageRange: age ? there(more.ageRange) : patient.ageRange,
      }
    : patient;
}

/** `21 Y / F`, `47-year-old female`, `M`, `6 months` */
function fromHeader(text: string, { start, end }: Span, isAge: boolean): Patient {
  const value = text.slice(start, end).toLowerCase();
  const at = (m: RegExpExecArray): Span => ({ start: start + m.index, end: start + m.index + m[0].length });
  const words = /(?<![a-z])(?:female|woman|girl|f|male|man|boy|m)\b/.exec(value);
  // `6 m, F`: months, where another word gives the sex; `19 M`: a man of 19.
  const later = words && /\d[\s-]*$/.test(value.slice(0, words.index)) ? sexFrom(value, words.index + 1) : null;
  const sex = later ?? words;
  const age =
    /\b(\d{1,3})[\s-]*(years?|yrs?|y\b|yo\b|months?|mo\b|weeks?|days?)/.exec(value) ??
    (later ? /\b(\d{1,3})[\s-]*(m\b)/.exec(value) : null) ??
    /\b(\d{1,3})(?=[\s/,-]*[mf]\b)/.exec(value) ??
    (isAge ? /\b(\d{1,3})\b/.exec(value) : null);
  return {
    sex: sex === null ? null : /^(f|w|g)/.test(sex[0]) ? 'female' : 'male',
    sexRange: sex === null ? null : at(sex),
    ageYears: age === null ? null : Number(age[1]) / perYear(age[2] ?? 'y'),
    ageRange: age === null ? null : at(age),
  };
}

/** The first word for a sex at or behind an offset. */
function sexFrom(value: string, from: number): RegExpExecArray | null {
  const sex = /\b(?:female|woman|girl|f|male|man|boy|m)\b/g;
  sex.lastIndex = from;
  return sex.exec(value);
}

const perYear = (unit: string): number => (unit.startsWith('m') ? 12 : unit.startsWith('w') ? 52 : unit.startsWith('d') ? 365 : 1);

const saidBy = ({ nodes, made }: StatementMeaning): Patient => (made.patient ??= fromWords(nodes));

/** Ranges count from the beginning of the words. */
function fromWords(nodes: readonly Node[]): Patient {
  const other = nodes.findIndex((n) => is(n, 'history', 'other'));
  const own = other < 0 ? nodes : nodes.slice(0, other);
  const sex = own.find((n) => is(n, 'clinical', 'female') || is(n, 'clinical', 'male'));
  const age = own.find(
    (n, i) =>
      n.phrase.type === 'size' &&
      /years?|yrs?|months?|weeks?|days?|\by\b/.test(n.text) &&
      own.slice(i, i + 3).some((o) => /\bold\b/.test(o.text)),
  );
  const value = age?.phrase.type === 'size' ? age.phrase.values[0] : undefined;
  if (sex === undefined && value === undefined) return UNKNOWN;
  return {
    sex: sex === undefined ? null : is(sex, 'clinical', 'female') ? 'female' : 'male',
    sexRange: sex?.span ?? null,
    ageYears: value === undefined ? null : value / perYear(/[a-z]+/.exec(age?.text ?? '')?.[0] ?? 'y'),
    ageRange: value === undefined ? null : (age?.span ?? null),
  };
}
