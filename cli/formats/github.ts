import type { DiagnosticSeverity } from '../../language/text/diagnostic.ts';
import type { Origin } from '../archive/unit.ts';
import { linesOf } from '../drawing/lines.ts';
import { drawSummary } from '../drawing/summary.ts';
import type { MakeFormat } from './format.ts';

const LEVELS: Readonly<Record<DiagnosticSeverity, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** Annotations of GitHub Actions. A record's are put at its line of the file. */
export const github: MakeFormat = ({ colours }) => ({
  head: '',
  first: '',
  between: '',
  report({ origin, text, diagnostics }) {
    const lines = linesOf(text);
    return diagnostics
      .map(({ severity, rule, message, range }) => {
        const [start, end] = [lines.placeOf(range.start), lines.placeOf(range.end)];
        // A column is only taken where the words end in the line that they begin in.
        const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
        const place = origin.line === null ? { line: start.line, endLine: end.line, ...columns } : { line: origin.line };
        return command(LEVELS[severity], { ...fileOf(origin), ...place, title: rule }, message);
      })
      .join('');
  },
  unread: ({ origin, code, message }) =>
    command('error', { ...fileOf(origin), ...(origin.line === null ? {} : { line: origin.line }), title: code }, message),
  tail: ({ tally, quiet }) => (tally.texts > 0 && !quiet ? drawSummary(tally.counts, tally.texts, colours) : ''),
});

const fileOf = ({ file, path }: Origin): object => (path === null ? {} : { file: file.replaceAll('\\', '/') });

function command(name: string, properties: object, message: string): string {
  const words = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name} ${words.join(',')}::${escaped(message)}\n`;
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
