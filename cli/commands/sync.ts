import { withLineBreaksOf } from '../line-breaks.ts';
import { rewriting } from '../rewrite.ts';

export const sync = rewriting({
  name: 'sync',
  summary: 'bring the impression in step with the findings',
  notes: [
    'FILE may also be a folder or, but for --write, - for standard input. Nothing outside the impression changes.',
    'Exit code: 0, 1 where --check found an impression out of step, 2 where a file or a lexicon could not be read, or a file written.',
  ],
  edits: (text, language) => withLineBreaksOf(text, language.read(text).syncEdits),
  says: {
    same: 'the impression is in step with the findings',
    differs: 'the impression is out of step with the findings',
    done: 'the impression is brought in step',
  },
  showsEdits: true,
});
