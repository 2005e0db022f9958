import type { Hover, HoverParams } from 'vscode-languageserver';
import type { Hover as Found } from '../../language/assist/hover.ts';
import { hoverTemplate } from '../../language/authoring/template/hover.ts';
import { hoverLexicon } from '../../language/authoring/vocabulary/hover.ts';
import type { PlacedText } from '../document-part.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';
import { page } from './page.ts';

export function hover(session: Session): void {
  const toHover = (found: Found | null, document: PlacedText): Hover | null =>
    found && {
      range: document.rangeOf(found.range),
      contents: page(found.markdown, session.capabilities.textDocument?.hover?.contentFormat),
    };
  session.connection.onHover(
    run(
      session,
      'hover',
      null,
      ({ assist, snapshot, document, language }, { position }: HoverParams) => {
        const offset = document.offsetAt(position);
        const opened = session.openedTemplate(document.uri);
        const own = opened === undefined ? null : hoverTemplate(opened.template, offset, language.templates.get);
        return toHover(own ?? assist.hover(snapshot, offset), document);
      },
      ({ assist, reading, document }, { position }) => toHover(assist.hover(reading, document.offsetAt(position)), document),
      ({ vocabulary, document }, { position }) => toHover(hoverLexicon(vocabulary, document.offsetAt(position)), document),
    ),
  );
}
