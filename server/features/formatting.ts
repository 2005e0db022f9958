import type { TextEdit } from 'vscode-languageserver';
import type { TextEdit as Edit } from '../../language/text/edit.ts';
import { holdsTemplate } from '../document-kind.ts';
import type { PlacedText } from '../document-part.ts';
import { run } from '../run.ts';
import type { Opened, Session } from '../session.ts';

/** Formatting of a report, of lines of it, and at a line break typed in an impression. A template is laid out as its author wants the reports. */
export function formatting(session: Session): void {
  const { connection } = session;
  const none: TextEdit[] = [];
  connection.onDocumentFormatting(
    run(session, 'formatting', none, (opened) => editsIn(opened, ({ language, snapshot }) => language.format(snapshot))),
  );
  connection.onDocumentRangeFormatting(
    run(session, 'formatting', none, (opened, { range }) =>
      editsIn(opened, ({ language, snapshot, document }) => language.format(snapshot, document.spanOf(range))),
    ),
  );
  connection.onDocumentOnTypeFormatting(
    run(session, 'formatting', none, (opened, { position }) =>
      editsIn(opened, ({ language, snapshot, document }) => language.formatLineBreak(snapshot, document.offsetAt(position))),
    ),
  );
}

const editsIn = (opened: Opened, make: (opened: Opened) => readonly Edit[]): TextEdit[] =>
  holdsTemplate(opened.document) ? [] : toEdits(opened.document, make(opened));

const toEdits = (document: PlacedText, edits: readonly Edit[]): TextEdit[] =>
  edits.map(({ range, text }) => ({ range: document.rangeOf(range), newText: text }));
