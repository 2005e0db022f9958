import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions } from '../common/options.ts';
import { start } from '../common/start.ts';

let client: LanguageClient | undefined;
let worker: Worker | undefined;

/** The server runs in a worker of its own; each start makes a new one. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/browser/server.js').toString(true);
  const startWorker = async (): Promise<Worker> => {
    worker?.terminate();
    worker = new Worker(script);
    return worker;
  };
  client = new LanguageClient('emh', 'EMH Report', startWorker, clientOptions());
  return start(context, client);
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
  worker?.terminate();
}
