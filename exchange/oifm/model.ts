/** A code that another system has for something. */
export interface IndexCode {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

export interface Value {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly indexCodes: readonly IndexCode[];
}

export interface ModelAttribute {
  readonly id: string;
  readonly name: string;
  readonly type: 'choice' | 'numeric';
  readonly values: readonly Value[];
  readonly unit: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly required: boolean;
  readonly most: number | null;
  readonly indexCodes: readonly IndexCode[];
}

/** A finding model of the Open Imaging Data Model, as its JSON has it. */
export interface Model {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly synonyms: readonly string[];
  readonly modalities: readonly string[];
  readonly sites: readonly IndexCode[];
  readonly indexCodes: readonly IndexCode[];
  readonly attributes: readonly ModelAttribute[];
  /** Keys with a value that nothing here is made of. */
  readonly others: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const codes = (value: unknown): IndexCode[] =>
  list(value).flatMap((each) =>
    isJson(each) && text(each.code) !== '' ? [{ system: text(each.system), code: text(each.code), display: text(each.display) }] : [],
  );

const READ: ReadonlySet<string> = new Set([
  'oifm_id',
  'name',
  'description',
  'synonyms',
  'applicable_modalities',
  'anatomic_locations',
  'index_codes',
  'attributes',
]);

/** Reads one model; null for data that has neither a name nor attributes. */
export function readModel(data: unknown): Model | null {
  if (!isJson(data) || text(data.name) === '' || !Array.isArray(data.attributes)) return null;
  return {
    id: text(data.oifm_id),
    name: text(data.name),
    description: text(data.description),
    synonyms: list(data.synonyms)
      .map(text)
      .filter((words) => words !== ''),
    modalities: list(data.applicable_modalities).map(text),
    sites: codes(data.anatomic_locations),
    indexCodes: codes(data.index_codes),
    attributes: data.attributes.flatMap((each) => (isJson(each) ? [readAttribute(each)] : [])),
    others: Object.keys(data).filter((key) => !READ.has(key) && !isEmpty(data[key])),
  };
}

const isEmpty = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

const readAttribute = (data: Json): ModelAttribute => ({
  id: text(data.oifma_id),
  name: text(data.name),
  type: data.type === 'numeric' ? 'numeric' : 'choice',
  values: list(data.values).flatMap((each) =>
    isJson(each)
      ? [{ code: text(each.value_code), name: text(each.name), description: text(each.description), indexCodes: codes(each.index_codes) }]
      : [],
  ),
  unit: text(data.unit),
  minimum: number(data.minimum),
  maximum: number(data.maximum),
  required: data.required === true,
  most: number(data.max_selected),
  indexCodes: codes(data.index_codes),
});
