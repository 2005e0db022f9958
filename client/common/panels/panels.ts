import { commands, type Disposable, type Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { said } from '../passing.ts';
import { isReport } from '../report.ts';
import { LivePanel } from './live-panel.ts';
import { previewPanel, savePreview } from './preview.ts';
import { spineMapPanel } from './spine-map.ts';

/** The panels beside a report, as an extension's user (and its tests) can know them. */
export interface Panels {
  readonly spineMap: LivePanel;
  readonly preview: LivePanel;
}

/** Registers both panels and their commands; the list is to be disposed of at the end. */
export function registerPanels(client: BaseLanguageClient, extension: Uri): { panels: Panels; subscriptions: readonly Disposable[] } {
  const spineMap = new LivePanel(spineMapPanel(client), extension);
  const preview = new LivePanel(previewPanel(client), extension);
  const active = (): Uri | null => {
    const document = window.activeTextEditor?.document;
    return document !== undefined && isReport(document) ? document.uri : preview.uri;
  };
  const subscriptions = [
    spineMap,
    preview,
    commands.registerCommand('emh.showSpineMap', () => spineMap.show()),
    commands.registerCommand('emh.showPreview', () => preview.show()),
    commands.registerCommand('emh.savePreview', async (file?: unknown) => said(await savePreview(client, active(), file))),
  ];
  return { panels: { spineMap, preview }, subscriptions };
}
