import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { AbstractMessageReader, AbstractMessageWriter, type DataCallback, type Message } from 'vscode-languageserver-protocol';
import { createProtocolConnection } from 'vscode-languageserver-protocol/node';
import { BUNDLES, buildBundles } from '../../scripts/build.ts';
import { root } from '../../scripts/root.ts';
import { PULLING, TestClient } from './client.ts';

const BUNDLE = 'dist/browser/server.js';
/** What a page's worker has and a thread of Node has under other names. */
const SELF = `const { parentPort } = require('node:worker_threads');
globalThis.self = { postMessage: (message) => parentPort.postMessage(message), addEventListener: () => undefined };
parentPort.on('message', (data) => self.onmessage({ data }));
delete globalThis.process;
`;

class Reader extends AbstractMessageReader {
  readonly #worker: Worker;
  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }
  listen(callback: DataCallback) {
    this.#worker.on('message', callback);
    return { dispose: () => void this.#worker.off('message', callback) };
  }
}

class Writer extends AbstractMessageWriter {
  readonly #worker: Worker;
  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }
  async write(message: Message): Promise<void> {
    this.#worker.postMessage(message);
  }
  end(): void {}
}

describe('the server in a worker', () => {
  it('answers by messages, as in a page', async function () {
    this.timeout(60_000);
    await buildBundles({ bundles: BUNDLES.filter(({ out }) => out === BUNDLE) });
    const worker = new Worker(SELF + readFileSync(join(root, BUNDLE), 'utf8'), { eval: true });
    const client = new TestClient(createProtocolConnection(new Reader(worker), new Writer(worker)));
    await client.initialize(PULLING);
    await client.connection.sendNotification('initialized', {});
    await client.open('Exam: MRI dorsal spine\n\nFINDINGS\nMass at D14.\n');
    const report = await client.request<DocumentDiagnosticReport>('diagnostic');
    assert.ok(report.kind === 'full' && report.items.some(({ code }) => code === 'level-invalid'));
    await client.shutdown();
    await worker.terminate();
  });
});
