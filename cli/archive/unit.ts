/** Why something could not be checked; the codes are a public contract. */
export type UnreadCode =
  /** A file or folder, for whatever reason: missing, damaged, no text. */
  'unreadable' | 'invalid-utf8' | 'invalid-json' | 'invalid-csv' | 'not-an-object' | 'no-text' | 'too-long' | 'internal';

/** What is wrong with something that cannot be checked; `message` is one sentence. */
export interface Unread {
  readonly code: UnreadCode;
  readonly message: string;
}

/** Where a text comes from. */
export interface Origin {
  /** File as it was named; `<stdin>` for standard input. Printable. */
  readonly file: string;
  /** Absolute; null for standard input. */
  readonly path: string | null;
  /** Line of the file that its record begins in, from 1; null where the file is the text. */
  readonly line: number | null;
}

/** One text of an archive on its way to be checked: plain data, so that it can be handed to a worker. */
export interface Unit {
  readonly origin: Origin;
  readonly content: /** To be read where it is checked. */
    | { readonly is: 'file'; readonly word: string }
    | { readonly is: 'text'; readonly text: string; readonly id: string | null; readonly rest: Readonly<Record<string, string>> }
    /** An NDJSON record, as it stands. */
    | { readonly is: 'json'; readonly json: string }
    | ({ readonly is: 'unread' } & Unread);
}

/** Name of a text for people: its file, and its line where the file holds many: `archive.ndjson#12`. */
export const nameOf = ({ file, line }: Origin): string => (line === null ? file : `${file}#${line}`);
