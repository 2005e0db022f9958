import type { Arguments, Option } from './arguments.ts';
import type { Io } from './io.ts';
import type { MakeLanguage } from './language.ts';

/** What the command ends with. */
export const EXIT = {
  /** Nothing to complain of; infos and hints do not count. */
  clean: 0,
  /** An error or a warning was found, or an impression is out of step. */
  found: 1,
  /** Wrong usage, or something that was named could not be read or written. */
  unchecked: 2,
  /** A person stopped it; as a program that the signal of an interrupt ended. */
  stopped: 130,
} as const;

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What may follow the name, one way of calling it a line. */
  readonly usage: readonly string[];
  /** Lines below the options in its help. */
  readonly notes: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** Gives the exit code; throws a Failure for what a person can mend. */
  run(args: Arguments, io: Io, makeLanguage: MakeLanguage): Promise<number>;
}
