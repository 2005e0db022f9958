import type { Range } from 'vscode-languageserver';
import type { OpenKind } from '../language/assist/before-signing.ts';

/** Request: what is open in a report. */
export const BEFORE_SIGNING = 'emh/beforeSigning';

export interface BeforeSigningParams {
  readonly textDocument: { readonly uri: string };
}

/** Of one version of the text: the gravest first, and of a kind in the order of the text. */
export interface BeforeSigning {
  readonly version: number;
  readonly open: readonly {
    readonly kind: OpenKind;
    readonly message: string;
    /** The words that it speaks of, on one line. */
    readonly words: string;
    /** The rule that says so; null where it is no rule's. */
    readonly rule: string | null;
    readonly range: Range;
  }[];
}

/** Request: the report as it goes out, without comments; every other byte as it is. */
export const PLAIN_TEXT = 'emh/plainText';

export interface PlainText {
  readonly version: number;
  readonly text: string;
}
