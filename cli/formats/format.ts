import type { Rule } from '../../language/rules/rule.ts';
import type { Diagnostic } from '../../language/text/diagnostic.ts';
import type { ReportPlace } from '../archive/about.ts';
import type { Tally } from '../archive/tally.ts';
import type { Origin, Unread } from '../archive/unit.ts';
import type { Style } from '../drawing/diagnostic.ts';

/** A text with what was found in it. */
export interface Checked {
  readonly origin: Origin;
  /** Of a record: its id as JSON; null where it has none, and for a file. */
  readonly id: string | null;
  /** Without a byte order mark: offsets count from the first character. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Of each diagnostic, what it is known by from one run to the next. */
  readonly keys: readonly string[];
  /** Whether words of the text may be written. */
  readonly words: boolean;
  /** The reports in the text; only where the format asks for them. */
  readonly reports: readonly ReportPlace[];
}

/** Something that could not be checked. */
export interface Unchecked extends Unread {
  readonly origin: Origin;
  readonly id: string | null;
}

/** What is known when all is done. */
export interface Ending {
  readonly tally: Tally;
  /** Whether something stands between head and tail. */
  readonly some: boolean;
  /** Only errors and warnings are wanted, and no summary. */
  readonly quiet: boolean;
  /** Whether all was read, or a person stopped it. */
  readonly complete: boolean;
  /** Those that found something. */
  readonly rules: readonly Rule[];
  readonly version: string;
}

/**
 * How results are written: `head`, then for each text what `report` or `unread` give with `first` or `between` before it (nothing for an
 * empty string), then `tail`. What it gives for one text depends on nothing else, so that texts can be written by several workers.
 */
export interface Format {
  /** Whether it says what is known of each report. */
  readonly tellsReports?: boolean;
  readonly head: string;
  readonly first: string;
  readonly between: string;
  report(checked: Checked): string;
  unread(unchecked: Unchecked): string;
  tail(ending: Ending): string;
}

/** Makes a format for a style of drawing, which those for programs ignore. */
export type MakeFormat = (style: Style) => Format;
