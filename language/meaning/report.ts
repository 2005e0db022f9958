import type { Outline } from '../syntax/report.ts';
import type { Span } from '../text/span.ts';
import type { WrittenDate } from './dates.ts';
import type { Finding } from './finding.ts';
import type { Note } from './note.ts';
import type { Patient } from './patient.ts';
import type { Position } from './positions.ts';

/** What was examined. `modality` is a DICOM modality (MR, CT, US, CR, PT, NM); regions are lexicon ids (`thoracic-spine`). */
export interface Exam {
  readonly modality: string | null;
  readonly regions: readonly string[];
  /** `with` also where it was done without and with; null where nothing is said. */
  readonly contrast: 'with' | 'without' | null;
  /** Where the contrast is stated. */
  readonly contrastRange: Span | null;
}

export interface ImpressionItem {
  /** Counted from 1. */
  readonly item: number;
  readonly mark: Span | null;
  readonly range: Span;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/**
 * Words that the reader could not take as they stand. `words` as written; `suggestions` are what would be right, in the
 * report's own notation, likeliest first; empty where nothing is near.
 */
export interface WordProblem {
  readonly kind:
    | 'invalid'
    | 'reversed'
    | 'not-adjacent'
    | 'transitional'
    | 'ambiguous'
    | 'misspelt'
    | 'mixed'
    | 'unused'
    | 'open'
    | 'repeated'
    | 'miscounted'
    | 'field'
    | 'left-normal'
    | 'unsaid-topic';
  readonly range: Span;
  readonly words: string;
  readonly suggestions: readonly string[];
}

/** One report of a text, read. `findings` are those of every section but the impression. */
export interface Report {
  readonly range: Span;
  readonly outline: Outline;
  readonly exam: Exam;
  readonly findings: readonly Finding[];
  readonly impression: readonly ImpressionItem[];
  readonly wordProblems: readonly WordProblem[];
  /** What it states beside findings, in the order of the text. */
  readonly notes: readonly Note[];
  readonly patient: Patient;
  /** When the examination was done; null where the header gives no date. */
  readonly examDate: WrittenDate | null;
  /** Positions and directions that findings state, by their ids. */
  readonly positions: ReadonlyMap<string, Position>;
}
