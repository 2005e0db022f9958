/** What of a finding a rule can compare, ask for or quote. The last ones are those of notes. */
export const ATTRIBUTES = [
  'levels',
  'discs',
  'side',
  'severity',
  'size',
  'prior size',
  'presence',
  'signal',
  'reference',
  'enhancement',
  'sites',
  'position',
  'direction',
  'roots',
  'detail',
  'sided size',
  'morphology',
  'change',
  'count',
  'diagnosis',
  'certainty',
  'kind',
  'item',
  'value',
  'number',
  'date',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** Attributes that are one number: millimetres, HU and other numbers, the number of an impression item. */
export type AmountAttribute = Extract<Attribute, 'size' | 'number' | 'item'>;

/** How the attribute of one finding may stand to that of another. `unlike` is the opposite of `agrees`. */
export const RELATIONS = ['agrees', 'unlike', 'within', 'beyond', 'outside', 'narrower', 'wider', 'tenfold'] as const;
export type Relation = (typeof RELATIONS)[number];
