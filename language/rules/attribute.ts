/** What of a finding a rule can compare, ask for or quote. */
export const ATTRIBUTES = [
  'levels',
  'discs',
  'side',
  'severity',
  'size',
  'presence',
  'signal',
  'enhancement',
  'sites',
  'morphology',
  'change',
  'count',
  'diagnosis',
  'kind',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** How the attribute of one finding may stand to that of another. `unlike` is the opposite of `agrees`. */
export const RELATIONS = ['agrees', 'unlike', 'within', 'beyond', 'outside', 'narrower', 'wider', 'tenfold'] as const;
export type Relation = (typeof RELATIONS)[number];
