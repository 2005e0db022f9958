/** Request: the finished report as it will be read. */
export const PREVIEW = 'emh/preview';

export interface PreviewParams {
  readonly textDocument: { readonly uri: string };
  /** Asks for a page that needs nothing else, with this title, to be kept or printed. */
  readonly title?: string;
}

/** Of one version of the text. */
export interface PreviewAnswer {
  readonly version: number;
  /** What stands in a page's `main`, or a whole page. Blocks have `data-start` and `data-end`, offsets in the text in UTF-16 units. */
  readonly html: string;
  /** For the page that it stands in; a whole page has it already. */
  readonly style: string;
}
