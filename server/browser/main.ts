import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { shipped } from '../shipped.ts';
import { startServer } from '../startServer.ts';

declare const self: DedicatedWorkerGlobalScope;

startServer(
  createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self)),
  shipped((callback) => setTimeout(callback, 0)),
);
