import { impressionStates } from '../../language/assist/impression-state.ts';
import type { Language } from '../../language/language.ts';
import { LANGUAGE_STATE, type LanguageState, type LanguageStateParams } from '../language-state.ts';
import { run } from '../run.ts';
import type { Opened, Session } from '../session.ts';

/** With what a document is read: packs, checks, what a site adds; null where it is not open. */
export function languageState(session: Session): void {
  session.connection.onRequest(
    LANGUAGE_STATE,
    run(
      session,
      'language state',
      null as LanguageState | null,
      (opened, _: LanguageStateParams) => stateOf(session, opened, isInStep(opened.reports)),
      (opened) => stateOf(session, opened, null),
    ),
  );
}

function stateOf(
  session: Session,
  { document, language }: { readonly document: { readonly uri: string }; readonly language: Language },
  inStep: boolean | null,
): LanguageState {
  const off = new Set(language.off);
  const site = session.sites.at(session.folderOf(document.uri))?.site ?? null;
  return {
    terms: language.lexicon.terms.length,
    rules: language.rules.filter(({ id }) => !off.has(id)).length,
    off: language.off,
    site: site && { packs: site.packs.length, ruleFiles: site.rules.length },
    problems: language.problems.length,
    isInStep: inStep,
  };
}

function isInStep(reports: readonly Opened[]): boolean | null {
  const states = reports.flatMap(({ snapshot, language }) => impressionStates(snapshot, language.lexicon));
  const isComplete = reports.every(({ snapshot }) => snapshot.syncEdits.length === 0);
  if (states.length === 0 && isComplete) return null;
  return isComplete && states.every(({ unsettled, unsupported }) => unsettled + unsupported === 0);
}
