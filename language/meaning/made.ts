import type { Sentence } from './left-overs.ts';
import type { ThoracicLevel } from './mixed-notation.ts';
import type { KeptNotes } from './notes.ts';
import type { Patient } from './patient.ts';
import type { StatedLevel } from './place.ts';
import type { Ways } from './positions.ts';
import type { Subject } from './read.ts';
import type { WordProblem } from './report.ts';

/**
 * What is made of a statement's meaning alone, so that it is the same wherever its words stand: kept with it by those who make it,
 * each in its own field. Null: nobody has asked yet.
 */
export interface Made {
  subject: Subject | null;
  sentence: Sentence | null;
  problems: readonly WordProblem[] | null;
  patient: Patient | null;
  thoracic: readonly ThoracicLevel[] | null;
  level: StatedLevel | null;
  ways: Ways | null;
  /** By section. */
  notes: readonly KeptNotes[];
}

const NO_NOTES: readonly KeptNotes[] = [];

export const newMade = (): Made => ({
  subject: null,
  sentence: null,
  problems: null,
  patient: null,
  thoracic: null,
  level: null,
  ways: null,
  notes: NO_NOTES,
});
