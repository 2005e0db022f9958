import { CT_ABDOMEN, CT_ABDOMEN_PLAIN, US_ABDOMEN } from './abdomen.ts';
import type { ExamPhrases } from './phrase.ts';
import { SPINE_PLAIN, SPINE_WITH_CONTRAST } from './spine.ts';
import { CHEST_RADIOGRAPH, CT_THORAX } from './thorax.ts';

/** Spine twice: most of what can contradict itself stands there. */
export const EXAMS: readonly ExamPhrases[] = [
  SPINE_WITH_CONTRAST,
  SPINE_WITH_CONTRAST,
  SPINE_PLAIN,
  SPINE_PLAIN,
  CT_THORAX,
  CT_THORAX,
  CT_ABDOMEN,
  CT_ABDOMEN_PLAIN,
  US_ABDOMEN,
  CHEST_RADIOGRAPH,
];

export const HISTORIES: readonly string[] = [
  'Thalassaemia intermedia. Both legs weak for 2 years.',
  'Known beta thalassaemia intermedia with back pain.',
  'Beta thalassaemia major, follow-up.',
  'Known sickle cell anaemia. Back pain for a month.',
  'HbE beta thalassaemia, numbness of both feet.',
  'Primary myelofibrosis.',
  'Hereditary spherocytosis with anaemia.',
  'Thalassaemia, on regular transfusion. Abdominal fullness.',
  'Polycythaemia vera, progressed to myelofibrosis.',
];

/** How an impression says that masses are EMH: surely, or hedged. */
export const DIAGNOSES: readonly (readonly string[])[] = [
  [
    'in keeping with extramedullary haematopoiesis',
    'consistent with extramedullary haematopoiesis',
    'in keeping with EMH',
    'compatible with extramedullary haematopoiesis',
  ],
  [
    'likely extramedullary haematopoiesis',
    'most likely extramedullary haematopoiesis',
    'suggestive of extramedullary haematopoiesis',
    'probably extramedullary haematopoiesis',
  ],
];

/** The same of all masses together, in a sentence of its own. */
export const DIAGNOSES_APART: readonly (readonly string[])[] = [
  [
    'Findings are in keeping with extramedullary haematopoiesis',
    'Appearances are consistent with extramedullary haematopoiesis',
    'The masses represent extramedullary haematopoiesis',
  ],
  [
    'Findings are suggestive of extramedullary haematopoiesis',
    'The masses are likely extramedullary haematopoiesis',
    'Appearances favour extramedullary haematopoiesis',
  ],
];

export const COMMUNICATIONS: readonly string[] = [
  'Result telephoned to the treating team on {date} at 16:20',
  'Findings were communicated to the referring team by telephone on {date} at 11:45',
  'The result was discussed with the treating haematologist by telephone on {date}',
];

export const NOTHING: readonly string[] = [
  'No significant abnormality',
  'Normal study',
  'No abnormality detected',
  'No extramedullary haematopoiesis',
];

export const ADVICE: readonly string[] = [
  'Clinical correlation is suggested',
  'Follow-up after treatment is suggested',
  'Correlation with haematology is advised',
];

export const FINDINGS_HEADINGS: readonly string[] = ['FINDINGS', 'Findings:', 'FINDINGS:', 'Findings', '**Findings**', 'OBSERVATIONS:'];
export const IMPRESSION_HEADINGS: readonly string[] = [
  'IMPRESSION',
  'Impression:',
  'CONCLUSION',
  'Conclusion:',
  'OPINION:',
  '**Impression**',
  'IMPRESSION:',
];

/** Names of the header's lines, by their meaning; a report keeps to one column. */
export const HEADER_KEYS: readonly Readonly<Record<'exam' | 'date' | 'patient' | 'history' | 'technique' | 'comparison', string>>[] = [
  { exam: 'Exam', date: 'Date', patient: 'Patient', history: 'History', technique: 'Technique', comparison: 'Comparison' },
  { exam: 'Examination', date: 'Date', patient: 'Patient', history: 'Clinical history', technique: 'Technique', comparison: 'Comparison' },
  { exam: 'Study', date: 'Study date', patient: 'Patient', history: 'Indication', technique: 'Technique', comparison: 'Comparison' },
  { exam: 'EXAM', date: 'DATE', patient: 'PATIENT', history: 'CLINICAL DETAILS', technique: 'TECHNIQUE', comparison: 'COMPARISON' },
];
