import type { DefinitionParams, Location } from 'vscode-languageserver';
import { supportAt, wordsOf } from '../../language/assist/impression-ties.ts';
import { variableAt } from '../../language/authoring/variables.ts';
import { run } from '../run.ts';
import type { OpenedRules, Session } from '../session.ts';
import { lexiconUri } from './lexicon-page.ts';

/** From words of the impression to the findings that they rest on; in a rule file from a variable to where it gets its meaning, from a term to its entry. */
export function definition(session: Session): void {
  session.connection.onDefinition(
    run(
      session,
      'definition',
      null as Location | Location[] | null,
      ({ snapshot, document }, { position }: DefinitionParams) =>
        supportAt(snapshot, document.offsetAt(position)).map((finding) => ({
          uri: document.uri,
          range: document.rangeOf(wordsOf(finding)),
        })),
      (opened, params) => ofVariable(opened, params) ?? ofTerm(session, opened, params),
    ),
  );
}

function ofVariable({ reading, document }: OpenedRules, { position }: DefinitionParams): Location | null {
  const bound = variableAt(reading, document.offsetAt(position)).find(({ binds }) => binds);
  return bound === undefined ? null : { uri: document.uri, range: document.rangeOf(bound.range) };
}

/** The entry in a site's file; for one that ships with the project a page that the client asks for, where it can. */
function ofTerm(
  { capabilities }: Session,
  { assist, reading, document, language }: OpenedRules,
  { position }: DefinitionParams,
): Location | null {
  const found = assist.termAt(reading, document.offsetAt(position));
  if (found === null) return null;
  const origin = language.lexicon.originOf(found.term);
  const line = Math.max((origin?.line ?? 1) - 1, 0);
  const range = { start: { line, character: 0 }, end: { line, character: 0 } };
  if (origin !== null) return { uri: origin.file, range };
  return capabilities.workspace?.textDocumentContent === undefined ? null : { uri: lexiconUri(found.term, document.uri), range };
}
