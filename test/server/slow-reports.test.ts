import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import type { Language, Snapshot } from '../../language/language.ts';
import { readParts } from '../../language/parts.ts';
import type { Diagnostic } from '../../language/text/diagnostic.ts';
import type { Environment } from '../../server/environment.ts';
import { connected, PULLING, type TestClient } from './client.ts';
import { snapshotLike, toy, toyLanguage } from './toy.ts';

/** A language that takes its time for a check, and counts its checks. */
function slowly(counted: { checks: number }): Environment {
  const language = toyLanguage({ severities: {} });
  const read = (text: string): Snapshot => {
    const snapshot = language.read(text);
    let found: readonly Diagnostic[] | null = null;
    return snapshotLike(snapshot, {
      diagnostics: () => {
        if (found !== null) return found;
        counted.checks++;
        const until = performance.now() + 40;
        while (performance.now() < until);
        found = snapshot.diagnostics;
        return found;
      },
    });
  };
  const slow: Language = { ...language, read, readParts: (text, before = null) => readParts(text, before, language.lexicon, read) };
  return { ...toy, createLanguage: () => slow };
}

const pull = (client: TestClient, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
  client.request('diagnostic', { previousResultId });

describe('a report that is slow to check', () => {
  it('answers each key with what was found before, moved, and is checked once typing rests', async () => {
    const counted = { checks: 0 };
    const client = await connected(PULLING, { environment: slowly(counted) });
    await client.open('FINDINGS\nMass.\nwrong wrong\n');
    const first = await pull(client);
    assert.ok(first.kind === 'full' && first.items.length === 2);
    assert.equal(counted.checks, 1);
    const refreshed = new Promise<void>((resolve) => {
      client.connection.onRequest('workspace/diagnostic/refresh', () => {
        resolve();
        return null;
      });
    });
    await client.change([1, 0], [1, 0], 'A ');
    await client.change([1, 0], [1, 0], 'wrong\n');
    const moved = await pull(client, first.resultId);
    assert.ok(moved.kind === 'full');
    assert.deepEqual(
      moved.items.map(({ range }) => range.start.line),
      [3, 3],
    );
    assert.equal(counted.checks, 1);
    await refreshed;
    assert.equal(counted.checks, 2);
    const fresh = await pull(client, moved.resultId);
    assert.ok(fresh.kind === 'full');
    assert.deepEqual(
      fresh.items.map(({ range }) => range.start.line),
      [1, 3, 3],
    );
    assert.equal((await pull(client, fresh.resultId)).kind, 'unchanged');
  });

  it('is sent twice to a client that does not ask', async () => {
    const client = await connected({}, { environment: slowly({ checks: 0 }) });
    let push = client.nextPush();
    await client.open('FINDINGS\nwrong\n');
    assert.equal((await push).diagnostics.length, 1);
    push = client.nextPush();
    await client.change([0, 0], [0, 0], 'wrong\n');
    assert.deepEqual(
      (await push).diagnostics.map(({ range }) => range.start.line),
      [2],
    );
    assert.deepEqual(
      (await client.nextPush()).diagnostics.map(({ range }) => range.start.line),
      [0, 2],
    );
  });
});

describe('a document of many reports that are slow to check', () => {
  const COUNT = 20;
  const text = 'FINDINGS\nwrong\n---\n'.repeat(COUNT);

  it('tells what is known, answers what else is asked, and then tells all', async () => {
    const counted = { checks: 0 };
    const client = await connected(PULLING, { environment: slowly(counted) });
    let refreshed = (): void => {};
    client.connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshed();
      return null;
    });
    let refresh = new Promise<void>((resolve) => (refreshed = resolve));
    await client.open(text);
    let last = await pull(client);
    assert.ok(last.kind === 'full' && last.items.length > 0 && last.items.length < COUNT);
    const folds = await client.request<unknown[]>('foldingRange');
    assert.ok(folds.length >= COUNT);
    assert.ok(counted.checks < COUNT);
    while (last.kind === 'full' && last.items.length < COUNT) {
      await refresh;
      refresh = new Promise((resolve) => (refreshed = resolve));
      last = await pull(client, last.resultId);
    }
    assert.ok(last.kind === 'full');
    assert.equal(last.items.length, COUNT);
    assert.equal(counted.checks, COUNT);
    assert.equal((await pull(client, last.resultId)).kind, 'unchanged');
  });

  it('goes on after a change, with each report checked once', async () => {
    const counted = { checks: 0 };
    const client = await connected({}, { environment: slowly(counted) });
    let push = client.nextPush();
    await client.open(text);
    assert.ok((await push).diagnostics.length < COUNT);
    push = client.nextPush();
    await client.change([1, 0], [1, 0], 'wrong ');
    let last = await push;
    while (last.diagnostics.length < COUNT + 1) last = await client.nextPush();
    assert.equal(last.version, 2);
    // The first report as it was, and as it is.
    assert.equal(counted.checks, COUNT + 1);
  });

  it('answers what else is asked while the workspace is checked', async () => {
    const counted = { checks: 0 };
    const client = await connected(PULLING, { environment: slowly(counted), options: { checkWorkspace: true } });
    await client.open(text);
    const all = client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
    while (counted.checks === 0) await new Promise((resolve) => setImmediate(resolve));
    await client.request('foldingRange');
    assert.ok(counted.checks < COUNT);
    const [report] = (await all).items;
    assert.ok(report?.kind === 'full' && report.items.length === COUNT);
  });

  it('is passed over where it is typed in while the workspace is checked, and checked as it is when that is asked again', async () => {
    const counted = { checks: 0 };
    const client = await connected(PULLING, { environment: slowly(counted), options: { checkWorkspace: true } });
    await client.open(text);
    const ask = (): Promise<WorkspaceDiagnosticReport> => client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
    const first = ask();
    while (counted.checks === 0) await new Promise((resolve) => setImmediate(resolve));
    await client.change([1, 0], [1, 0], 'wrong ');
    assert.deepEqual((await first).items, []);
    const [report] = (await ask()).items;
    assert.ok(report?.kind === 'full' && report.version === 2 && report.items.length === COUNT + 1);
  });
});
