import { Disposable, languages, type TextDocument, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { holdsRules, isReport } from './report.ts';

/** How long typing must rest, in milliseconds. */
const REST_MS = 250;

/**
 * Calls back soon after the active document, its text or what is found in it has changed, and when the server has come or gone; with
 * null where that document is nothing that the server reads. A panel beside it does not take its place.
 */
export function followReport(client: BaseLanguageClient, changed: (document: TextDocument | null) => void): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: TextDocument | undefined;
  const tell = (): void => {
    const isStillSeen = window.visibleTextEditors.some(({ document }) => document === last);
    last = window.activeTextEditor?.document ?? (isStillSeen ? last : undefined);
    changed(last !== undefined && (isReport(last) || holdsRules(last)) ? last : null);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, REST_MS);
  };
  tell();
  return Disposable.from(
    new Disposable(() => clearTimeout(timer)),
    client.onDidChangeState(soon),
    window.onDidChangeActiveTextEditor(soon),
    workspace.onDidOpenTextDocument(soon),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === last) soon();
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === last?.uri.toString())) soon();
    }),
  );
}
