import type { Role } from './piece.ts';

/** Words that are said for a mark. `may` names the test that decides whether they are the mark or words of the sentence. */
export interface SpokenMark {
  readonly said: readonly string[];
  readonly written: string;
  readonly role: Role;
  readonly may: 'always' | 'period' | 'colon' | 'noun' | 'line' | 'shape';
}

const row = (said: string, written: string, role: Role, may: SpokenMark['may'] = 'always'): SpokenMark => ({
  said: said.split(' '),
  written,
  role,
  may,
});

const BRACKETS = ['paren', 'parens', 'parenthesis', 'parentheses', 'bracket', 'brackets'];

export const SPOKEN_MARKS: readonly SpokenMark[] = [
  row('full stop', '.', 'stop'),
  row('fullstop', '.', 'stop'),
  row('period', '.', 'stop', 'period'),
  row('question mark', '?', 'stop'),
  row('exclamation mark', '!', 'stop'),
  row('exclamation point', '!', 'stop'),
  row('comma', ',', 'mark', 'shape'),
  row('semicolon', ';', 'mark'),
  row('semi colon', ';', 'mark'),
  row('colon', ':', 'mark', 'colon'),
  row('hyphen', '-', 'joint', 'noun'),
  row('dash', '-', 'joint', 'noun'),
  row('slash', '/', 'joint', 'noun'),
  row('forward slash', '/', 'joint'),
  row('new line', '\n', 'break', 'line'),
  row('newline', '\n', 'break', 'line'),
  row('next line', '\n', 'break', 'line'),
  row('new paragraph', '\n\n', 'break', 'line'),
  row('next paragraph', '\n\n', 'break', 'line'),
  row('paragraph', '\n\n', 'break', 'noun'),
  ...['open', 'left', 'begin'].flatMap((side) => BRACKETS.map((b) => row(`${side} ${b}`, '(', 'open'))),
  ...['close', 'closed', 'right', 'end'].flatMap((side) => BRACKETS.map((b) => row(`${side} ${b}`, ')', 'mark'))),
];
