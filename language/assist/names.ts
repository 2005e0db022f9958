import type { Category } from '../lexicon/term.ts';

/** What a person calls a category. */
export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  head: 'finding',
  observation: 'observation',
  site: 'site',
  region: 'region',
  side: 'side',
  severity: 'severity',
  sequence: 'sequence',
  intensity: 'signal',
  reference: 'reference tissue',
  enhancement: 'enhancement',
  pattern: 'pattern',
  morphology: 'morphology',
  count: 'number',
  change: 'change',
  certainty: 'certainty',
  negation: 'negation',
  cause: 'cause',
  history: 'history',
  diagnosis: 'diagnosis',
  exception: 'exception',
  normal: 'normal',
  modality: 'modality',
  technique: 'technique',
  unit: 'unit',
  grade: 'grade',
  pronoun: 'pronoun',
  verb: 'verb',
  preposition: 'preposition',
  conjunction: 'conjunction',
  abbreviation: 'abbreviation',
  heading: 'section',
  header: 'header',
  topic: 'topic',
  procedure: 'procedure',
  recommendation: 'recommendation',
  clinical: 'clinical history',
  all: 'extent',
  word: 'word',
};

/** Coding systems by the key that lexicon packs use. */
export const CODE_SYSTEMS: Readonly<Record<string, string>> = {
  radlex: 'RadLex',
  snomed: 'SNOMED CT',
  loinc: 'LOINC',
  dicom: 'DICOM',
  icd10: 'ICD-10',
  hpo: 'HPO',
  orpha: 'Orphanet',
  gamuts: 'Gamuts',
  radelement: 'RadElement',
  playbook: 'RadLex Playbook',
  oifm: 'Open Imaging Finding Model',
};

/** Regions of the spine by the letter of their vertebrae. */
export const SPINE_REGIONS: Readonly<Record<string, string>> = { C: 'cervical', T: 'thoracic', L: 'lumbar', S: 'sacral' };
