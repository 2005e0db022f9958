import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CompletionList, DocumentDiagnosticReport, DocumentSymbol, Hover, SemanticTokens } from 'vscode-languageserver-protocol';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { root } from '../../scripts/root.ts';
import { PULLING, TestClient } from './client.ts';

const REPORT = 'Exam: MRI dorsal spine\n\nFINDINGS\nSpinal canal: Masses D3 to D8 with cord compression at D14.\n';

describe('the server as a process', () => {
  it('serves the shipped language over stdio, and ends when told', async () => {
    const child = spawn(process.execPath, [join(root, 'server/node/main.ts'), '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let complaints = '';
    child.stderr.on('data', (chunk) => (complaints += String(chunk)));
    const ended = once(child, 'exit');
    const client = new TestClient(createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)));
    const { serverInfo } = await client.initialize(PULLING);
    assert.equal(serverInfo?.name, 'EMH Report');
    await client.connection.sendNotification('initialized', {});
    await client.open(REPORT);
    const report = await client.request<DocumentDiagnosticReport>('diagnostic');
    assert.equal(report.kind, 'full');
    await client.change([3, 29], [3, 29], ' to ');
    const list = await client.at<CompletionList>('completion', 3, 33);
    assert.equal(list.items[0]?.label, 'D9');
    const hover = await client.at<Hover>('hover', 3, 15);
    assert.match(JSON.stringify(hover.contents), /\*\*mass\*\* \(finding\)/);
    const symbols = await client.request<DocumentSymbol[]>('documentSymbol');
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Exam', 'FINDINGS'],
    );
    assert.ok((await client.request<SemanticTokens>('semanticTokens/full')).data.length > 10);
    await assert.rejects(client.connection.sendRequest('emh/unknown'), { code: -32601 });
    await client.shutdown();
    await client.connection.sendNotification('exit');
    assert.deepEqual(await ended, [0, null]);
    assert.equal(complaints, '');
  });

  it('goes on after a message that is none, and tells no word of it', async () => {
    const child = spawn(process.execPath, [join(root, 'server/node/main.ts'), '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let complaints = '';
    child.stderr.on('data', (chunk) => (complaints += String(chunk)));
    const ended = once(child, 'exit');
    child.stdin.write('Content-Length: 6\r\n\r\n{"massContent-Length: 2\r\n\r\n[]');
    const client = new TestClient(createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)));
    assert.equal((await client.initialize(PULLING)).serverInfo?.name, 'EMH Report');
    await client.shutdown();
    await client.connection.sendNotification('exit');
    assert.deepEqual(await ended, [0, null]);
    assert.match(complaints, /a message that is no JSON was left out/);
    assert.doesNotMatch(complaints, /mass/);
  });

  it('ends with 1 when its client goes without a word', async () => {
    const child = spawn(process.execPath, [join(root, 'server/node/main.ts'), '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const ended = once(child, 'exit');
    child.stdin.end();
    assert.deepEqual(await ended, [1, null]);
  });
});
