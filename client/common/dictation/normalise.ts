import { commands, type ExtensionContext, l10n, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isReport } from '../report.ts';
import { applyChanges, askDictation } from './changes.ts';
import { warnOfLeaks } from './guard.ts';
import { counted, type LastChanges } from './last-changes.ts';

/** Makes report text of the selected dictation, or of all of the report where nothing is selected. Resolves with what was done, for a person. */
export async function normaliseDictation(context: ExtensionContext, client: BaseLanguageClient, last: LastChanges): Promise<string> {
  const editor = window.activeTextEditor;
  if (editor === undefined || !isReport(editor.document)) return l10n.t('EMH Report: open a report to normalise its dictation.');
  const { document } = editor;
  warnOfLeaks(context, document);
  await client.start();
  const selected = editor.selections.filter(({ isEmpty }) => !isEmpty);
  const wanted = await askDictation(client, document, selected.length === 0 ? [null] : selected, false);
  if (wanted?.length === 0) return l10n.t('EMH Report: nothing here reads like dictation.');
  const changes = wanted && (await applyChanges(document, wanted));
  if (changes === null) return l10n.t('EMH Report: the report changed meanwhile; nothing was done.');
  last.set(document.uri, changes);
  void offerChanges(counted(changes.length));
  return l10n.t('EMH Report: {0}.', counted(changes.length));
}

async function offerChanges(said: string): Promise<void> {
  const show = l10n.t('Show Changes');
  const taken = await window.showInformationMessage(l10n.t('EMH Report: {0}.', said), show);
  if (taken === show) await commands.executeCommand('emh.showDictationChanges');
}
