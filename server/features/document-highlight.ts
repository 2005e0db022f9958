import type { DocumentHighlight, DocumentHighlightParams, Position } from 'vscode-languageserver';
import { highlightsAt } from '../../language/assist/highlights.ts';
import { nameAt, sameNames } from '../../language/authoring/template/names.ts';
import { variableAt } from '../../language/authoring/variables.ts';
import { idPlaces, namedAt } from '../../language/authoring/vocabulary/named.ts';
import type { PlacedText } from '../document-part.ts';
import { DocumentHighlightKind } from '../protocol.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';

export function documentHighlight(session: Session): void {
  session.connection.onDocumentHighlight(
    run(
      session,
      'highlights',
      [] as DocumentHighlight[],
      ({ snapshot, document }, { position }: DocumentHighlightParams) =>
        inTemplate(session, document, position) ??
        highlightsAt(snapshot, document.offsetAt(position)).map((range) => ({
          range: document.rangeOf(range),
          kind: DocumentHighlightKind.Text,
        })),
      ({ reading, document }, { position }) =>
        variableAt(reading, document.offsetAt(position)).map(({ range, binds }) => ({
          range: document.rangeOf(range),
          kind: binds ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })),
      ({ vocabulary, document }, { position }) => {
        const named = namedAt(vocabulary, document.offsetAt(position));
        if (named === null || named.is === 'key') return [];
        return idPlaces(vocabulary.pack, named.is === 'reference' ? named.term : named.entry).map(({ range, isEntry }) => ({
          range: document.rangeOf(range),
          kind: isEntry ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        }));
      },
    ),
  );
}

/** The places of a template's name; null where none is there. */
function inTemplate(session: Session, document: PlacedText, position: Position): DocumentHighlight[] | null {
  const template = session.openedTemplate(document.uri)?.template;
  const place = template && nameAt(template, document.offsetAt(position));
  if (template === undefined || place === undefined) return null;
  return sameNames(template, place).map(({ range, isDefinition }) => ({
    range: document.rangeOf(range),
    kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
