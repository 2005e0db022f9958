import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { clientOptions } from '../common/options.ts';
import { type Api, start } from '../common/start.ts';
import { sendSiteFiles } from './site-files.ts';

let client: LanguageClient | undefined;
let worker: Worker | undefined;

/** The server runs in a worker of its own; each start makes a new one. */
export function activate(context: ExtensionContext): Api {
  const script = Uri.joinPath(context.extensionUri, 'dist/browser/server.js').toString(true);
  // Not the worker itself: the client knows one by its class, and VS Code puts a class of its own in the place of that.
  const connect = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  client = new LanguageClient('emh', 'EMH Report', connect, clientOptions());
  context.subscriptions.push(sendSiteFiles(client));
  return start(context, client);
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
  worker?.terminate();
}
