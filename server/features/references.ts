import type { Location, ReferenceParams } from 'vscode-languageserver';
import { ignoredRuleAt, ignoredRules } from '../../language/assist/ignored-rules.ts';
import { statedAt, supportOf, wordsOf } from '../../language/assist/impression-ties.ts';
import { nameAt, sameNames } from '../../language/authoring/template/names.ts';
import { variableAt } from '../../language/authoring/variables.ts';
import { termReferences } from '../lexicon-files/references.ts';
import { openedLexicon, run } from '../run.ts';
import type { Session } from '../session.ts';

/** The words of the impression that rest on a finding, the comments that silence a rule; in a rule file the places of a variable, in a template those of a field, in a lexicon file those of a term in all files. */
export function references(session: Session): void {
  const inDocument = run(
    session,
    'references',
    [] as Location[],
    ({ snapshot, document }, { position, context }: ReferenceParams) => {
      const offset = document.offsetAt(position);
      const template = session.openedTemplate(document.uri)?.template;
      const place = template && nameAt(template, offset);
      if (template !== undefined && place !== undefined)
        return sameNames(template, place)
          .filter(({ isDefinition }) => context.includeDeclaration || !isDefinition)
          .map(({ range }) => ({ uri: document.uri, range: document.rangeOf(range) }));
      const ignored = ignoredRuleAt(document.text, offset);
      if (ignored !== null)
        return ignoredRules(document.text)
          .filter(({ rule }) => rule === ignored.rule)
          .map(({ range }) => ({ uri: document.uri, range: document.rangeOf(range) }));
      const stated = statedAt(snapshot, offset);
      const support = context.includeDeclaration ? supportOf(snapshot, stated) : [];
      return [...support, ...stated].map((finding) => ({ uri: document.uri, range: document.rangeOf(wordsOf(finding)) }));
    },
    ({ reading, document }, { position, context }) =>
      variableAt(reading, document.offsetAt(position))
        .filter(({ binds }) => context.includeDeclaration || !binds)
        .map(({ range }) => ({ uri: document.uri, range: document.rangeOf(range) })),
  );
  session.connection.onReferences(async (params, token) => {
    const lexicon = await openedLexicon(session, params.textDocument.uri);
    return lexicon === undefined ? inDocument(params, token) : termReferences(session, lexicon, params, token);
  });
}
