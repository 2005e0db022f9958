import { commands, Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { syncImpression } from './sync-impression.ts';

/** Registers the extension's commands, until disposed of. */
export function registerCommands(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand('emh.syncImpression', () => syncImpression(client)),
    commands.registerCommand('emh.restartServer', () => restart(client)),
    commands.registerCommand('emh.showOutput', () => client.outputChannel.show()),
  );
}

async function restart(client: BaseLanguageClient): Promise<void> {
  await client.restart();
  window.setStatusBarMessage('EMH Report restarted.', 4000);
}
