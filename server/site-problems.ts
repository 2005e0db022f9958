import type { Diagnostic, PositionEncodingKind, Range } from 'vscode-languageserver';
import type { Language } from '../language/language.ts';
import type { Problem } from '../language/lexicon/lexicon.ts';
import { unknownNames } from '../packs/unknown-names.ts';
import { unitsBetween } from './position-encoding.ts';
import { DiagnosticSeverity } from './protocol.ts';
import type { LoadedSite } from './site.ts';

/** What is wrong with the files of a site, as diagnostics by URI. */
export function siteDiagnostics(
  { site, texts }: LoadedSite,
  language: Language,
  encoding: PositionEncodingKind,
): Map<string, Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  for (const problem of [...site.problems, ...unknownNames(site, language.rules), ...language.problems]) {
    const own = found.get(problem.file) ?? [];
    own.push(toDiagnostic(problem, texts.get(problem.file) ?? '', encoding));
    found.set(problem.file, own);
  }
  return found;
}

const toDiagnostic = ({ line, message }: Problem, text: string, encoding: PositionEncodingKind): Diagnostic => ({
  range: rangeOfLine(text, line, encoding),
  severity: DiagnosticSeverity.Warning,
  source: 'emh',
  message,
});

/** The words of a line, which counts from 1; the first where it is not known. */
function rangeOfLine(text: string, line: number, encoding: PositionEncodingKind): Range {
  const at = Math.max(line, 1) - 1;
  const words = text.split(/\r\n|\r|\n/)[at] ?? '';
  const end = words.trimEnd().length;
  const start = Math.min(words.length - words.trimStart().length, end);
  const character = (offset: number): number => unitsBetween(words, 0, offset, encoding);
  return { start: { line: at, character: character(start) }, end: { line: at, character: character(end) } };
}
