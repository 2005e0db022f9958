import { commands, type ExtensionContext, env, l10n, UIKind, Uri, window, workspace } from 'vscode';

/** Sample reports that ship with the extension; each has a flawed twin. A list, for in a browser the folder of an extension cannot be listed. */
export const SAMPLES: readonly string[] = [
  'case-1-mri-spine',
  'case-1-ct-thorax',
  'case-2-mri-spine',
  'case-2-ct-thorax',
  'case-3-ct-abdomen',
  'case-3-ultrasound-abdomen',
].flatMap((name) => [`${name}.emh`, `${name}.flawed.emh`]);

/** What is opened first: a report with mistakes to look at. */
const FIRST = 'case-1-mri-spine.flawed.emh';
const ITS_TWIN = 'case-1-mri-spine.emh';
/** In the place of a folder: to look at a sample without one. */
const UNSAVED = 'unsaved';

/**
 * Copies the sample reports into a folder, chosen by the person or given by its URI; what is there already is left alone. In a browser, which may have no
 * folders, opens one of them and its flawed twin unsaved. Resolves with what was done, for a person.
 */
export async function openSamples({ extensionUri }: ExtensionContext, folder?: unknown): Promise<string> {
  const source = Uri.joinPath(extensionUri, 'examples');
  if (folder instanceof Uri) return copySamples(source, folder);
  if (folder === UNSAVED || (env.uiKind === UIKind.Web && env.remoteName === undefined)) return openUnsaved(source);
  const [chosen] = (await window.showOpenDialog({
    title: l10n.t('Where shall the sample reports go?'),
    openLabel: l10n.t('Copy Here'),
    canSelectFiles: false,
    canSelectFolders: true,
  })) ?? [undefined];
  return chosen === undefined ? l10n.t('EMH Report: no folder was chosen.') : copySamples(source, chosen);
}

async function copySamples(source: Uri, folder: Uri): Promise<string> {
  let copied = 0;
  for (const name of SAMPLES) {
    const target = Uri.joinPath(folder, name);
    if (await exists(target)) continue;
    await workspace.fs.writeFile(target, await workspace.fs.readFile(Uri.joinPath(source, name)));
    copied++;
  }
  await window.showTextDocument(Uri.joinPath(folder, FIRST));
  if (workspace.getWorkspaceFolder(folder) === undefined) void offerFolder(folder);
  return l10n.t('EMH Report: {0} sample reports copied.', copied);
}

async function offerFolder(folder: Uri): Promise<void> {
  const open = l10n.t('Open Folder');
  const taken = await window.showInformationMessage(l10n.t('EMH Report: the sample reports are in {0}.', folder.fsPath), open);
  if (taken === open) await commands.executeCommand('vscode.openFolder', folder);
}

async function openUnsaved(source: Uri): Promise<string> {
  for (const name of [ITS_TWIN, FIRST]) {
    const content = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(source, name)));
    await window.showTextDocument(await workspace.openTextDocument({ language: 'emh', content }), { preview: false });
  }
  return l10n.t('EMH Report: a sample report and its flawed twin are open, unsaved.');
}

const exists = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
