import { commands, type Diagnostic, languages, type TextDocument, Uri, window, workspace } from 'vscode';
import { ok } from './expect.ts';
import { when } from './when.ts';

/** Address of a file of the examples; each run has a copy of its own as its workspace. */
export function exampleUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  ok(folder, 'no workspace is open');
  return Uri.joinPath(folder.uri, name);
}

/** Opens an example in the editor. */
export async function openExample(name: string): Promise<TextDocument> {
  return (await window.showTextDocument(await workspace.openTextDocument(exampleUri(name)))).document;
}

/** Opens a report that was never saved. */
export async function openText(content: string, language = 'emh'): Promise<TextDocument> {
  return (await window.showTextDocument(await workspace.openTextDocument({ language, content }))).document;
}

/** Closes what a test opened, without saving. */
export async function closeAll(): Promise<void> {
  while (window.activeTextEditor !== undefined) await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** The rule of a diagnostic. */
export const ruleOf = ({ code }: Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** Waits until a report's diagnostics are as wanted. */
export const diagnosed = (document: TextDocument, wanted: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> =>
  when(languages.onDidChangeDiagnostics, () => {
    const found = languages.getDiagnostics(document.uri);
    return wanted(found) ? found : undefined;
  });

/** Waits for a diagnostic of a rule. */
export async function diagnosticOf(document: TextDocument, rule: string): Promise<Diagnostic> {
  const found = await diagnosed(document, (all) => all.some((each) => ruleOf(each) === rule));
  return found.find((each) => ruleOf(each) === rule) as Diagnostic;
}

/** Waits until no diagnostic of a rule is left. */
export const withoutDiagnosticOf = (document: TextDocument, rule: string): Promise<unknown> =>
  diagnosed(document, (all) => !all.some((each) => ruleOf(each) === rule));
