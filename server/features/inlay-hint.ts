import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { gradeHints, levelHints } from '../../language/assist/canonical-hints.ts';
import { type Hint, supportHints } from '../../language/assist/impression-state.ts';
import { overlaps } from '../../language/text/span.ts';
import { reportsWithin } from '../opened.ts';
import { InlayHintKind } from '../protocol.ts';
import { run } from '../run.ts';
import type { Opened, Session } from '../session.ts';

/** Where settings ask for them: behind each finding of the impression the finding that it rests on; what grades and levels were read as. */
export function inlayHints(session: Session): void {
  session.connection.languages.inlayHint.on(
    run(session, 'hints', [] as InlayHint[], (opened, params: InlayHintParams) =>
      reportsWithin(opened, opened.document.spanOf(params.range)).flatMap((report) => hintsIn(session, report, params)),
    ),
  );
}

function hintsIn({ hints }: Session, { snapshot, document, language }: Opened, { range }: InlayHintParams): InlayHint[] {
  const span = document.spanOf(range);
  const isHere = ({ offset }: Hint): boolean => overlaps({ start: offset, end: offset + 1 }, { start: span.start, end: span.end + 1 });
  const support = hints.supportingFindings ? supportHints(snapshot, language.lexicon).filter(isHere) : [];
  const canonical = [...(hints.grades ? gradeHints(snapshot) : []), ...(hints.levels ? levelHints(snapshot) : [])].filter(isHere);
  const toHint = ({ offset }: Hint, label: InlayHint['label']): InlayHint => ({
    position: document.positionAt(offset),
    label,
    kind: InlayHintKind.Type,
    paddingLeft: true,
  });
  return [
    ...support.map((hint) =>
      toHint(hint, [{ value: `← ${hint.words}`, location: { uri: document.uri, range: document.rangeOf(hint.of) } }]),
    ),
    ...canonical.map((hint) => toHint(hint, `= ${hint.words}`)),
  ];
}
