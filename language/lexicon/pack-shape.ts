import { choice, fields, flag, list, map, one, text, textOrNumber } from './shape.ts';
import { ATTRIBUTES, CATEGORIES } from './term.ts';

/** What a lexicon pack looks like: the same as `lexicon/schema.json`, which editors use; a test holds the two together. */

const MODALITIES = ['MR', 'CT', 'US', 'CR', 'PT', 'NM'];
const SYSTEMS = ['radlex', 'snomed', 'loinc', 'icd10', 'orpha', 'hpo', 'gamuts', 'radelement', 'oifm', 'dicom', 'playbook'];
const SLOTS = 'severity|side|sites|levels|discs|size|count|morphology';

const id = text('an id (letters, digits and hyphens)', /^[A-Za-z0-9][A-Za-z0-9*-]*$/);
const ids = list(id);
const words = text('words');
const tag = text('tags of `sources`, joined by +', /^[A-Z][A-Za-z0-9]*(\+[A-Z][A-Za-z0-9]*)*$/);
const radlex = text('a RadLex id (RID and digits)', /^RID[0-9]+$/);
const snomed = text('a SNOMED CT concept in quotes (6 to 18 digits)', /^[0-9]{6,18}$/);
const playbook = text('a RadLex Playbook id (RPID and digits)', /^RPID[0-9]+$/);
const sides = choice(['left', 'right', 'bilateral']);

/** What is looked at closer than "text or number"; systems of the author's own are allowed. */
const CODE_SHAPES = {
  radlex,
  snomed,
  playbook,
  loinc: text('a LOINC code (digits, a hyphen, a digit)', /^[0-9]{1,7}-[0-9]$/),
  icd10: text('an ICD-10 code (a letter, two digits)', /^[A-Z][0-9]{2}(\.[0-9]+)?$/),
  hpo: text('an HPO id (HP: and 7 digits)', /^HP:[0-9]{7}$/),
  radelement: text('a RadElement id (RDE or RDES and digits)', /^RDES?[0-9]+$/),
};
const code = textOrNumber('a code');

const codes: typeof code = (value, path, tell) =>
  map((each, at, say) => {
    const system = String(at.at(-1));
    const shape = Object.hasOwn(CODE_SHAPES, system) ? CODE_SHAPES[system as keyof typeof CODE_SHAPES] : code;
    shape(each, at, say);
  })(value, path, tell);

export const TERM_KEYS = {
  id,
  category: choice(CATEGORIES),
  label: words,
  synonyms: list(words),
  forms: fields({ noun: list(words), verb: list(words), adjective: list(words) }, []),
  value: textOrNumber(),
  kinds: ids,
  sites: ids,
  direction: choice(['before', 'after', 'both']),
  codes,
  codeSources: map(tag),
  definition: text('one line of text'),
  frame: list(choice(ATTRIBUTES)),
  modalities: list(choice(MODALITIES)),
  rank: one('a whole number from 0 to 9', (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 9),
  critical: flag,
  asked: ids,
  impression: text('words with slots such as {levels}', new RegExp(`^([^{}]|\\{(${SLOTS})\\})*$`)),
};

/** Keys that only a head has. */
export const HEAD_KEYS = ['frame', 'kinds', 'rank', 'critical', 'asked', 'impression'];

export const COMPOSITION_KEYS = {
  observation: id,
  structure: text('the id of a site, or a group of this file and *', /^[A-Za-z0-9][A-Za-z0-9-]*\*?$/),
  kind: id,
  sites: ids,
};

const LEVEL_CODE_KEYS = { label: words, words: list(words), radlex, snomed, sources: map(tag) };
const EXAM_CODE_KEYS = {
  label: words,
  modality: choice(MODALITIES),
  regions: ids,
  contrast: choice(['with', 'without', 'without-and-with']),
  playbook,
  source: tag,
};
const RELATED_CODE_KEYS = {
  term: id,
  words: list(words),
  sites: ids,
  side: sides,
  severity: choice(['mild', 'moderate', 'severe']),
  system: choice(SYSTEMS),
  code,
  source: tag,
  note: text(),
};

export const PACK_KEYS = {
  version: one('1', (value) => value === 1),
  pack: text('a name'),
  sources: map(text('where the codes were read')),
  terms: list(fields(TERM_KEYS, ['id', 'category', 'label'])),
  groups: map(ids),
  parts: map(ids),
  compositions: list(fields(COMPOSITION_KEYS, ['observation', 'structure', 'kind'])),
  levelCodes: map(fields(LEVEL_CODE_KEYS, ['sources'])),
  examCodes: list(fields(EXAM_CODE_KEYS, ['label', 'modality', 'regions', 'playbook', 'source'])),
  relatedCodes: list(fields(RELATED_CODE_KEYS, ['term', 'system', 'code', 'source'])),
};

export const PACK = fields(PACK_KEYS, ['version']);
