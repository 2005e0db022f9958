import type { TextEdit } from 'vscode-languageserver';
import type { TextEdit as Edit } from '../../language/text/edit.ts';
import type { PlacedText } from '../document-part.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';

/** Formatting of a report, of lines of it, and at a line break typed in an impression. */
export function formatting(session: Session): void {
  const { connection } = session;
  const none: TextEdit[] = [];
  connection.onDocumentFormatting(
    run(session, 'formatting', none, ({ language, snapshot, document }) => toEdits(document, language.format(snapshot))),
  );
  connection.onDocumentRangeFormatting(
    run(session, 'formatting', none, ({ language, snapshot, document }, { range }) =>
      toEdits(document, language.format(snapshot, document.spanOf(range))),
    ),
  );
  connection.onDocumentOnTypeFormatting(
    run(session, 'formatting', none, ({ language, snapshot, document }, { position }) =>
      toEdits(document, language.formatLineBreak(snapshot, document.offsetAt(position))),
    ),
  );
}

const toEdits = (document: PlacedText, edits: readonly Edit[]): TextEdit[] =>
  edits.map(({ range, text }) => ({ range: document.rangeOf(range), newText: text }));
