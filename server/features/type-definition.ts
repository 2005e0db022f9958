import type { Location, TypeDefinitionParams } from 'vscode-languageserver';
import { termsAt } from '../../language/assist/terms-at.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';
import { termLocation } from './lexicon-page.ts';

/** From words of a report or a rule to the lexicon's entry for them. */
export function typeDefinition(session: Session): void {
  session.connection.onTypeDefinition(
    run(
      session,
      'type definition',
      [] as Location[],
      ({ snapshot, document, language: { lexicon } }, { position }: TypeDefinitionParams) =>
        termsAt(snapshot, document.offsetAt(position), lexicon)
          .map((term) => termLocation(session, term, lexicon, document.uri))
          .filter((location) => location !== null),
      ({ assist, reading, document, language: { lexicon } }, { position }) => {
        const found = assist.termAt(reading, document.offsetAt(position));
        const location = found && termLocation(session, found.term, lexicon, document.uri);
        return location === null ? [] : [location];
      },
    ),
  );
}
