import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { root } from '../../scripts/root.ts';
import { folderWith } from '../cli/harness.ts';
import { PULLING, TestClient } from './client.ts';

const REPORT = 'Exam: MRI dorsal spine\n\nFINDINGS\nMass at D14.\n';
const start = (...words: string[]): ChildProcess =>
  spawn(process.execPath, [join(root, 'cli/main.ts'), 'serve', ...words], { stdio: ['ignore', 'ignore', 'pipe'] });

/** Listens, starts the server with the place, and takes its connection. */
async function met(
  at: string | number,
  words: (place: string) => string,
): Promise<{ client: TestClient; child: ChildProcess; socket: Socket; server: Server }> {
  const server = createServer();
  server.listen(at);
  await once(server, 'listening');
  const address = server.address();
  const child = start(words(typeof address === 'object' ? String(address?.port) : String(address)));
  const [socket] = (await once(server, 'connection')) as [Socket];
  const client = new TestClient(createProtocolConnection(new StreamMessageReader(socket), new StreamMessageWriter(socket)));
  return { client, child, socket, server };
}

async function checked(client: TestClient): Promise<void> {
  await client.initialize(PULLING);
  await client.connection.sendNotification('initialized', {});
  await client.open(REPORT);
  const report = await client.request<DocumentDiagnosticReport>('diagnostic');
  assert.ok(report.kind === 'full' && report.items.some(({ code }) => code === 'level-invalid'));
}

describe('the server over', () => {
  const folder = folderWith({});
  const PLACES = {
    'a named pipe': [process.platform === 'win32' ? '\\\\.\\pipe\\emh-test' : join(folder, 'emh.sock'), (at: string) => `--pipe=${at}`],
    'a socket': [0, (at: string) => `--socket=${at}`],
  } as const;
  for (const [name, [at, words]] of Object.entries(PLACES)) {
    it(`${name} answers, and ends with 0 when told`, async () => {
      const { client, child, server } = await met(at, words);
      await checked(client);
      const ended = once(child, 'exit');
      await client.shutdown();
      await client.connection.sendNotification('exit');
      assert.deepEqual(await ended, [0, null]);
      server.close();
    });

    it(`${name} ends with 1 when its client goes without a word`, async () => {
      const { client, child, socket, server } = await met(at, words);
      await client.initialize(PULLING);
      const ended = once(child, 'exit');
      socket.destroy();
      assert.deepEqual(await ended, [1, null]);
      server.close();
    });
  }

  it('a socket ends with 0 when its client breaks off after it has told the server to', async () => {
    const { client, child, socket, server } = await met(0, (at) => `--socket=${at}`);
    await client.initialize(PULLING);
    const ended = once(child, 'exit');
    await client.shutdown();
    socket.resetAndDestroy();
    assert.deepEqual(await ended, [0, null]);
    server.close();
  });

  it('a pipe at which nobody listens ends with 1 and a line that says so', async () => {
    const child = start(`--pipe=${join(folder, 'nobody')}`);
    let said = '';
    child.stderr?.on('data', (chunk) => (said += String(chunk)));
    assert.deepEqual(await once(child, 'close'), [1, null]);
    assert.match(said, /^emh: the editor cannot be reached: .*\n$/);
  });

  it('the channel of a parent process answers', async () => {
    const child = spawn(process.execPath, [join(root, 'server/node/main.ts'), '--node-ipc'], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const ended = once(child, 'exit');
    const client = new TestClient(createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child)));
    await checked(client);
    await client.shutdown();
    await client.connection.sendNotification('exit');
    assert.deepEqual(await ended, [0, null]);
  });
});
