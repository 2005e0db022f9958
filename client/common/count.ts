import { type Diagnostic, DiagnosticSeverity, LanguageStatusSeverity, l10n } from 'vscode';

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
  return { text: parts.join(', ') || l10n.t('No errors or warnings'), severity: severityOf(errors, warnings) };
}

function counted(number: number, of: 'error' | 'warning'): string[] {
  if (number === 0) return [];
  if (of === 'error') return [number === 1 ? l10n.t('1 error') : l10n.t('{0} errors', number)];
  return [number === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', number)];
}

function severityOf(errors: number, warnings: number): LanguageStatusSeverity {
  if (errors > 0) return LanguageStatusSeverity.Error;
  return warnings > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}
