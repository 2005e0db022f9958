import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { registerCommands } from './commands.ts';
import { showStatus } from './status.ts';

/** What the extension gives to other extensions and to its tests. */
export interface Started {
  readonly client: BaseLanguageClient;
}

/** Starts a client and all that goes with it. Resolves when the server answers; rejects where it cannot be started. */
export async function start(context: ExtensionContext, client: BaseLanguageClient): Promise<Started> {
  context.subscriptions.push(registerCommands(client), showStatus(client), client);
  await client.start();
  return { client };
}
