import type { TextEdit } from '../language/text/edit.ts';
import type { Span } from '../language/text/span.ts';

/** The kinds of mistake that are injected, with the rules that would be right to complain of one. */
export const CLASSES = {
  'side-swap': ['side-drift-impression', 'bilateral-only-one', 'side-conflict-findings', 'exam-side-vs-finding', 'prior-side-differs'],
  'level-shift': [
    'level-drift',
    'level-part',
    'compression-outside-mass',
    'foramen-outside-mass',
    'outside-coverage',
    'cord-below-conus',
    'cauda-above-l1',
    'cord-compression-without-canal-narrowing',
    'site-region-mismatch',
    'root-level-mismatch',
    'span-vs-length',
    'impression-only',
    'critical-missing',
  ],
  'range-reversed': ['level-range-reversed'],
  'dropped-no': [
    'presence-drift',
    'assert-and-negate',
    'critical-missing',
    'impression-only',
    'cord-compression-without-canal-narrowing',
    'foramen-extension-conflict',
    'no-erosion-vs-erosion',
  ],
  'added-no': ['presence-drift', 'impression-only', 'assert-and-negate', 'critical-missing', 'cord-compression-without-canal-narrowing'],
  'severity-change': ['severity-drift', 'severity-conflict', 'severity-nonadjacent-range', 'foramen-grade-mismatch', 'organ-size-vs-word'],
  'unit-swap': [
    'unit-scale-drift',
    'impression-size-differs',
    'implausible-size',
    'node-size-vs-word',
    'span-vs-length',
    'organ-size-vs-word',
  ],
  'omitted-item': ['critical-missing', 'site-missing-in-impression'],
  'added-item': ['impression-only', 'presence-drift'],
  'enhancement-without-contrast': ['enhancement-without-contrast'],
  'signal-on-ct': ['mr-term-on-ct', 'ct-cord-signal'],
  'comparison-drift': ['change-without-prior', 'stable-but-numbers-differ', 'direction-vs-numbers', 'resolved-with-size'],
  'sex-mismatch': ['sex-anatomy', 'sex-organ'],
  'impossible-level': ['level-invalid'],
  'size-change': ['impression-size-differs', 'stable-but-numbers-differ', 'direction-vs-numbers', 'unit-scale-drift'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type MutationClass = keyof typeof CLASSES;
export const CLASS_NAMES = Object.keys(CLASSES) as readonly MutationClass[];

/** What was made wrong. Ranges are in the mutant's text, in UTF-16 code units. */
export interface Injected {
  /** The wrong words; empty where something was taken out. Edits that only follow from it may lie outside. */
  readonly range: Span;
  readonly words: string;
  /** In a sentence. */
  readonly what: string;
  /** Ids of rules that would be right to complain. */
  readonly rules: readonly string[];
  /** The places that the wrong words now disagree with. */
  readonly counterparts: readonly Span[];
}

/** A report with one mistake. */
export interface Mutant {
  readonly class: MutationClass;
  readonly text: string;
  /** What turned the source into `text`; ranges are in the source. */
  readonly edits: readonly TextEdit[];
  readonly injected: Injected;
}

/** A mistake that could be made in a source; all ranges are in the source. */
export interface Change {
  readonly edits: readonly TextEdit[];
  /** Edits that only follow from the others: later items numbered anew, contrast in the technique as in the title. */
  readonly following?: readonly TextEdit[];
  /** Words that turn wrong although no edit touches them: what a dropped `no` denied. */
  readonly about?: Span;
  readonly what: string;
  readonly counterparts: readonly Span[];
}
