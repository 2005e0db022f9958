import type { Diagnostic } from 'vscode-languageserver';
import { problemsOf } from '../../language/authoring/problems.ts';
import { DiagnosticSeverity } from '../protocol.ts';
import type { OpenedRules } from '../session.ts';

/** What is wrong with a rule file and its examples, as it is being written. */
export const ruleDiagnostics = ({ reading, document }: OpenedRules): Diagnostic[] =>
  problemsOf(reading).map(({ severity, message, range, kind }) => ({
    range: document.rangeOf(range),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: kind === 'example' ? 'example' : 'rule',
    source: 'emh',
    message,
  }));
