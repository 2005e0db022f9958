/** What an activation took. */
export interface Taken {
  /** From asking to done, in milliseconds. */
  readonly ms: number;
  /** Of all threads of the host, in milliseconds of a processor: the same on a busy machine. Null where the host cannot tell. */
  readonly cpuMs: number | null;
}

/** Two activations in one host. */
export interface Times {
  readonly empty: Taken;
  readonly ours: Taken;
}

/** Its line in the console begins so. */
const MARK = 'emh-activation ';

export const toLine = (times: Times): string => MARK + JSON.stringify(times);

export const fromLine = (line: string): Times | null => (line.startsWith(MARK) ? (JSON.parse(line.slice(MARK.length)) as Times) : null);
