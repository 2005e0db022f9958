/** Where text goes: a stream of Node, or an array in a test. */
export interface Output {
  write(text: string): unknown;
  /** Whether a person looks at it. */
  readonly isTTY?: boolean;
  /** Width of the terminal in columns. */
  readonly columns?: number;
  /** Of a stream: calls back when what it holds has gone. */
  once?(event: 'drain', callback: () => void): unknown;
}

/** Writes, and waits where the stream asks for it: what is read faster than it is taken must not pile up. */
export async function writeSlowly(output: Output, text: string): Promise<void> {
  if (output.write(text) === false && output.once !== undefined) await new Promise<void>((resolve) => output.once?.('drain', resolve));
}

/** All that a command knows of the world outside, so that tests can give it another one. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Path of the program that worker threads are started with; where it is missing, all is done in one thread. */
  readonly program?: string;
  /** Calls back when a person asks the program to stop, which then ends by itself; gives what takes that back. */
  onInterrupt?(callback: () => void): () => void;
}

/** Width of the screen in columns; null where there is none, or one that does not say (some report 0). */
export const widthOfScreen = ({ isTTY, columns }: Output): number | null =>
  isTTY === true && columns !== undefined && columns > 0 ? columns : null;
