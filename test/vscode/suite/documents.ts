import {
  commands,
  type Diagnostic,
  type Extension,
  extensions,
  languages,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { Api } from '../../../client/common/start.ts';
import { archived } from './archive.ts';
import { ok } from './expect.ts';
import { when } from './when.ts';

/** Address of a file of the examples; each run has a copy of its own as its workspace. */
export function exampleUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  ok(folder, 'no workspace is open');
  return Uri.joinPath(folder.uri, name);
}

/** Opens a file of the examples; resolves when the language server runs. For one test alone: an address that is closed and opened again may bring back what it was. */
export const openFile = async (name: string): Promise<TextDocument> => show(await workspace.openTextDocument(exampleUri(name)));

/** Opens a copy of an example. */
export const openExample = async (name: string): Promise<TextDocument> => openText(await textOf(exampleUri(name)), name);

export const textOf = async (uri: Uri): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(uri));

/** Opens a text that lies on no disk, each at an address of its own; resolves when the language server runs. */
export const openText = async (text: string, name = 'report.emh'): Promise<TextDocument> =>
  show(await workspace.openTextDocument(archived(text, name)));

export async function show(document: TextDocument): Promise<TextDocument> {
  await window.showTextDocument(document);
  const { ready } = await api();
  await ready;
  return document;
}

/** The extension under test. */
export function extension(): Extension<unknown> {
  const found = extensions.getExtension('emh-report.emh-report');
  ok(found, 'the extension is not installed');
  return found;
}

/** What the extension gives to others. */
export const api = async (): Promise<Api> => (await extension().activate()) as Api;

/** Closes what a test opened, without saving. */
export async function closeAll(): Promise<void> {
  while (window.activeTextEditor !== undefined) await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** The rule of a diagnostic. */
export const ruleOf = ({ code }: Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** Waits until a report's diagnostics are as wanted; `what` says how that is. */
export const diagnosed = (
  document: TextDocument,
  what: string,
  wanted: (found: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> =>
  when(
    languages.onDidChangeDiagnostics,
    () => {
      const found = languages.getDiagnostics(document.uri);
      return wanted(found) ? found : undefined;
    },
    () => `${what} in ${document.uri}; it has ${languages.getDiagnostics(document.uri).map(ruleOf).join(', ') || 'none'}`,
  );

/** Waits for a diagnostic of a rule. */
export async function diagnosticOf(document: TextDocument, rule: string): Promise<Diagnostic> {
  const found = await diagnosed(document, rule, (all) => all.some((each) => ruleOf(each) === rule));
  return found.find((each) => ruleOf(each) === rule) as Diagnostic;
}

/** Changes some words of a report. */
export async function replace(document: TextDocument, words: string, by: string): Promise<void> {
  const at = document.getText().lastIndexOf(words);
  ok(at >= 0, `"${words}" is not in the report`);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(at), document.positionAt(at + words.length)), by);
  await workspace.applyEdit(edit);
}

/** Waits until no diagnostic of a rule is left. */
export const withoutDiagnosticOf = (document: TextDocument, rule: string): Promise<unknown> =>
  diagnosed(document, `no ${rule}`, (all) => !all.some((each) => ruleOf(each) === rule));
