import type { Range } from 'vscode-languageserver';
import type { Why } from '../language/dictation/change.ts';

/** Request: what makes report text of dictation. */
export const DICTATION = 'emh/dictation';

export interface DictationParams {
  readonly textDocument: { readonly uri: string };
  /** The dictation; where it is left out, all of the text. */
  readonly range?: Range;
  /** Whether it will go on behind the range: then it gets no full stop there. */
  readonly goesOn: boolean;
}

/** Changes of one version of the text, in order and without overlap. The version is -1 where no such report is open. */
export interface DictationChanges {
  readonly version: number;
  readonly changes: readonly {
    /** The words as they were dictated. */
    readonly words: string;
    readonly written: string;
    readonly why: Why;
    readonly range: Range;
  }[];
}
