import { CATEGORY_NAMES, CODE_SYSTEMS } from '../../assist/names.ts';
import type { Path } from '../../lexicon/shape.ts';
import { ATTRIBUTES, CATEGORIES } from '../../lexicon/term.ts';

/** What a map of a lexicon file may hold: its keys with what they are for, in their usual order. */
export type Keys = Readonly<Record<string, string>>;

const PACK: Keys = {
  version: 'Of this format: 1.',
  pack: 'The name of the lexicon; without it, that of the file.',
  sources: 'Short tag -> where codes with this tag were read.',
  terms: 'The words, one entry each.',
  groups: 'Name -> sites; a composition of this file may name them together as `name*`.',
  parts: 'Site -> sites that lie in it. A finding at a part is also one at the whole.',
  compositions: 'Observation and structure -> finding: compress and spinal-cord make cord-compression.',
  levelCodes: 'Codes of vertebrae and discs, for exports.',
  examCodes: 'Codes of examinations, for exports.',
  relatedCodes: 'Codes of something narrower than a term, for exports.',
};

export const TERM: Keys = {
  id: 'Names the term for rules and exports: small letters, digits and hyphens. The id and category of a term that ships extend that.',
  category: 'What the words may be in a statement: `head` is a finding, `site` a place, `observation` makes a finding with a site.',
  label: 'The preferred words, understood and written.',
  synonyms: 'Other words for the same. The regular plural and the other spelling (American, British) need no line.',
  forms: 'Word forms of an observation or verb: `noun`, `verb`, `adjective`.',
  value: 'What the words mean within their category, where that is not the id.',
  kinds: 'Of a head: the findings that it states, where it is not itself.',
  sites: 'Sites that the words imply; of a site, those it stands for.',
  direction: 'Of negation, certainty and history: whether they stand before or after what they speak of.',
  codes: 'System -> code. Each needs its source.',
  codeSources: 'System -> tag of `sources` that says where the code was read.',
  definition: 'One line that says what it is, shown on hover.',
  frame: 'Of a head: what may be said of it. Other attributes are not attached to it.',
  modalities: 'Of a head: which modalities can show it.',
  rank: 'Of a head: its place in the impression, 1 first; 0 need not be there.',
  critical: 'Of a head: must be communicated at once.',
  asked: 'Of a head: examined regions in which a report should say whether it is there.',
  impression: 'Of a head: how the impression words it, with {severity} {side} {sites} {levels} {discs} {size} {count} {morphology}.',
};

const COMPOSITION: Keys = {
  observation: 'Id of an observation, such as `compress`.',
  structure: 'Id of a site, or a group of this file and `*`.',
  kind: 'Id of the head that the two make.',
  sites: 'Sites of the finding, where the kind does not imply them.',
};

const RELATED: Keys = {
  term: 'Id of the term that is meant in a narrower sense.',
  words: 'The words that the code is for.',
  sites: 'The code is for the term at this site.',
  side: 'The code is for the term on this side.',
  severity: 'The code is for the term with this severity.',
  system: 'Code system.',
  code: 'The code; numbers in quotes.',
  source: 'Tag of `sources`.',
  note: 'What to know before using it.',
};

const EXAM: Keys = {
  label: 'Name of the examination in the code system.',
  modality: 'DICOM modality.',
  regions: 'Ids of regions or sites that it covers.',
  contrast: 'Left out where the code does not say.',
  playbook: 'RadLex Playbook id.',
  source: 'Tag of `sources`.',
};

const LEVEL: Keys = {
  label: 'Its name.',
  words: 'Other ways to write it.',
  radlex: 'RadLex id.',
  snomed: 'SNOMED CT concept, in quotes.',
  sources: 'System -> tag.',
};
const FORMS: Keys = { noun: 'compression', verb: 'compress, compresses, compressed', adjective: 'compressed, flattened' };
const SYSTEMS: Keys = CODE_SYSTEMS;

/** The keys that the map at a path may have; null where its keys are the author's own, or no map stands there. */
export function keysAt(path: Path): Keys | null {
  const [top, , inner] = path;
  if (path.length === 0) return PACK;
  if (path.length === 2 && typeof path[1] === 'number')
    return top === 'terms'
      ? TERM
      : top === 'compositions'
        ? COMPOSITION
        : top === 'relatedCodes'
          ? RELATED
          : top === 'examCodes'
            ? EXAM
            : null;
  if (path.length === 2 && top === 'levelCodes') return LEVEL;
  if (path.length === 3 && top === 'terms')
    return inner === 'forms' ? FORMS : inner === 'codes' || inner === 'codeSources' ? SYSTEMS : null;
  return null;
}

/** What the value at a path names. */
export type Names = 'category' | 'head' | 'site' | 'observation' | 'structure' | 'region' | 'term' | 'tag' | 'id' | 'words' | null;

/** What ids or words stand at a path; null where they are none. */
export function namesAt(path: Path): Names {
  const [top] = path;
  const key = path.findLast((step) => typeof step === 'string');
  if (top === 'parts' || top === 'groups') return path.length > 1 ? 'site' : null;
  if (top === 'compositions')
    return key === 'observation' || key === 'structure' ? key : key === 'kind' ? 'head' : key === 'sites' ? 'site' : null;
  if (top === 'relatedCodes') return key === 'term' ? 'term' : key === 'sites' ? 'site' : key === 'source' ? 'tag' : null;
  if (top === 'examCodes') return key === 'regions' ? 'region' : key === 'source' ? 'tag' : null;
  if (top !== 'terms') return null;
  if (path[2] === 'codeSources') return path.length > 3 ? 'tag' : null;
  if (path[2] === 'forms') return path.length > 3 ? 'words' : null;
  return OF_TERM[String(key)] ?? null;
}

const OF_TERM: Readonly<Record<string, Names>> = {
  id: 'id',
  category: 'category',
  label: 'words',
  synonyms: 'words',
  kinds: 'head',
  sites: 'site',
  asked: 'region',
};

/** The few values that a key takes, each with what it is; null for a key whose values are ids, words or numbers. */
export function choicesAt(path: Path): Keys | null {
  const key = path.findLast((step) => typeof step === 'string');
  if (path[0] === 'terms' && path[2] === key) return OF_KEY[String(key)] ?? null;
  if (path[0] === 'examCodes' && key === 'modality') return OF_KEY.modalities ?? null;
  if (path[0] === 'relatedCodes' && (key === 'side' || key === 'severity' || key === 'system')) return OF_KEY[key] ?? null;
  return path.length === 1 && key === 'version' ? { 1: 'this format' } : null;
}

const same = (names: readonly string[], what: string): Keys => Object.fromEntries(names.map((name) => [name, what]));

const OF_KEY: Readonly<Record<string, Keys>> = {
  category: Object.fromEntries(CATEGORIES.map((category) => [category, CATEGORY_NAMES[category]])),
  frame: same(ATTRIBUTES, 'attribute'),
  modalities: { MR: 'MRI', CT: 'CT', US: 'ultrasound', CR: 'radiograph', PT: 'PET', NM: 'scintigraphy' },
  direction: { before: 'no mass', after: 'mass is absent', both: 'either' },
  critical: { true: 'must be communicated at once', false: 'need not be' },
  side: same(['left', 'right', 'bilateral'], 'side'),
  severity: same(['mild', 'moderate', 'severe'], 'severity'),
  system: CODE_SYSTEMS,
};
