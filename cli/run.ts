import { readArguments, suggestion } from './arguments.ts';
import { type Command, EXIT } from './command.ts';
import { COMMANDS } from './commands.ts';
import { oneLine } from './drawing/cells.ts';
import { Failure, UsageFailure } from './failure.ts';
import { commandHelp, overview } from './help.ts';
import { internalMessage, isDebugging } from './internal.ts';
import type { Io } from './io.ts';
import { type MakeLanguage, shippedLanguage } from './language.ts';
import { VERSION } from './version.ts';

/**
 * Runs `emh` with the words behind its name and gives the exit code. Whatever happens, a person sees one line on standard
 * error and no stack, but with EMH_DEBUG=1 in the environment.
 */
export async function run(words: readonly string[], io: Io, makeLanguage: MakeLanguage = shippedLanguage): Promise<number> {
  const { command, rest, wants } = sortOut(words);
  try {
    if (wants === 'version') return print(io, `emh ${VERSION}\n`);
    if (wants === 'help') return command === undefined ? print(io, overview(COMMANDS)) : print(io, commandHelp(named(command)));
    if (command === undefined) {
      io.stderr.write(overview(COMMANDS));
      return EXIT.unchecked;
    }
    const found = named(command);
    const args = readArguments(rest, found.options);
    return args.has('help') ? print(io, commandHelp(found)) : await found.run(args, io, makeLanguage);
  } catch (error) {
    io.stderr.write(`emh: ${inOneLine(error, command)}\n`);
    if (isDebugging(io) && error instanceof Error) io.stderr.write(`${error.stack ?? ''}\n`);
    return EXIT.unchecked;
  }
}

/** Options before the command are those of every command. */
function sortOut(words: readonly string[]): { command: string | undefined; rest: readonly string[]; wants: 'help' | 'version' | null } {
  const at = words.findIndex((word) => !word.startsWith('-') || word === '-');
  const before = at < 0 ? words : words.slice(0, at);
  const [command, ...rest] = at < 0 ? [] : words.slice(at);
  if (command === 'help') return { command: rest[0], rest: [], wants: 'help' };
  if (before.some((word) => word === '--help' || word === '-h')) return { command, rest, wants: 'help' };
  if (before.some((word) => word === '--version' || word === '-V')) return { command: undefined, rest, wants: 'version' };
  // Of no command, the first option is what does not belong.
  return { command: command ?? before[0], rest: [...before, ...rest], wants: null };
}

function named(name: string): Command {
  const command = COMMANDS.find((known) => known.name === name);
  if (command !== undefined) return command;
  if (name.startsWith('-'))
    throw new UsageFailure(`unknown option ${name}${suggestion(name.replace(/^-+/, ''), ['help', 'version'], '--')}`);
  const names = COMMANDS.map((known) => known.name);
  throw new UsageFailure(`unknown command ${name}${suggestion(name, names)}`);
}

function print(io: Io, text: string): number {
  io.stdout.write(text);
  return EXIT.clean;
}

function inOneLine(error: unknown, command: string | undefined): string {
  if (error instanceof UsageFailure) {
    const known = COMMANDS.some(({ name }) => name === command);
    return oneLine(`${error.message}  (see emh ${known ? `${command} ` : ''}--help)`);
  }
  if (error instanceof Failure) return oneLine(error.message);
  return internalMessage(error);
}
