import { type Span, shift } from '../text/span.ts';

export type Presence = 'present' | 'absent' | 'possible';
export type Side = 'left' | 'right' | 'bilateral';
export type Severity = 'mild' | 'moderate' | 'severe';
export type Intensity = 'hypo' | 'iso' | 'intermediate' | 'hyper';

/** Signal on one sequence; `reference` is the tissue it is compared with (a lexicon id) or null. */
export interface Signal {
  readonly intensity: readonly Intensity[];
  readonly reference: string | null;
}

/** What a finding states, each with its own place in the text. `head` are the words that name the thing. */
export type Part =
  | 'head'
  | 'presence'
  | 'sites'
  | 'side'
  | 'levels'
  | 'discs'
  | 'severity'
  | 'size'
  | 'signal'
  | 'enhancement'
  | 'morphology'
  | 'count'
  | 'change'
  | 'suggests';

/** One thing found or denied, as one place of the report states it. Ids of kinds and sites are lexicon ids. */
export interface Finding {
  /** Unique in its report: `f1`, `f2`, ... in reading order. */
  readonly id: string;
  readonly kind: string;
  readonly presence: Presence;
  /** Denied only of a kind (`no acute fracture`, `no severe stenosis`): another may be there. */
  readonly limited: boolean;
  readonly sites: readonly string[];
  readonly side: Side | null;
  /** The stronger side of a bilateral finding (`left > right`). */
  readonly dominantSide: 'left' | 'right' | null;
  /** Vertebrae, canonical and cranial first: `T4`, `T5`. `D` is written `T`. */
  readonly levels: readonly string[];
  /** Discs as `T4-T5`. */
  readonly discs: readonly string[];
  /** One grade, or the two ends of a span; null where none is stated. */
  readonly severity: readonly Severity[] | null;
  /** 1-3 dimensions in millimetres, in the order written. */
  readonly sizeMm: readonly number[] | null;
  /** Sequence (`T1`, `T2`, `STIR`, ...) -> signal. */
  readonly signal: Readonly<Record<string, Signal>>;
  /** none, mild, present, avid, homogeneous, heterogeneous, rim; null where not stated. */
  readonly enhancement: string | null;
  readonly morphology: readonly string[];
  readonly count: string | null;
  /** new, increased, decreased, unchanged, resolved; null where not stated. */
  readonly change: string | null;
  /** Ids of the findings that this one causes. */
  readonly causes: readonly string[];
  /** Diagnoses (lexicon ids) that the report gives for it. */
  readonly suggests: readonly string[];
  /** `possible` where such a diagnosis is hedged. */
  readonly certainty: 'possible' | null;
  /** Section that states it: `findings`, `impression`, ... */
  readonly section: string;
  /** Number of its statement in the report. */
  readonly statement: number;
  /** From its first word to its last. */
  readonly range: Span;
  readonly text: string;
  readonly where: Readonly<Partial<Record<Part, Span>>>;
}

/** The places of what is stated, in words that stand further on. */
export function moved(where: Finding['where'], by: number): Partial<Record<Part, Span>> {
  const { head } = where;
  // Most say nothing beside it, and it stands first.
  const there: Partial<Record<Part, Span>> = head === undefined ? {} : { head: shift(head, by) };
  for (const part in where) if (part !== 'head') there[part as Part] = shift(where[part as Part] as Span, by);
  return there;
}
