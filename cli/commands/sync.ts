import { explainSync } from '../../language/impression/explain.ts';
import { type SyncOptions, syncImpression } from '../../language/impression/sync.ts';
import type { Language, Snapshot } from '../../language/language.ts';
import type { TextEdit } from '../../language/text/edit.ts';
import { type Command, EXIT } from '../command.ts';
import { printable } from '../drawing/cells.ts';
import { type Colours, coloursFor } from '../drawing/colours.ts';
import { USUAL_ROOM } from '../drawing/diagnostic.ts';
import { drawDiff } from '../drawing/diff.ts';
import { drawEdit } from '../drawing/edit.ts';
import { drawExplainedSync } from '../drawing/explained-sync.ts';
import { linesOf } from '../drawing/lines.ts';
import { plural } from '../drawing/summary.ts';
import { Failure, UsageFailure } from '../failure.ts';
import { REPORTS, readFiles } from '../files.ts';
import { type Input, STDIN } from '../input.ts';
import { type Io, widthOfScreen } from '../io.ts';
import { languagesWith } from '../language.ts';
import { withLineBreaksOf } from '../line-breaks.ts';
import { LEXICON_OPTION } from '../options.ts';
import { writeEdits } from '../write.ts';

export const sync: Command = {
  name: 'sync',
  summary: 'bring the impression in step with the findings',
  usage: ['FILE... [--diff]', 'FILE... --check', 'FILE... --write', 'FILE... --explain'],
  notes: [
    'FILE may also be a folder or, but for --write, - for standard input. Nothing outside the impression changes.',
    'Exit code: 0, 1 where --check found an impression out of step, 2 where a file or a lexicon could not be read, or a file written.',
  ],
  options: {
    diff: { help: 'show what would change as a unified diff (the default)' },
    check: { help: 'change nothing; the exit code tells whether something would' },
    write: { help: 'change the files' },
    explain: { help: 'say which finding each item is held to speak of, by what score, and why each change' },
    negatives: { help: 'also add what the findings deny of what matters most' },
    ...LEXICON_OPTION,
  },

  async run(args, io, makeLanguage) {
    const does = {
      check: args.has('check'),
      write: args.has('write'),
      explain: args.has('explain'),
      diff: args.has('diff') || !(args.has('check') || args.has('write') || args.has('explain')),
    };
    const options: SyncOptions = { negatives: args.has('negatives') };
    if (args.operands.length === 0) throw new UsageFailure('sync needs a file');
    if (does.check && does.write) throw new UsageFailure('sync either checks or writes');
    if (does.write && args.operands.includes(STDIN))
      throw new UsageFailure('standard input cannot be written to; use --diff, or name a file');
    const languageFor = await languagesWith(args.values('lexicon'), io, makeLanguage);
    const colours = coloursFor(io.stdout, io, args);
    let code: number = EXIT.clean;
    for await (const input of readFiles(args.operands, REPORTS, io)) {
      // A lexicon that is not sound ends the command, not one file of it.
      const language = input instanceof Failure ? null : await languageFor(input.path);
      try {
        if (input instanceof Failure || language === null) throw input;
        const snapshot = language.read(input.text);
        if (does.explain) explainOne(input, snapshot, language, options, io, colours);
        const edits = withLineBreaksOf(input.text, editsOf(snapshot, language, options));
        const isInStep = await syncOne(input, edits, does, io, colours);
        if (does.check && !isInStep && code === EXIT.clean) code = EXIT.found;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        io.stderr.write(`emh: ${error.message}\n`);
        code = EXIT.unchecked;
      }
    }
    return code;
  },
};

const editsOf = (snapshot: Snapshot, { lexicon }: Language, options: SyncOptions): readonly TextEdit[] =>
  options.negatives === true
    ? snapshot.reports.flatMap((report, r) => syncImpression(report, snapshot.links[r] ?? [], snapshot.text, lexicon, options))
    : snapshot.syncEdits;

function explainOne(
  input: Input,
  { reports, links, text }: Snapshot,
  { lexicon }: Language,
  options: SyncOptions,
  io: Io,
  colours: Colours,
): void {
  const style = { colours, room: widthOfScreen(io.stdout) ?? Number.POSITIVE_INFINITY };
  const lines = linesOf(text);
  for (const [r, report] of reports.entries()) {
    const explained = explainSync(report, links[r] ?? [], text, lexicon, options);
    for (const row of drawExplainedSync(input.name, lines, explained, style)) io.stdout.write(`${row}\n`);
  }
}

/** Whether the impression was in step. Words for people go to standard error where a diff goes to standard output. */
async function syncOne(
  input: Input,
  edits: readonly TextEdit[],
  does: Readonly<Record<'check' | 'write' | 'diff' | 'explain', boolean>>,
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
  if (diff === '') {
    say(`${input.name}: the impression is in step with the findings.`);
    return true;
  }
  if (does.diff) io.stdout.write(diff);
  if (does.check) say(`${input.name}: the impression is out of step with the findings: ${plural(edits.length, 'change')}.`);
  if (does.write) {
    await writeEdits(input, edits);
    say(`${input.name}: the impression is brought in step: ${plural(edits.length, 'change')}.`);
    const style = { colours, room: widthOfScreen(io.stdout) ?? USUAL_ROOM };
    const lines = linesOf(input.text);
    if (!does.diff) for (const edit of edits) for (const row of drawEdit(lines, edit, style)) say(`  ${row}`);
  }
  return false;
}
