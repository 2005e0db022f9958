import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
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
