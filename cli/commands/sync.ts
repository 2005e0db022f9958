import { explainSync } from '../../language/impression/explain.ts';
import { syncImpression, unsettled } from '../../language/impression/sync.ts';
import type { Language } from '../../language/language.ts';
import type { TextEdit } from '../../language/text/edit.ts';
import type { Arguments } from '../arguments.ts';
import { coloursFor } from '../drawing/colours.ts';
import { drawExplainedSync } from '../drawing/explained-sync.ts';
import { linesOf } from '../drawing/lines.ts';
import { plural } from '../drawing/summary.ts';
import type { Input } from '../input.ts';
import { type Io, widthOfScreen } from '../io.ts';
import { withLineBreaksOf } from '../line-breaks.ts';
import { rewriting } from '../rewrite.ts';

export const sync = rewriting({
  name: 'sync',
  summary: 'bring the impression in step with the findings',
  notes: [
    'FILE may also be a folder or, but for --write, - for standard input. Nothing outside the impression changes.',
    'A difference that no few words settle is for a person: it is counted, and --explain shows it.',
    'Exit code: 0, 1 where --check found an impression out of step or a difference to settle, 2 where a file or a lexicon could not be read, or a file written.',
  ],
  options: {
    explain: { help: 'say which finding each item is held to speak of, by what score, and why each change' },
    negatives: { help: 'also add what the findings deny of what matters most' },
  },
  edits: (text, language, args) => withLineBreaksOf(text, editsOf(text, language, args)),
  left: leftOf,
  explains: explainOne,
  says: {
    same: 'the impression is in step with the findings',
    differs: 'the impression is out of step with the findings',
    done: 'the impression is brought in step',
  },
  showsEdits: true,
});

function editsOf(text: string, { lexicon, read }: Language, args: Arguments): readonly TextEdit[] {
  const { reports, links, syncEdits } = read(text);
  if (!args.has('negatives')) return syncEdits;
  return reports.flatMap((report, r) => syncImpression(report, links[r] ?? [], text, lexicon, { negatives: true }));
}

function leftOf(text: string, { lexicon, read }: Language): { count: number; words: string } {
  const { reports, links } = read(text);
  const count = reports.reduce((sum, report, r) => sum + unsettled(report, links[r] ?? [], text, lexicon).length, 0);
  return { count, words: `${plural(count, 'difference')} for you to settle` };
}

function explainOne(input: Input, { lexicon, read }: Language, args: Arguments, io: Io): void {
  const style = { colours: coloursFor(io.stdout, io, args), room: widthOfScreen(io.stdout) ?? Number.POSITIVE_INFINITY };
  const { reports, links, text } = read(input.text);
  const lines = linesOf(text);
  for (const [r, report] of reports.entries()) {
    const explained = explainSync(report, links[r] ?? [], text, lexicon, { negatives: args.has('negatives') });
    for (const row of drawExplainedSync(input.name, lines, explained, style)) io.stdout.write(`${row}\n`);
  }
}
