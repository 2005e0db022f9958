/** Where text goes: a stream of Node, or an array in a test. */
export interface Output {
  write(text: string): unknown;
  /** Whether a person looks at it. */
  readonly isTTY?: boolean;
  /** Width of the terminal in columns. */
  readonly columns?: number;
}

/** All that a command knows of the world outside, so that tests can give it another one. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Width of the screen in columns; null where there is none, or one that does not say (some report 0). */
export const widthOfScreen = ({ isTTY, columns }: Output): number | null =>
  isTTY === true && columns !== undefined && columns > 0 ? columns : null;
