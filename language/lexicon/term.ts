/**
 * What a term may be in a statement. The grammar is over these categories; the lexicon says which words are of which.
 * `head` names a finding; `observation` (compress, enlarge, narrow) makes one together with a `site` (cord, liver, canal).
 */
export const CATEGORIES = [
  'head',
  'observation',
  'site',
  'region',
  'side',
  'severity',
  'sequence',
  'intensity',
  'reference',
  'enhancement',
  'pattern',
  'morphology',
  'count',
  'change',
  'certainty',
  'negation',
  'cause',
  'history',
  'diagnosis',
  'exception',
  'normal',
  'modality',
  'technique',
  'unit',
  'grade',
  'pronoun',
  'verb',
  'preposition',
  'conjunction',
  'abbreviation',
  'heading',
  'header',
  'topic',
  'procedure',
  'recommendation',
  'clinical',
  'all',
  'word',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** The attributes that a head may carry: its frame. */
export const ATTRIBUTES = [
  'sites',
  'side',
  'levels',
  'discs',
  'severity',
  'size',
  'signal',
  'enhancement',
  'morphology',
  'count',
  'change',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** One entry of a lexicon pack. Only `id`, `category` and `label` are needed. */
export interface Term {
  readonly id: string;
  readonly category: Category;
  readonly label: string;
  readonly synonyms: readonly string[];
  /** What the words mean within their category, where it is not the id: `mild` for slight, `hyper` for bright, `MR` for MRI. */
  readonly value: string;
  /** Kinds that a head states, where it is not its id alone (hepatosplenomegaly: two). */
  readonly kinds: readonly string[];
  /** Sites that the words imply (`presacral mass` has its own words; `renal` is `kidney`). */
  readonly sites: readonly string[];
  /** `before` or `after` what they speak of: for negation, certainty, history. */
  readonly direction: 'before' | 'after' | 'both';
  /** Word class of an observation's or verb's forms, in the order of `label` + `synonyms`; see `forms` in the pack schema. */
  readonly form: 'noun' | 'verb' | 'adjective' | null;
  readonly codes: Readonly<Record<string, string>>;
  readonly codeSources: Readonly<Record<string, string>>;
  readonly definition: string;
  readonly frame: readonly Attribute[];
  readonly modalities: readonly string[];
  /** Order in the impression, 1 first; 0 when it need not be stated there. */
  readonly rank: number;
  /** How the impression words a head: `{severity} cord compression {levels}`. Empty: the label. */
  readonly impression: string;
  readonly critical: boolean;
  /** Of a head: the examined regions in which a report is expected to say whether it is there; `spine` is any of the spine. */
  readonly asked: readonly string[];
  /** Pack that the entry comes from. */
  readonly pack: string;
}

/** observation × structure -> kind; `site` is kept on the finding where the kind does not imply it. */
export interface Composition {
  readonly observation: string;
  readonly structure: string;
  readonly kind: string;
  readonly sites: readonly string[];
}
