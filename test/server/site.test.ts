import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, DocumentDiagnosticReport, Hover } from 'vscode-languageserver-protocol';
import { findSite } from '../../server/node/site-files.ts';
import { shipped } from '../../server/shipped.ts';
import { SITE_FILES } from '../../server/site-files.ts';
import { connected, PULLING, type TestClient } from './client.ts';

const LEXICON = 'version: 1\nterms:\n  - { id: fibroma, category: head, label: fibroma, definition: A lump of fibres. }\n';
const RULE = `rule fibroma-without-size
title    A fibroma without its size
when     fibroma without size
warning  The fibroma has no size.
because  Its growth is followed by its size.
good     Fibroma of the liver measuring 2 cm.
bad      [Fibroma] of the liver.
`;
const REPORT = 'FINDINGS\nFibroma of the liver.\n';
const SITE = { '.emh/lexicon/ours.yaml': LEXICON, '.emh/rules/ours.emhr': RULE };

const environment = shipped(setImmediate, { findSite });
const WATCHING = { ...PULLING, workspace: { ...PULLING.workspace, didChangeWatchedFiles: { dynamicRegistration: true } } };

const messages = (items: readonly Diagnostic[]): string[] => items.map(({ message }) => String(message));
const pull = async (client: TestClient, uri: string): Promise<string[]> => {
  const report = await client.request<DocumentDiagnosticReport>('diagnostic', { textDocument: { uri } });
  return report.kind === 'full' ? messages(report.items) : ['unchanged'];
};

describe('site files of the server', () => {
  const folders: string[] = [];
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  const write = (folder: string, files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };
  const workspace = (files: Readonly<Record<string, string>>): string => {
    const folder = mkdtempSync(join(tmpdir(), 'emh-'));
    folders.push(folder);
    write(folder, files);
    return folder;
  };
  const uriIn = (folder: string, name: string): string => pathToFileURL(join(folder, name)).href;
  const changed = (client: TestClient, folder: string, name: string): Promise<void> =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriIn(folder, name), type: 2 }] });
  /** Waits until diagnostics of a file were pushed that hold. */
  const pushedFor = async (
    client: TestClient,
    uri: string,
    holds: (found: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> => {
    for (;;) {
      const last = client.pushed.findLast((params) => params.uri === uri);
      if (last !== undefined && holds(last.diagnostics)) return last.diagnostics;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };

  it('count from the first answer on', async () => {
    const folder = workspace(SITE);
    const client = await connected(PULLING, { environment });
    const uri = uriIn(folder, 'reports/2021/a.emh');
    await client.open(REPORT, 'emh', uri);
    assert.deepEqual(await pull(client, uri), ['The fibroma has no size.']);
    const hover = await client.at<Hover>('hover', 1, 2, { textDocument: { uri } });
    assert.match(JSON.stringify(hover.contents), /A lump of fibres/);
  });

  it('count for a client that is sent diagnostics', async () => {
    const folder = workspace(SITE);
    const client = await connected({}, { environment });
    const uri = uriIn(folder, 'a.emh');
    await client.open(REPORT, 'emh', uri);
    assert.deepEqual(messages(await pushedFor(client, uri, () => true)), ['The fibroma has no size.']);
  });

  it('are those of the nearest folder, and of no other', async () => {
    const folder = workspace({ 'b/.emh/config.json': '{}', ...SITE });
    const client = await connected(PULLING, { environment });
    for (const [name, expected] of [
      ['a/x.emh', ['The fibroma has no size.']],
      ['b/x.emh', []],
    ] as const) {
      await client.open(REPORT, 'emh', uriIn(folder, name));
      assert.deepEqual(await pull(client, uriIn(folder, name)), expected);
    }
  });

  it('are read again when one changes, without a restart', async () => {
    const folder = workspace({});
    const client = await connected(WATCHING, { environment });
    let refreshed = 0;
    client.connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshed++;
      return null;
    });
    const uri = uriIn(folder, 'a.emh');
    await client.open(REPORT, 'emh', uri);
    assert.deepEqual(await pull(client, uri), []);
    write(folder, SITE);
    await changed(client, folder, '.emh/lexicon/ours.yaml');
    assert.deepEqual(await pull(client, uri), ['The fibroma has no size.']);
    assert.ok(refreshed > 0);
    write(folder, { '.emh/config.json': '{ "severities": { "fibroma-without-size": "off" } }' });
    await changed(client, folder, '.emh/config.json');
    assert.deepEqual(await pull(client, uri), []);
    rmSync(join(folder, '.emh'), { recursive: true });
    await changed(client, folder, '.emh');
    assert.deepEqual(await pull(client, uri), []);
  });

  it('are watched where the client can do so', async () => {
    const registered: string[] = [];
    const client = await connected(WATCHING, { environment });
    await new Promise<void>((resolve) =>
      client.connection.onRequest(
        'client/registerCapability',
        ({ registrations }: { registrations: { method: string; registerOptions: unknown }[] }) => {
          registered.push(...registrations.map(({ method, registerOptions }) => `${method} ${JSON.stringify(registerOptions)}`));
          resolve();
          return null;
        },
      ),
    );
    assert.match(registered.join('\n'), /workspace\/didChangeWatchedFiles .*\*\*\/\.emh\/\*\*/);
  });

  it('show what is wrong with them, at its line, until it is mended', async () => {
    const folder = workspace({
      ...SITE,
      '.emh/lexicon/wrong.yaml': 'version: 1\nterms:\n  - id: okapi\n    category: hed\n    label: okapi\n',
      '.emh/rules/wrong.emhr': 'rule no-end\ntitle A rule\n',
      '.emh/config.json': '{\n  "severities": { "no-such-rule": "off" }\n}\n',
    });
    const client = await connected({}, { environment });
    await client.open(REPORT, 'emh', uriIn(folder, 'a.emh'));
    const wrong = uriIn(folder, '.emh/lexicon/wrong.yaml');
    assert.deepEqual(await pushedFor(client, wrong, (found) => found.length > 0), [
      {
        range: { start: { line: 3, character: 4 }, end: { line: 3, character: 17 } },
        severity: 2,
        source: 'emh',
        message: '`okapi`: `category` is unknown: `hed` (did you mean `head`?).',
      },
    ]);
    assert.match(messages(await pushedFor(client, uriIn(folder, '.emh/rules/wrong.emhr'), () => true))[0] ?? '', /has no "when" line/);
    assert.match(messages(await pushedFor(client, uriIn(folder, '.emh/config.json'), () => true))[0] ?? '', /is the id of no rule/);
    assert.ok(!client.pushed.some(({ uri }) => uri === uriIn(folder, '.emh/lexicon/ours.yaml')));
    write(folder, { '.emh/lexicon/wrong.yaml': LEXICON.replaceAll('fibroma', 'okapi') });
    await changed(client, folder, '.emh/lexicon/wrong.yaml');
    await pushedFor(client, wrong, (found) => found.length === 0);
  });

  it('come from the client where the server has no files', async () => {
    const root = 'vscode-vfs://host/repository';
    const client = await connected(PULLING, { environment: shipped(setImmediate) });
    const uri = `${root}/reports/a.emh`;
    await client.open(REPORT, 'emh', uri);
    assert.deepEqual(await pull(client, uri), []);
    const send = (files: Readonly<Record<string, string>>): Promise<void> =>
      client.connection.sendNotification(SITE_FILES, {
        files: Object.entries(files).map(([path, text]) => ({ path: `${root}/${path}`, text })),
      });
    await send({ ...SITE, '.emh/lexicon/wrong.yaml': 'version: 1\nterms: 3\n', 'other.txt': 'x' });
    await pushedFor(client, `${root}/.emh/lexicon/wrong.yaml`, (found) => found.length === 1);
    assert.deepEqual(await pull(client, uri), ['The fibroma has no size.']);
    await client.open(REPORT, 'emh', 'vscode-vfs://host/other/a.emh');
    assert.deepEqual(await pull(client, 'vscode-vfs://host/other/a.emh'), []);
    await client.connection.sendNotification(SITE_FILES, { files: [null, { path: 3 }, 'x'] });
    await pushedFor(client, `${root}/.emh/lexicon/wrong.yaml`, (found) => found.length === 0);
    assert.deepEqual(await pull(client, uri), []);
  });
});
