import { impressionStates } from '../../language/assist/impression-state.ts';
import type { Language } from '../../language/language.ts';
import { ListsOfReports } from '../kept-lists.ts';
import { LANGUAGE_STATE, type LanguageState, type LanguageStateParams } from '../language-state.ts';
import { run } from '../run.ts';
import type { Opened, Session } from '../session.ts';

/** With what a document is read: packs, checks, what a site adds; null where it is not open. */
export function languageState(session: Session): void {
  const lists = new ListsOfReports(stepsOf);
  session.documents.onDidClose(({ document }) => lists.forget(document.uri));
  session.connection.onRequest(
    LANGUAGE_STATE,
    run(
      session,
      'language state',
      null as LanguageState | null,
      async (opened, _: LanguageStateParams) =>
        stateOf(session, opened, isInStep((await lists.inTurns(session, opened, opened.snapshots)).flat())),
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

/** Whether each impression of a report is in step; that of a report without one is not, where it needs one. */
function stepsOf({ snapshot, language }: Opened): boolean[] {
  const isComplete = snapshot.syncEdits.length === 0;
  const states = impressionStates(snapshot, language.lexicon);
  if (states.length === 0) return isComplete ? [] : [false];
  return states.map(({ unsettled, unsupported }) => isComplete && unsettled + unsupported === 0);
}

/** Null where there is no impression, and none is needed. */
const isInStep = (steps: readonly boolean[]): boolean | null => (steps.length === 0 ? null : steps.every((step) => step));
