import { linesOf } from '../drawing/lines.ts';
import type { MakeFormat } from './format.ts';

const COLUMNS = ['file', 'record', 'id', 'severity', 'rule', 'message', 'line', 'column', 'end_line', 'end_column', 'words', 'fix', 'key'];

/** The cells of what has no place in a text: rows have as many cells as there are columns. */
const NOWHERE: readonly string[] = Array(COLUMNS.length - COLUMNS.indexOf('line')).fill('');

/** A line for each diagnostic, and for each text that could not be checked (severity `unread`, the code in the place of the rule). */
export const csv: MakeFormat = () => ({
  head: row(COLUMNS),
  first: '',
  between: '',
  report({ origin, id, text, diagnostics, keys, words: hasWords }) {
    const lines = linesOf(text);
    return diagnostics
      .map(({ severity, rule, message, range, fixes }, i) => {
        const [start, end] = [lines.placeOf(range.start), lines.placeOf(range.end)];
        const place = [start.line, start.column, end.line, end.column];
        const words = hasWords ? text.slice(range.start, range.end) : '';
        return row([
          origin.file,
          origin.line ?? '',
          plain(id),
          severity,
          rule,
          message,
          ...place,
          words,
          fixes[0]?.title ?? '',
          keys[i] ?? '',
        ]);
      })
      .join('');
  },
  unread: ({ origin, id, code, message }) => row([origin.file, origin.line ?? '', plain(id), 'unread', code, message, ...NOWHERE]),
  tail: () => '',
});

/** The id as a person would write it: a string without its quotes. */
const plain = (id: string | null): string => (id === null ? '' : id.startsWith('"') ? String(JSON.parse(id)) : id);

const row = (cells: readonly (string | number)[]): string => `${cells.map(cell).join(',')}\r\n`;

/** Spreadsheets take what begins like a formula for one; an apostrophe before it keeps it a text. Numbers of our own are left alone. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^\s*[=+\-@\t\r\n|%＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",;\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
