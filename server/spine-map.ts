import type { Position, Range } from 'vscode-languageserver';

/** Request: what a report says of the spine, as a picture for a page in an editor. */
export const SPINE_MAP = 'emh/spineMap';

export interface SpineMapParams {
  readonly textDocument: { readonly uri: string };
  /** In the report that is meant, where the text holds several; the first without it. */
  readonly position?: Position;
  /** For little room: the two views one below the other. */
  readonly isNarrow?: boolean;
}

/** A picture of one version of the text. */
export interface SpineMapAnswer {
  readonly version: number;
  readonly isEmpty: boolean;
  /** Without a style of its own. */
  readonly svg: string;
  /** For the page, in the colours of the editor's theme. */
  readonly style: string;
  /** The same in words, one finding a line. */
  readonly description: string;
  /** The findings of the picture: an element of it has their id as `data-finding`, a row each of their levels as `data-level`. */
  readonly regions: readonly {
    readonly finding: string;
    readonly levels: readonly string[];
    readonly discs: readonly string[];
    readonly words: Range;
    readonly range: Range;
  }[];
}
