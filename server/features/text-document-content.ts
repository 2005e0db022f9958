import type { Session } from '../session.ts';
import { LEXICON_SCHEME, lexiconText } from './lexicon-page.ts';
import { RULE_SCHEME, ruleFileText } from './rule-page.ts';
import { TEMPLATE_SCHEME, templateFileText } from './template-page.ts';

export const SCHEMES: readonly string[] = [LEXICON_SCHEME, RULE_SCHEME, TEMPLATE_SCHEME];

/** Pages that are no files: entries, rules and templates that ship with the project, to be read. */
export function textDocumentContent(session: Session): void {
  session.connection.workspace.textDocumentContent.on(async ({ uri }) => ({
    text: uri.startsWith(`${RULE_SCHEME}:`)
      ? ruleFileText(uri)
      : uri.startsWith(`${TEMPLATE_SCHEME}:`)
        ? templateFileText(uri)
        : await lexiconText(session, uri),
  }));
}
