import type { Language } from '../language/language.ts';
import type { TextEdit } from '../language/text/edit.ts';
import type { Arguments, Option } from './arguments.ts';
import { type Command, EXIT } from './command.ts';
import { printable } from './drawing/cells.ts';
import { type Colours, coloursFor } from './drawing/colours.ts';
import { USUAL_ROOM } from './drawing/diagnostic.ts';
import { drawDiff } from './drawing/diff.ts';
import { drawEdit } from './drawing/edit.ts';
import { linesOf } from './drawing/lines.ts';
import { plural } from './drawing/summary.ts';
import { Failure, UsageFailure } from './failure.ts';
import { REPORTS, readFiles } from './files.ts';
import { type Input, STDIN } from './input.ts';
import { type Io, widthOfScreen } from './io.ts';
import { type LanguageFor, languagesWith } from './language.ts';
import { LEXICON_OPTION } from './options.ts';
import { writeEdits } from './write.ts';

/** A command that changes reports. */
export interface Rewriting extends Pick<Command, 'name' | 'summary' | 'notes'> {
  /** The edits for a text; empty where it is as it should be. */
  edits(text: string, language: Language, args: Arguments): readonly TextEdit[];
  /** How many faults of a text no edit mends, and what to say of them. */
  left?(text: string, language: Language): { readonly count: number; readonly words: string };
  /** Says on standard error what of a file is left for a person, place by place. */
  tell?(input: Input, language: Language): void;
  /** Options of its own. */
  readonly options?: Readonly<Record<string, Option>>;
  /** For the option `explain`: says why, instead of showing a difference. */
  explains?(input: Input, language: Language, args: Arguments, io: Io): void;
  /** What is said of a file: as it should be, to be changed, changed. */
  readonly says: { readonly same: string; readonly differs: string; readonly done: string };
  /** Whether each change is shown where the file is written. */
  readonly showsEdits: boolean;
}

/** Of commands that change reports. */
export const REWRITE_OPTIONS: Readonly<Record<string, Option>> = {
  diff: { help: 'show what would change as a unified diff (the default)' },
  check: { help: 'change nothing; the exit code tells whether something would' },
  write: { help: 'change the files' },
};

/** Makes the command: it shows, checks for or writes the edits of each file that is named. */
export function rewriting(own: Rewriting): Command {
  const { name, summary, notes, explains } = own;
  return {
    name,
    summary,
    usage: ['FILE... [--diff]', 'FILE... --check', 'FILE... --write', ...(explains ? ['FILE... --explain'] : [])],
    notes,
    options: { ...REWRITE_OPTIONS, ...own.options, ...LEXICON_OPTION },

    async run(args, io, makeLanguage) {
      if (args.operands.length === 0) throw new UsageFailure(`${name} needs a file`);
      return rewriteFiles(own, args.operands, args, io, await languagesWith(args.values('lexicon'), io, makeLanguage));
    },
  };
}

/** Shows, checks for or writes the edits of the files that the words name, as the options say. Gives the exit code. */
export async function rewriteFiles(
  own: Rewriting,
  words: readonly string[],
  args: Arguments,
  io: Io,
  languageFor: LanguageFor,
): Promise<number> {
  const { name, explains } = own;
  const explain = explains !== undefined && args.has('explain');
  const does = {
    check: args.has('check'),
    write: args.has('write'),
    diff: args.has('diff') || !(args.has('check') || args.has('write') || explain),
  };
  if (does.check && does.write) throw new UsageFailure(`${name} either checks or writes`);
  if (does.write && words.includes(STDIN)) throw new UsageFailure('standard input cannot be written to; use --diff, or name a file');
  const colours = coloursFor(io.stdout, io, args);
  let code: number = EXIT.clean;
  for await (const input of readFiles(words, REPORTS, io)) {
    // A lexicon that is not sound ends the command, not one file of it.
    const language = input instanceof Failure ? null : await languageFor(input.path);
    try {
      if (input instanceof Failure || language === null) throw input;
      if (explain) explains(input, language, args, io);
      own.tell?.(input, language);
      const isSame = await rewrite(own, input, own.edits(input.text, language, args), own.left?.(input.text, language), does, io, colours);
      if (does.check && !isSame && code === EXIT.clean) code = EXIT.found;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      io.stderr.write(`emh: ${error.message}\n`);
      code = EXIT.unchecked;
    }
  }
  return code;
}

/** Whether the file was as it should be. Words for people go to standard error where a diff goes to standard output. */
async function rewrite(
  { says, showsEdits }: Rewriting,
  input: Input,
  edits: readonly TextEdit[],
  left: ReturnType<NonNullable<Rewriting['left']>> | undefined,
  does: Readonly<Record<'check' | 'write' | 'diff', boolean>>,
  io: Io,
  colours: Colours,
): Promise<boolean> {
  const say = (line: string): unknown => (does.diff ? io.stderr : io.stdout).write(`${line}\n`);
  const diff = drawDiff(
    input.name,
    input.text,
    edits,
    colours,
    io.stdout.isTTY === true ? (line) => printable(line.replace(/\r$/, '')) : undefined,
  );
  const more = left === undefined || left.count === 0 ? '' : left.words;
  if (diff === '') {
    say(`${input.name}: ${more === '' ? says.same : more}.`);
    return more === '';
  }
  if (does.diff) io.stdout.write(diff);
  if (does.check)
    say(`${input.name}: ${says.differs}: ${[plural(edits.length, 'change'), more].filter((part) => part !== '').join('; ')}.`);
  if (does.write) {
    await writeEdits(input, edits);
    say(`${input.name}: ${says.done}: ${[plural(edits.length, 'change'), more].filter((part) => part !== '').join('; ')}.`);
    const style = { colours, room: widthOfScreen(io.stdout) ?? USUAL_ROOM };
    const lines = linesOf(input.text);
    if (!does.diff && showsEdits) for (const edit of edits) for (const row of drawEdit(lines, edit, style)) say(`  ${row}`);
  }
  return false;
}
