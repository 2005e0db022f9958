import { type InlayHint, InlayHintKind, type InlayHintParams } from 'vscode-languageserver';
import { supportHints } from '../../language/assist/impression-state.ts';
import { overlaps } from '../../language/text/span.ts';
import { run } from '../run.ts';
import type { Opened, Session } from '../session.ts';

/** Behind each finding of the impression the finding that it rests on, where settings ask for that. */
export function inlayHints(session: Session): void {
  session.connection.languages.inlayHint.on(
    run(session, 'hints', [] as InlayHint[], (opened, params: InlayHintParams) =>
      session.hints.supportingFindings ? hintsIn(opened, params) : [],
    ),
  );
}

function hintsIn({ snapshot, document, language }: Opened, { range }: InlayHintParams): InlayHint[] {
  const span = document.spanOf(range);
  return supportHints(snapshot, language.lexicon)
    .filter(({ offset }) => overlaps({ start: offset, end: offset + 1 }, { start: span.start, end: span.end + 1 }))
    .map(({ offset, words, of }) => ({
      position: document.positionAt(offset),
      label: [{ value: `← ${words}`, location: { uri: document.uri, range: document.rangeOf(of) } }],
      kind: InlayHintKind.Type,
      paddingLeft: true,
    }));
}
