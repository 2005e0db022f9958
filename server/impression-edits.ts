import type { Position, TextEdit } from 'vscode-languageserver';

/** Request: what would bring the impression in step while a person goes on typing. */
export const IMPRESSION_EDITS = 'emh/impressionEdits';

export interface ImpressionEditsParams {
  readonly textDocument: { readonly uri: string };
  /** The cursors: nothing in their lines changes, and nothing at all while one is in the impression. */
  readonly positions: readonly Position[];
}

/** Edits of one version of the text; none where there is nothing to change, or not now. */
export interface ImpressionEdits {
  readonly version: number;
  readonly edits: readonly TextEdit[];
}
