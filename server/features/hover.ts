import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { run } from '../run.ts';
import type { Opened, Session } from '../session.ts';

export function hover(session: Session): void {
  session.connection.onHover(run(session, 'hover', null, hoverAt));
}

function hoverAt({ assist, snapshot, document }: Opened, { position }: HoverParams): Hover | null {
  const found = assist.hover(snapshot, document.offsetAt(position));
  return found && { range: document.rangeOf(found.range), contents: { kind: MarkupKind.Markdown, value: found.markdown } };
}
