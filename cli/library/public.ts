// The types of `emh-report/check`, as they are shipped: this file imports nothing, so that it can stand alone.

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A line and a column, both from 1; columns count UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where something stands in the text: `range` in UTF-16 code units from 0, `start` and `end` the same places for people. */
export interface Placed {
  readonly range: { readonly start: number; readonly end: number };
  readonly start: Place;
  readonly end: Place;
}

export interface Alert extends Placed {
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence; quotes words of the report. */
  readonly message: string;
  /** Other places that the message speaks of. */
  readonly related: readonly (Placed & { readonly message: string })[];
  /** `sure` ones may be applied without asking a person. */
  readonly fixes: readonly {
    readonly title: string;
    readonly sure: boolean;
    readonly edits: readonly (Placed & { readonly text: string })[];
  }[];
  /** Why the rule holds; may be empty. */
  readonly because: string;
}

/** What checked a record, and what it checked: the same stamp always stands beside the same diagnostics. */
export interface Stamp {
  /** Program and version: `emh 0.1.0`. */
  readonly tool: string;
  /** Of all terms, rules, templates and settings, 16 hexadecimal digits. */
  readonly rules: string;
  /** SHA-256 of both and the text, in hexadecimal digits. */
  readonly key: string;
}

/** Why a record could not be checked. */
export type ErrorCode = 'invalid-json' | 'not-an-object' | 'no-text' | 'too-long' | 'internal';

/** The record without its `text`, and with what was found. */
export interface CheckedRecord {
  /** Of the record; null where it has none. */
  readonly id: unknown;
  /** Of this contract. */
  readonly version: 1;
  readonly checked: Stamp;
  readonly diagnostics: readonly Alert[];
  /** Never in a record that was checked: `if (answer.error)` tells them apart. */
  readonly error?: undefined;
  /** The other keys of the record. */
  readonly [key: string]: unknown;
}

export interface FailedRecord {
  readonly id: unknown;
  readonly checked: Omit<Stamp, 'key'>;
  readonly error: { readonly code: ErrorCode; readonly message: string };
  readonly diagnostics?: undefined;
}

export interface CheckerOptions {
  /** Rules and terms of the site are those of the nearest `.emh` folder in or above this one; the working folder if not given. */
  readonly folder?: string;
  /** Lexicon files (YAML) on top. */
  readonly lexicons?: readonly string[];
}

export interface Checker {
  readonly tool: string;
  readonly rules: string;
  /** What is wrong with files of the site or with lexicons, a line each; the rest of them is used. */
  readonly problems: readonly string[];
  /** Checks `{ id, text, ... }`. Synchronous, pure, never throws: what is no such record gives an error. */
  check(record: unknown): CheckedRecord | FailedRecord;
  /** One line of NDJSON to one line, both without the line break, as `emh check --ndjson` does. */
  checkLine(json: string): string;
}

/** Makes a checker; takes some tenths of a second, so make one and keep it. Rejects where a lexicon cannot be read. */
export type CreateChecker = (options?: CheckerOptions) => Promise<Checker>;

export declare const createChecker: CreateChecker;
