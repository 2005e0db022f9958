import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from '../common/options.ts';
import { type Api, start } from '../common/start.ts';

let client: LanguageClient | undefined;

/** The server runs in a process of its own. */
export function activate(context: ExtensionContext): Api {
  const module = context.asAbsolutePath('dist/node/server.cjs');
  client = new LanguageClient('emh', 'EMH Report', { module, transport: TransportKind.ipc }, clientOptions());
  return start(context, client);
}

export function deactivate(): Promise<void> | undefined {
  return client?.dispose();
}
