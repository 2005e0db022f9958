import { rewriting } from '../rewrite.ts';

export const format = rewriting({
  name: 'format',
  summary: 'write reports in one way: blanks, lines, headings, numbers, dashes',
  notes: [
    'FILE may also be a folder or, but for --write, - for standard input. No finding changes; quoted text and comments stay as they are.',
    'What it does is set in .emh/config.json, for example { "format": { "levelDash": "enDash", "headings": false } }.',
    'Exit code: 0, 1 where --check found a file to be formatted, 2 where a file or a lexicon could not be read, or a file written.',
  ],
  edits: (text, language) => language.format(language.read(text)),
  says: { same: 'is formatted', differs: 'is not formatted', done: 'is formatted now' },
  showsEdits: false,
});
