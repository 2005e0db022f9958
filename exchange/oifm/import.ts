import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { Attribute, Category, Term } from '../../language/lexicon/term.ts';
import { fold } from '../../language/text/fold.ts';
import type { Source } from '../../language/text/source.ts';
import type { Span } from '../../language/text/span.ts';
import { type Exchanged, lost, type Notice, sortedNotices, warning } from '../notice.ts';
import { type IndexCode, type Model, type ModelAttribute, readModel, type Value } from './model.ts';
import { type PackEntry, packText } from './pack.ts';

const TAG = 'OIFM';

/**
 * A lexicon pack (YAML) of finding models in JSON, one or a list: each is a head with its synonyms, codes and the attributes that it takes;
 * shapes and places among its values that the vocabulary does not know are terms too. What a lexicon has no place for is among the notices.
 */
export function importFindingModels({ name, text }: Source, lexicon: Lexicon): Exchanged {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return refused(`This is no JSON: ${error instanceof Error ? error.message.split('\n')[0] : ''}`, faultAt(text, error));
  }
  const all = Array.isArray(data) ? data : [data];
  const models = all.map(readModel);
  const wrong = models.indexOf(null);
  if (models.length === 0) return refused('There is no finding model in this list.', { start: 0, end: 1 });
  if (wrong >= 0) {
    const which = models.length === 1 ? 'This' : `Number ${wrong + 1} of the list`;
    return refused(`${which} is no finding model: it has no "name" with "attributes".`, { start: 0, end: Math.min(1, text.length) });
  }
  const reader = new ModelReader(text, lexicon);
  for (const model of models) if (model !== null) reader.read(model);
  const named = models.flatMap((model) => (model === null ? [] : [`${model.name}${model.id === '' ? '' : ` (${model.id})`}`]));
  const file = /[^/\\]*$/.exec(name)?.[0] ?? name;
  const remark = `From the Open Imaging Finding Model: ${named.slice(0, 5).join(', ')}${named.length > 5 ? ` and ${named.length - 5} more` : ''}.`;
  const sources = { [TAG]: `Open Imaging Finding Model, ${file}` };
  return { text: packText('oifm', remark, sources, [...reader.entries.values()]), notices: sortedNotices(reader.notices) };
}

const refused = (message: string, range: Span): Exchanged => ({ text: null, notices: [{ kind: 'error', message, range }] });

/** Where the words of an error say that the text is wrong. */
function faultAt(text: string, error: unknown): Span {
  const said = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  const start = Math.min(said === undefined ? text.length : Number(said), Math.max(0, text.length - 1));
  return { start, end: Math.min(text.length, start + 1) };
}

/** What an attribute of a model is in a frame, by its name; the first that fits. */
const FRAME: readonly (readonly [RegExp, Attribute, readonly Category[]])[] = [
  [/\b(?:change|interval|temporal|stability|progression)\b/, 'change', ['change']],
  [/\b(?:side|laterality)\b/, 'side', ['side']],
  [/\b(?:vertebral|spinal) levels?\b|^levels?$/, 'levels', []],
  [/\b(?:location|locations|site|sites|position|distribution|lobe|region)\b/, 'sites', ['site', 'region']],
  [/\b(?:number|count|multiplicity|quantity)\b/, 'count', ['count']],
  [/\b(?:size|diameter|length|width|height|thickness|dimensions?|axis|extent)\b/, 'size', []],
  [/\b(?:severity|degree|grade)\b/, 'severity', ['severity']],
  [/\benhancement\b/, 'enhancement', ['enhancement', 'morphology', 'severity']],
  [/\b(?:signal|intensity|attenuation|density|echogenicity)\b/, 'signal', ['intensity']],
  [/\b(?:shape|margins?|contour|morphology|texture|composition|appearance|pattern|border)\b/, 'morphology', ['morphology']],
];

/** What any finding may have, whether its model says so or not. */
const USUAL_FRAME: readonly Attribute[] = ['sites', 'side', 'levels', 'count', 'change'];

/** Of these, values that the vocabulary does not know become terms. */
const GROWS: Readonly<Partial<Record<Attribute, Category>>> = { sites: 'site', morphology: 'morphology' };

/** Values that say nothing. */
const NOTHING = /^(?:unknown|other|not applicable|n\/a|unspecified|indeterminate|not specified)$/i;

const MODALITIES: Readonly<Record<string, string>> = {
  XR: 'CR',
  CR: 'CR',
  DX: 'CR',
  CT: 'CT',
  MR: 'MR',
  MRI: 'MR',
  US: 'US',
  PET: 'PT',
  PT: 'PT',
  NM: 'NM',
};

class ModelReader {
  readonly entries = new Map<string, PackEntry>();
  readonly notices: Notice[] = [];
  readonly #text: string;
  readonly #lexicon: Lexicon;

  constructor(text: string, lexicon: Lexicon) {
    this.#text = text;
    this.#lexicon = lexicon;
  }

  read(model: Model): void {
    const place = this.#placeOf(model.id || model.name);
    const before = this.#known(model.name).find(({ category }) => category === 'head');
    const other = this.#known(model.name).find(({ category }) => category !== 'head');
    if (before === undefined && other !== undefined)
      this.notices.push(warning(`"${model.name}" is known as a ${other.category} ("${other.label}"); it is a finding too now.`, place));
    const frame = new Set<string>(before?.frame ?? USUAL_FRAME);
    for (const attribute of model.attributes) for (const each of this.#attribute(attribute, model)) frame.add(each);
    const sites = model.sites.flatMap((site) => this.#siteOf(site, model, place));
    const codes = this.#codes(model.indexCodes, model.name, place, before?.codes);
    if (model.id !== '') codes.oifm = model.id;
    this.#add({
      id: before?.id ?? idOf(model.name),
      category: 'head',
      label:
        before?.label ?? model.name.toLowerCase().replace(/^./, (first) => (/[A-Z]{2}/.test(model.name) ? model.name.charAt(0) : first)),
      synonyms: model.synonyms.filter((words) => this.#isFree(words, before, place)),
      sites: [...new Set([...(before?.sites ?? []), ...sites])],
      codes,
      codeSources: sourcesOf(codes),
      definition: before?.definition || model.description,
      frame: [...frame],
      modalities: before?.modalities.length ? before.modalities : this.#modalities(model, place),
      // An entry takes the place of the one before it; what the model does not say is said again.
      ...(before === undefined ? {} : copied(before)),
    });
    for (const key of model.others) this.notices.push(lost(`"${key}" of ${model.name}.`, place));
  }

  /** The attributes of the frame that one of a model is. */
  #attribute(attribute: ModelAttribute, { name: model }: Model): string[] {
    const { name, type, values } = attribute;
    const place = this.#placeOf(attribute.id || name);
    const called = `"${name}" of ${model}`;
    if (/^presence\b/i.test(name)) {
      // A report states a finding, denies it or holds it possible.
      const more = values.filter(({ name: value }) => !/^(?:absent|present|indeterminate|possible)$/i.test(value));
      if (more.length > 0) this.notices.push(lost(`${called}: ${listed(more)}.`, place));
      return [];
    }
    const known = FRAME.find(([pattern]) => pattern.test(name.toLowerCase()));
    if (known === undefined || (type === 'numeric' && known[1] !== 'size' && known[1] !== 'count')) {
      this.notices.push(lost(`${called}: no attribute of a finding is like it${values.length > 0 ? ` (${listed(values)})` : ''}.`, place));
      return [];
    }
    const [, attributeOf, categories] = known;
    if (type === 'numeric') {
      const range = [
        attribute.minimum === null ? '' : `from ${attribute.minimum}`,
        attribute.maximum === null ? '' : `to ${attribute.maximum}`,
        attribute.unit,
      ].filter((part) => part !== '');
      if (range.length > 0) this.notices.push(lost(`${called}: its range and unit (${range.join(' ')}).`, place));
    }
    const unknown = values.filter((value) => !this.#value(value, attributeOf, categories, place));
    if (unknown.length > 0) this.notices.push(lost(`${called}: ${listed(unknown)}.`, place));
    if (values.some((value) => value.code !== '' && !unknown.includes(value) && !this.#isNew(value)))
      this.notices.push(lost(`${called}: the codes of its values.`, place));
    if (attribute.required) this.notices.push(lost(`${called}: that it must be said.`, place));
    if ((attribute.most ?? 1) > 1) this.notices.push(lost(`${called}: that up to ${attribute.most} can be said.`, place));
    return [attributeOf];
  }

  /** Whether a value is known, or has become a term. */
  #value(value: Value, attribute: Attribute, categories: readonly Category[], place: Span): boolean {
    const senses = this.#known(value.name);
    if (senses.some(({ category }) => categories.includes(category))) return true;
    const category = GROWS[attribute];
    if (category === undefined || senses.length > 0 || NOTHING.test(value.name) || value.name === '') return false;
    const codes = this.#codes(value.indexCodes, value.name, place);
    if (value.code !== '') codes.oifm = value.code;
    this.#add({ id: idOf(value.name), category, label: value.name, codes, codeSources: sourcesOf(codes), definition: value.description });
    return true;
  }

  #isNew({ code }: Value): boolean {
    return [...this.entries.values()].some(({ codes }) => codes?.oifm === code);
  }

  #siteOf({ code, display, system }: IndexCode, { name }: Model, place: Span): string[] {
    const byCode = this.#lexicon.terms.find(
      (term) => term.category === 'site' && Object.values(term.codes).some((own) => String(own) === code),
    );
    const site = byCode ?? this.#known(display).find(({ category }) => category === 'site');
    if (site === undefined)
      this.notices.push(lost(`The place of ${name}: ${display || code} (${system}), which the vocabulary does not know.`, place));
    return site === undefined ? [] : [site.id];
  }

  #modalities({ modalities, name }: Model, place: Span): string[] {
    const unknown = modalities.filter((each) => MODALITIES[each.toUpperCase()] === undefined);
    if (unknown.length > 0) this.notices.push(lost(`The modalities ${unknown.join(', ')} of ${name}.`, place));
    return [...new Set(modalities.flatMap((each) => MODALITIES[each.toUpperCase()] ?? []))];
  }

  /** Codes by the lexicon's name of their system; of two of one system, the first. */
  #codes(all: readonly IndexCode[], of: string, place: Span, own: Readonly<Record<string, string>> = {}): Record<string, string> {
    const codes: Record<string, string> = {};
    for (const { system, code } of all) {
      const known = SYSTEMS.find(([pattern, , form]) => pattern.test(system) && form.test(code))?.[1];
      if (known !== undefined && String(own[known]) === code) continue;
      if (known === undefined || codes[known] !== undefined || own[known] !== undefined)
        this.notices.push(lost(`The code ${code} (${system}) of ${of}.`, place));
      else codes[known] = code;
    }
    return codes;
  }

  /** Whether words are not yet known, or known as the same. */
  #isFree(words: string, same: Term | undefined, place: Span): boolean {
    const senses = this.#known(words);
    if (senses.length === 0) return true;
    const other = senses.find(({ id, category }) => id !== same?.id || category !== 'head');
    if (other !== undefined)
      this.notices.push(lost(`The synonym "${words}", which is known as "${other.label}" (${other.category}).`, place));
    return false;
  }

  /** The terms that words as a whole stand for. */
  #known(words: string): Term[] {
    const folded = fold(words);
    const match = folded === '' ? null : this.#lexicon.match(folded, 0);
    return match === null || match.end < folded.length ? [] : match.senses.map(({ term }) => term);
  }

  #add(entry: PackEntry): void {
    const key = `${entry.category}:${entry.id}`;
    const before = this.entries.get(key);
    if (before === undefined || entry.category === 'head') this.entries.set(key, entry);
  }

  /** Where something of the file stands, by words that stand there once. */
  #placeOf(words: string): Span {
    const start = Math.max(0, this.#text.indexOf(JSON.stringify(words)));
    return { start, end: Math.min(this.#text.length, start + words.length + 2) };
  }
}

const SYSTEMS: readonly (readonly [RegExp, string, RegExp])[] = [
  [/^RADLEX$/i, 'radlex', /^RID\d+$/],
  [/^SNOMED/i, 'snomed', /^\d{6,18}$/],
  [/^LOINC$/i, 'loinc', /^\d{1,7}-\d$/],
  [/^ICD-?10/i, 'icd10', /^[A-Z]\d{2}(?:\.\d+)?$/],
  [/^HPO?$/i, 'hpo', /^HP:\d{7}$/],
  [/GAMUTS/i, 'gamuts', /^\d+$/],
  [/^RADELEMENT$/i, 'radelement', /^RDES?\d+$/],
  [/^OIFM/i, 'oifm', /^OIFM/],
];

const sourcesOf = (codes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.keys(codes).map((system) => [system, TAG]));

const copied = ({ id, kinds, rank, critical, asked, impression }: Term): Partial<PackEntry> => ({
  kinds: kinds.length === 1 && kinds[0] === id ? [] : kinds,
  rank,
  critical,
  asked,
  impression,
});

const idOf = (words: string): string =>
  words
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'finding';

const listed = (values: readonly Value[]): string => values.map(({ name }) => `"${name}"`).join(', ');
