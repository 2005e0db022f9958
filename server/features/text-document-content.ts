import type { Session } from '../session.ts';
import { LEXICON_SCHEME, lexiconText } from './lexicon-page.ts';
import { RULE_SCHEME, ruleFileText } from './rule-page.ts';

export const SCHEMES: readonly string[] = [LEXICON_SCHEME, RULE_SCHEME];

/** Pages that are no files: entries and rules that ship with the project, to be read. */
export function textDocumentContent(session: Session): void {
  session.connection.workspace.textDocumentContent.on(async ({ uri }) => ({
    text: uri.startsWith(`${RULE_SCHEME}:`) ? ruleFileText(uri) : await lexiconText(session, uri),
  }));
}
