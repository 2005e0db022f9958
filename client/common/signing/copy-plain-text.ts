import { commands, env, l10n, type QuickPickItem, type TextDocument, ThemeIcon, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PLAIN_TEXT, type PlainText } from '../../../server/before-signing.ts';
import { isReport } from '../report.ts';
import { askOpen, countOpen, type Open } from './open.ts';

/** Copies the active report as it goes out: without comments, byte for byte as it stands otherwise. Where something is open, it asks first. Resolves with what was done, for a person. */
export async function copyPlainText(client: BaseLanguageClient): Promise<string> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || !isReport(document)) return l10n.t('EMH Report: open a report to copy it.');
  const open = await askOpen(client, document);
  if (open.length > 0 && !(await isToBeCopied(open))) return l10n.t('EMH Report: nothing was copied.');
  await env.clipboard.writeText(await textOf(client, document));
  return open.length === 0 ? l10n.t('EMH Report: copied.') : l10n.t('EMH Report: copied, although this is open: {0}.', countOpen(open));
}

async function textOf(client: BaseLanguageClient, document: TextDocument): Promise<string> {
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  const { version, text } = await client.sendRequest<PlainText>(PLAIN_TEXT, { textDocument });
  if (version < 0) throw new Error(l10n.t('The report could not be read.'));
  return text;
}

/** The safe answer comes first. */
async function isToBeCopied(open: readonly Open[]): Promise<boolean> {
  const show: QuickPickItem = { label: l10n.t('Show what is open'), detail: countOpen(open), iconPath: new ThemeIcon('checklist') };
  const copy: QuickPickItem = { label: l10n.t('Copy anyway'), iconPath: new ThemeIcon('copy') };
  const taken = await window.showQuickPick([show, copy], {
    title: l10n.t('Not ready to be signed'),
    placeHolder: countOpen(open),
  });
  if (taken === show) void commands.executeCommand('emh.beforeSigning');
  return taken === copy;
}
