import { PassThrough } from 'node:stream';
import * as server from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceFolder,
} from 'vscode-languageserver-protocol/node';
import type { Environment } from '../../server/environment.ts';
import { startServer } from '../../server/startServer.ts';
import { toy } from './toy.ts';

export const URI = 'file:///report.emh';

/** Capabilities like VS Code's. */
export const PULLING: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { dataSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { completionItem: { insertReplaceSupport: true } },
  },
  workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
};

/** A client of a server that runs in the same process, over two streams. */
export class TestClient {
  readonly connection: ProtocolConnection;
  /** Diagnostics that were pushed, in order. */
  readonly pushed: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  #version = 1;

  constructor(connection: ProtocolConnection) {
    this.connection = connection;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => void this.pushed.push(params));
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => void this.logged.push(message));
    connection.listen();
  }

  initialize(
    capabilities: ClientCapabilities,
    initializationOptions?: unknown,
    workspaceFolders: WorkspaceFolder[] | null = null,
    rootUri: string | null = null,
  ): Promise<InitializeResult> {
    return this.connection.sendRequest('initialize', {
      processId: null,
      rootUri,
      workspaceFolders,
      capabilities,
      initializationOptions,
    });
  }

  async open(text: string, languageId = 'emh', uri = URI): Promise<void> {
    this.#version = 1;
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces a stretch, given by lines and characters. */
  async change(start: readonly [number, number], end: readonly [number, number], text: string): Promise<void> {
    const range = { start: { line: start[0], character: start[1] }, end: { line: end[0], character: end[1] } };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: ++this.#version },
      contentChanges: [{ range, text }],
    });
  }

  request<T>(method: string, params: object = {}): Promise<T> {
    return this.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri: URI }, ...params });
  }

  at<T>(method: string, line: number, character: number, more: object = {}): Promise<T> {
    return this.request(method, { position: { line, character }, ...more });
  }

  async nextPush(): Promise<PublishDiagnosticsParams> {
    const count = this.pushed.length;
    while (this.pushed.length === count) await new Promise((resolve) => setTimeout(resolve, 1));
    return this.pushed.at(-1) as PublishDiagnosticsParams;
  }

  shutdown(): Promise<void> {
    return this.connection.sendRequest('shutdown');
  }
}

/** Starts a server and a client that is connected to it, and makes them known to each other. */
export async function connected(
  capabilities: ClientCapabilities,
  {
    environment = toy,
    options,
    folders,
    rootUri = null,
  }: { environment?: Environment; options?: unknown; folders?: WorkspaceFolder[]; rootUri?: string | null } = {},
): Promise<TestClient> {
  const up = new PassThrough();
  const down = new PassThrough();
  startServer(
    server.createConnection(server.ProposedFeatures.all, new server.StreamMessageReader(up), new server.StreamMessageWriter(down)),
    environment,
  );
  const client = new TestClient(createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up)));
  await client.initialize(capabilities, options, folders, rootUri);
  await client.connection.sendNotification('initialized', {});
  return client;
}
