import type { Location, ReferenceParams } from 'vscode-languageserver';
import { variableAt } from '../../language/authoring/variables.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';

/** The places of a rule's variable. */
export function references(session: Session): void {
  session.connection.onReferences(
    run(
      session,
      'references',
      [] as Location[],
      () => [],
      ({ reading, document }, { position, context }: ReferenceParams) =>
        variableAt(reading, document.offsetAt(position))
          .filter(({ binds }) => context.includeDeclaration || !binds)
          .map(({ range }) => ({ uri: document.uri, range: document.rangeOf(range) })),
    ),
  );
}
