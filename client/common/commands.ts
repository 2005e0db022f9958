import { commands, Disposable, l10n } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { passing } from './passing.ts';
import { syncImpression } from './sync-impression.ts';

/** Registers the extension's commands, until disposed of. */
export function registerCommands(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand('emh.syncImpression', async () => passing(await syncImpression(client))),
    commands.registerCommand('emh.restartServer', async () => passing(await restart(client))),
    commands.registerCommand('emh.showOutput', () => client.outputChannel.show()),
  );
}

async function restart(client: BaseLanguageClient): Promise<string> {
  if (client.isRunning()) await client.stop();
  await client.start();
  return l10n.t('EMH Report: restarted.');
}
