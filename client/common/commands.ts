import { commands, Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { syncImpression } from './sync-impression.ts';

/** How long a passing message stays in the status bar, in milliseconds. */
const PASSING_MS = 4000;

/** Registers the extension's commands, until disposed of. */
export function registerCommands(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand('emh.syncImpression', async () => say(await syncImpression(client))),
    commands.registerCommand('emh.restartServer', async () => say(await restart(client))),
    commands.registerCommand('emh.showOutput', () => client.outputChannel.show()),
  );
}

const say = (message: string): unknown => window.setStatusBarMessage(message, PASSING_MS);

async function restart(client: BaseLanguageClient): Promise<string> {
  if (client.isRunning()) await client.stop();
  await client.start();
  return 'EMH Report: restarted.';
}
