import { DocumentHighlightKind } from 'vscode-languageserver';
import { highlightsAt } from '../../language/assist/highlights.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';

export function documentHighlight(session: Session): void {
  session.connection.onDocumentHighlight(
    run(session, 'highlights', [], ({ snapshot, document }, { position }) =>
      highlightsAt(snapshot, document.offsetAt(position)).map((range) => ({
        range: document.rangeOf(range),
        kind: DocumentHighlightKind.Text,
      })),
    ),
  );
}
