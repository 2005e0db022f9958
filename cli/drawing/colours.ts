import { styleText } from 'node:util';
import type { DiagnosticSeverity } from '../../language/text/diagnostic.ts';
import type { Arguments } from '../arguments.ts';
import type { Io, Output } from '../io.ts';

type Paint = (text: string) => string;

/** How each kind of thing is painted; without colours, as it is. */
export interface Colours {
  readonly severity: Readonly<Record<DiagnosticSeverity, Paint>>;
  /** Line numbers, rules between columns, what a reader may skip. */
  readonly frame: Paint;
  readonly related: Paint;
  readonly strong: Paint;
  readonly added: Paint;
  readonly removed: Paint;
}

type Format = Parameters<typeof styleText>[0];

/**
 * Colours where a person looks on, unless told otherwise: by `--color` and `--no-color`, then by the environment
 * (FORCE_COLOR over NO_COLOR, as in Node itself; TERM=dumb).
 */
export function coloursFor(output: Output, io: Pick<Io, 'env'>, args: Arguments): Colours {
  return palette(wantsColour(output, io.env, args));
}

/** Whether to paint what goes to an output. */
export function wantsColour(output: Output, env: Io['env'], args: Arguments): boolean {
  if (args.has('no-color')) return false;
  if (args.has('color')) return true;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return output.isTTY === true && env.TERM !== 'dumb';
}

/** The paints, or with `false` ones that leave text as it is. */
export function palette(on: boolean): Colours {
  const paint = (format: Format): Paint =>
    on ? (text) => (text === '' ? '' : styleText(format, text, { validateStream: false })) : (text) => text;
  return {
    severity: {
      error: paint(['bold', 'red']),
      warning: paint(['bold', 'yellow']),
      info: paint(['bold', 'blue']),
      hint: paint(['bold', 'cyan']),
    },
    frame: paint('dim'),
    related: paint('cyan'),
    strong: paint('bold'),
    added: paint('green'),
    removed: paint('red'),
  };
}
