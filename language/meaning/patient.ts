import type { Outline } from '../syntax/report.ts';
import type { Span } from '../text/span.ts';
import { is, type Node } from './node.ts';
import type { Spoken } from './note.ts';

/** Whom the report is on, as far as it says so. */
export interface Patient {
  readonly sex: 'female' | 'male' | null;
  readonly sexRange: Span | null;
  readonly ageYears: number | null;
  readonly ageRange: Span | null;
}

/** Sex and age from the header, else from the history and the words that lead the report (`21-year-old woman`). */
export function readPatient(text: string, outline: Outline, spoken: readonly Spoken[]): Patient {
  const header = outline.header.filter((field) => field.id === 'patient');
  let patient: Patient = { sex: null, sexRange: null, ageYears: null, ageRange: null };
  const take = (more: Partial<Patient>): void => {
    const sex = patient.sex === null && more.sex ? { sex: more.sex, sexRange: more.sexRange ?? null } : {};
    const age = patient.ageYears === null && more.ageYears != null ? { ageYears: more.ageYears, ageRange: more.ageRange ?? null } : {};
    patient = { ...patient, ...sex, ...age };
  };
  for (const { key, value } of header) {
    const named = text.slice(key.start, key.end).toLowerCase();
    if (!/name|\bid\b|mrn|birth|dob/.test(named)) take(fromHeader(text, value, /age/.test(named)));
  }
  for (const each of spoken.filter((s) => s.section === 'history' || s.section === '' || s.statement === 0)) take(fromWords(each));
  return patient;
}

/** `21 Y / F`, `47-year-old female`, `M`, `6 months` */
function fromHeader(text: string, { start, end }: Span, isAge: boolean): Partial<Patient> {
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
    ...(sex ? { sex: /^(f|w|g)/.test(sex[0]) ? 'female' : 'male', sexRange: at(sex) } : {}),
    ...(age ? { ageYears: Number(age[1]) / perYear(age[2] ?? 'y'), ageRange: at(age) } : {}),
  };
}

/** The first word for a sex at or behind an offset. */
function sexFrom(value: string, from: number): RegExpExecArray | null {
  const sex = /\b(?:female|woman|girl|f|male|man|boy|m)\b/g;
  sex.lastIndex = from;
  return sex.exec(value);
}

const perYear = (unit: string): number => (unit.startsWith('m') ? 12 : unit.startsWith('w') ? 52 : unit.startsWith('d') ? 365 : 1);

function fromWords({ nodes, by }: Spoken): Partial<Patient> {
  const other = nodes.findIndex((n) => is(n, 'history', 'other'));
  const own = other < 0 ? nodes : nodes.slice(0, other);
  const at = (node: Node): Span => ({ start: node.span.start + by, end: node.span.end + by });
  const sex = own.find((n) => is(n, 'clinical', 'female') || is(n, 'clinical', 'male'));
  const age = own.find(
    (n, i) =>
      n.phrase.type === 'size' &&
      /years?|yrs?|months?|weeks?|days?|\by\b/.test(n.text) &&
      own.slice(i, i + 3).some((o) => /\bold\b/.test(o.text)),
  );
  const value = age?.phrase.type === 'size' ? age.phrase.values[0] : undefined;
  return {
    ...(sex ? { sex: is(sex, 'clinical', 'female') ? 'female' : 'male', sexRange: at(sex) } : {}),
    ...(age && value !== undefined ? { ageYears: value / perYear(/[a-z]+/.exec(age.text)?.[0] ?? 'y'), ageRange: at(age) } : {}),
  };
}
