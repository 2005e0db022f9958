import { type CodeAction, commands, l10n, Range, type TextDocument, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isReport } from './report.ts';

/** The code action that `editor.codeActionsOnSave` names too. */
const KIND = 'source.syncImpression';

/** Brings the impression of the active report in line with its findings, as one step to undo. Resolves with what was done, for a person. */
export async function syncImpression(client: BaseLanguageClient): Promise<string> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || !isReport(document)) return l10n.t('EMH Report: open a report to sync its impression.');
  // Without a running server there is no action either, and that must not read as an impression in line.
  await client.start();
  const changed = await applySync(document);
  return changed
    ? l10n.t('EMH Report: the impression was brought in line with the findings.')
    : l10n.t('EMH Report: the impression is in line with the findings.');
}

/** False where there is nothing to change. */
async function applySync(document: TextDocument): Promise<boolean> {
  const { version } = document;
  const everything = new Range(0, 0, document.lineCount, 0);
  const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, everything, KIND);
  const edit = actions.find(({ kind }) => kind?.value === KIND)?.edit;
  if (edit === undefined) return false;
  // Typed meanwhile: the edit was made for other words.
  if (document.version !== version) return applySync(document);
  return workspace.applyEdit(edit);
}
