import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { registerCommands } from './commands.ts';
import { showStatus } from './status.ts';

/** Starts a client and what goes with it. Resolves when the server answers, or when it is known that it will not. */
export async function start(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  context.subscriptions.push(registerCommands(client), showStatus(client));
  // The client has told the reader why it could not start; the status keeps saying so, and offers another try.
  await client.start().catch(() => undefined);
}
