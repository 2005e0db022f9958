import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PREVIEW, type PreviewAnswer, type PreviewParams } from '../../../server/preview.ts';
import { type PanelKind, rangeOf } from './live-panel.ts';

export const previewPanel = (client: BaseLanguageClient): PanelKind => ({
  type: 'emh.preview',
  title: l10n.t('Report Preview'),
  scrolls: true,
  view: async (document) => {
    const answer = await ask(client, document, {});
    return {
      message: answer === null ? null : { kind: 'preview', uri: document.uri.toString(), html: answer.html, style: answer.style },
      cursorAt: (offset) => ({ kind: 'cursor', findings: [], levels: [], offset }),
      placeOf: (chosen) => (chosen.kind === 'words' ? rangeOf(document, chosen.start, chosen.end) : null),
    };
  },
});

async function ask(client: BaseLanguageClient, document: TextDocument, more: Pick<PreviewParams, 'title'>): Promise<PreviewAnswer | null> {
  await client.start();
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  return client.sendRequest<PreviewAnswer | null>(PREVIEW, { textDocument, ...more });
}

/** Saves a report as a page that a browser prints, also to PDF. A person chooses where, if no file is given. Resolves with what was done, for a person. */
export async function savePreview(client: BaseLanguageClient, uri: Uri | null, file?: unknown): Promise<string> {
  if (uri === null) return l10n.t('EMH Report: open a report to save it.');
  const document = await workspace.openTextDocument(uri);
  const name =
    uri.path
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, '') || 'report';
  const target =
    file instanceof Uri
      ? file
      : await window.showSaveDialog({ defaultUri: Uri.joinPath(uri, `../${name}.html`), filters: { HTML: ['html'] } });
  if (target === undefined) return l10n.t('EMH Report: nothing was saved.');
  const answer = await ask(client, document, { title: name });
  if (answer === null) return l10n.t('EMH Report: there is no report to save.');
  await workspace.fs.writeFile(target, new TextEncoder().encode(answer.html));
  return l10n.t('EMH Report: saved {0}. A browser prints it.', target.path.split('/').at(-1) ?? '');
}
