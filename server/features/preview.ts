import { previewOf, previewPage } from '../../language/preview/preview.ts';
import { PREVIEW_STYLE } from '../../language/preview/style.ts';
import { PREVIEW, type PreviewAnswer, type PreviewParams } from '../preview.ts';
import { run } from '../run.ts';
import type { Opened, Session } from '../session.ts';

/** Null for what is no report. */
export function previews(session: Session): void {
  session.connection.onRequest(PREVIEW, run<PreviewAnswer | null, PreviewParams>(session, 'preview', null, previewNow));
}

const previewNow = ({ document, snapshot }: Opened, { title }: PreviewParams): PreviewAnswer => ({
  version: document.version,
  html: title === undefined ? previewOf(snapshot) : previewPage(snapshot, title),
  style: PREVIEW_STYLE,
});
