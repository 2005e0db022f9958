import type { Diagnostic, DiagnosticSeverity } from '../../language/text/diagnostic.ts';
import type { Colours } from './colours.ts';

/** How many diagnostics of each severity there are. */
export type Counts = Record<DiagnosticSeverity, number>;

export const noCounts = (): Counts => ({ error: 0, warning: 0, info: 0, hint: 0 });

/** Adds diagnostics to the counts. */
export function count(counts: Counts, diagnostics: readonly Diagnostic[]): void {
  for (const { severity } of diagnostics) counts[severity]++;
}

/** `2 errors, 1 warning and 3 hints in 4 files.` */
export function drawSummary(counts: Counts, files: number, colours: Colours): string {
  const severities: readonly DiagnosticSeverity[] = ['error', 'warning', 'info', 'hint'];
  const parts = severities.filter((s) => counts[s] > 0).map((s) => colours.severity[s](plural(counts[s], s)));
  if (counts.error + counts.warning === 0) parts.unshift(colours.strong('no errors or warnings'));
  return `${sentence(listed(parts))} in ${plural(files, 'file')}.\n`;
}

const sentence = (text: string): string => text.replace(/\bno errors/, 'No errors');

/** `1 file`, `2 files`. */
export const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
