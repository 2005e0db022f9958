import { oneLine } from './drawing/cells.ts';
import type { Io } from './io.ts';

/** What a person is told, in one line, of an error that is the program's own. */
export function internalMessage(error: unknown): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return oneLine(`internal error, please report it with the version and the command line (EMH_DEBUG=1 shows where): ${what}`).slice(0, 500);
}

/** Whether a person asked to see where such an error comes from. */
export const isDebugging = ({ env }: Pick<Io, 'env'>): boolean =>
  env.EMH_DEBUG !== undefined && env.EMH_DEBUG !== '' && env.EMH_DEBUG !== '0';
