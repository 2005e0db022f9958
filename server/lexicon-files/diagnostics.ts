import type { Diagnostic } from 'vscode-languageserver';
import { checkLexicon } from '../../language/authoring/vocabulary/check.ts';
import type { Diagnostic as Found } from '../../language/text/diagnostic.ts';
import { DiagnosticSeverity, DiagnosticTag } from '../protocol.ts';
import type { OpenedLexicon } from '../session.ts';
import { SEVERITY } from '../severity.ts';

/** Words that do nothing: shown faded, where the client does that. */
const FADED: ReadonlySet<string> = new Set(['lexicon-unused', 'lexicon-shadowed', 'lexicon-redundant']);

/** Made once for a version. */
const made = new WeakMap<OpenedLexicon, readonly Found[]>();

/** What is wrong with a lexicon file, as it is being written. */
export function lexiconFindings(opened: OpenedLexicon): readonly Found[] {
  const before = made.get(opened);
  if (before !== undefined) return before;
  const found = checkLexicon(opened.vocabulary);
  made.set(opened, found);
  return found;
}

export const lexiconDiagnostics = (opened: OpenedLexicon): Diagnostic[] =>
  lexiconFindings(opened).map((found) => toLexiconDiagnostic(found, opened));

/** What is only faded is no more than a hint: it is on the list of problems of nobody. */
export function toLexiconDiagnostic({ rule, severity, message, range }: Found, { document }: OpenedLexicon): Diagnostic {
  const isFaded = FADED.has(rule);
  return {
    range: document.rangeOf(range),
    severity: isFaded ? DiagnosticSeverity.Hint : SEVERITY[severity],
    code: rule,
    source: 'emh',
    message,
    ...(isFaded ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}
