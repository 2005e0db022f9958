import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import type { Hover as Found } from '../../language/assist/hover.ts';
import type { OpenDocument } from '../document.ts';
import { run } from '../run.ts';
import type { Opened, OpenedRules, Session } from '../session.ts';

export function hover(session: Session): void {
  session.connection.onHover(run(session, 'hover', null, hoverAt, hoverInRules));
}

function hoverAt({ assist, snapshot, document }: Opened, { position }: HoverParams): Hover | null {
  const found = assist.hover(snapshot, document.offsetAt(position));
  return toHover(found, document);
}

function hoverInRules({ assist, reading, document }: OpenedRules, { position }: HoverParams): Hover | null {
  return toHover(assist.hover(reading, document.offsetAt(position)), document);
}

const toHover = (found: Found | null, document: OpenDocument): Hover | null =>
  found && { range: document.rangeOf(found.range), contents: { kind: MarkupKind.Markdown, value: found.markdown } };
