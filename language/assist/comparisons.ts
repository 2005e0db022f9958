import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Patient } from '../meaning/patient.ts';
import type { Report } from '../meaning/report.ts';
import type { Span } from '../text/span.ts';
import type { Reading } from './reading.ts';

/** An earlier study that a report compares with, of one known day. */
export interface Comparison {
  /** The words that name it. */
  readonly range: Span;
  /** A DICOM modality; null where none is named. */
  readonly modality: string | null;
  /** Since 1970-01-01. */
  readonly day: number;
  readonly patient: Patient;
}

/** The studies that the comparisons of a text name with their dates. */
export const comparisonsIn = ({ reports }: Reading, lexicon: Lexicon): Comparison[] =>
  reports.flatMap(({ notes, patient }) =>
    notes.flatMap(({ category, section, kind, days, range }): Comparison[] => {
      if (category !== 'prior-study' || section !== 'comparison' || days === null || days[0] !== days[1]) return [];
      return [{ range, modality: lexicon.term(kind, 'modality')?.value ?? null, day: days[0], patient }];
    }),
  );

/** Whether a report is on such a study: of that day and modality, and on nobody else as far as both say whom they are on. */
export function isReportOf({ examDate, exam, patient }: Report, comparison: Comparison): boolean {
  const days = examDate?.days ?? null;
  if (days === null || days[0] !== comparison.day || days[1] !== comparison.day) return false;
  return (comparison.modality === null || comparison.modality === exam.modality) && mayBeOne(patient, comparison.patient);
}

/** Ages may differ by a birthday between two examinations. */
const mayBeOne = (a: Patient, b: Patient): boolean =>
  (a.sex === null || b.sex === null || a.sex === b.sex) &&
  (a.ageYears === null || b.ageYears === null || Math.abs(a.ageYears - b.ageYears) <= 1);
