import { type Diagnostic, DiagnosticSeverity, LanguageStatusSeverity } from 'vscode';

/** What a report's diagnostics come to. */
export interface Count {
  readonly text: string;
  readonly severity: LanguageStatusSeverity;
}

/** Counts errors and warnings; notes and hints do not ask for attention. Diagnostics of other extensions do not count. */
export function countOf(diagnostics: readonly Diagnostic[]): Count {
  const number = (severity: DiagnosticSeverity): number => diagnostics.filter((d) => d.source === 'emh' && d.severity === severity).length;
  const errors = number(DiagnosticSeverity.Error);
  const warnings = number(DiagnosticSeverity.Warning);
  const parts = [...counted(errors, 'error'), ...counted(warnings, 'warning')];
  return { text: parts.join(', ') || 'No errors or warnings', severity: severityOf(errors, warnings) };
}

const counted = (number: number, word: string): string[] => (number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`]);

function severityOf(errors: number, warnings: number): LanguageStatusSeverity {
  if (errors > 0) return LanguageStatusSeverity.Error;
  return warnings > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}
