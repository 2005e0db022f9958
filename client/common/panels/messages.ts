/** What the extension tells a panel's page. */
export type ToPage =
  | { readonly kind: 'map'; readonly uri: string; readonly svg: string; readonly style: string; readonly description: string }
  | { readonly kind: 'preview'; readonly uri: string; readonly html: string; readonly style: string }
  /** Where the cursor is: in these findings, at these levels, at this offset of the text. */
  | { readonly kind: 'cursor'; readonly findings: readonly string[]; readonly levels: readonly string[]; readonly offset: number };

/** What the page tells the extension. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'finding'; readonly id: string }
  | { readonly kind: 'level'; readonly level: string }
  | { readonly kind: 'words'; readonly start: number; readonly end: number }
  /** It shows what it was told: the ids of its findings, the words of it, and what is lit. */
  | { readonly kind: 'shown'; readonly findings: readonly string[]; readonly text: string; readonly lit: readonly string[] };

/** What a page remembers over a restart of the editor. */
export interface Kept {
  readonly uri: string;
}
