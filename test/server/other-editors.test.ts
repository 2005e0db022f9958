// What clients that are not VS Code lack or do otherwise, each as one of them does it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CodeLens,
  type CompletionItem,
  type CompletionList,
  DidChangeConfigurationNotification,
  type Hover,
  type InlayHint,
  MarkupKind,
} from 'vscode-languageserver-protocol';
import { findSite } from '../../server/node/site-files.ts';
import { createSiteWatcher } from '../../server/node/watch-sites.ts';
import { shipped } from '../../server/shipped.ts';
import { connected, type TestClient, URI } from './client.ts';

const environment = shipped(setImmediate, { findSite, watchSites: createSiteWatcher });
const WRONG = 'FINDINGS\nThis is wrong.\n';
const OFF = { severities: { 'toy-wrong': 'off' } };
const ASKED = { workspace: { configuration: true } };

/** Waits until as many diagnostics as this are shown. */
async function shows(client: TestClient, count: number, uri = URI): Promise<void> {
  while (client.pushed.findLast((params) => params.uri === uri)?.diagnostics.length !== count)
    await new Promise((resolve) => setTimeout(resolve, 2));
}

/** A client that answers the question for settings, once it has been asked and the answer has been taken. */
async function answering(answer: () => unknown, options: unknown): Promise<TestClient> {
  const client = await connected(ASKED, { options });
  const asked = new Promise<void>((resolve) =>
    client.connection.onRequest('workspace/configuration', () => {
      setImmediate(resolve);
      return [answer()];
    }),
  );
  await asked;
  // Answered in order: what comes after this has the settings.
  await client.request('foldingRange');
  return client;
}

const configure = (client: TestClient, settings: unknown): Promise<void> =>
  client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });

describe('settings of other editors', () => {
  it('given at the start stay where the client has no answer to the question for them', async () => {
    const client = await answering(() => null, OFF);
    await client.open(WRONG);
    await shows(client, 0);
    await configure(client, null);
    await client.change([1, 0], [1, 0], 'So: ');
    while (client.pushed.at(-1)?.version !== 2) await client.nextPush();
    await shows(client, 0);
  });

  it('are given at the start with `emh` around them, or without', async () => {
    for (const options of [OFF, { emh: OFF }]) {
      const client = await connected({}, { options });
      await client.open(WRONG);
      assert.deepEqual((await client.nextPush()).diagnostics, []);
    }
  });

  it('that the client answers count over those, one by one', async () => {
    const client = await answering(() => ({ severities: {}, parameters: null }), { ...OFF, hints: { supportingFindings: true } });
    await client.open('FINDINGS\nMass at D4, wrong.\n\nIMPRESSION\n1. Mass at D4.\n');
    await shows(client, 1);
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    assert.equal((await client.request<InlayHint[]>('inlayHint', { range })).length, 1);
  });

  it('are taken as they are sent where the client has no answer, or fails to answer', async () => {
    const fail = (): never => {
      throw new Error('no section');
    };
    for (const answer of [() => null, fail]) {
      const client = await answering(answer, {});
      await client.open(WRONG);
      await shows(client, 1);
      await configure(client, { emh: OFF });
      await shows(client, 0);
    }
  });
});

describe('rule files of other editors', () => {
  const RULES = 'rule a-rule\ntitle    A\nwhen     no such thing\nwarning  B.\nbecause  C.\ngood     D.\nbad      [E].\n';

  for (const languageId of ['emh', '', 'plaintext']) {
    it(`are known by their name where the client calls their language "${languageId}"`, async () => {
      const uri = 'file:///ours.emhr';
      const client = await connected({}, { environment });
      await client.open(RULES, languageId, uri);
      const { diagnostics } = await client.nextPush();
      assert.match(JSON.stringify(diagnostics), /names no finding/);
      const lenses = await client.request<CodeLens[]>('codeLens', { textDocument: { uri } });
      assert.match(lenses[0]?.command?.title ?? '', /^Run examples/);
    });
  }
});

describe('pages for other editors', () => {
  const TEXT = 'FINDINGS\nRibs: Masses T1 \n';
  const PLAIN = [MarkupKind.PlainText];

  it('have no marks where the client reads plain text alone', async () => {
    const client = await connected(
      { textDocument: { hover: { contentFormat: PLAIN }, completion: { completionItem: { documentationFormat: PLAIN } } } },
      { environment },
    );
    await client.open(TEXT);
    const { contents } = await client.at<Hover>('hover', 1, 8);
    assert.match(JSON.stringify(contents), /"plaintext","value":"mass \(finding\)/);
    const list = await client.at<CompletionList>('completion', 1, 16);
    const item = list.items.find(({ label }) => label === 'isointense');
    const { documentation } = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    assert.match(JSON.stringify(documentation), /"plaintext","value":"isointense \(signal\)/);
  });
});

describe('the line over the impression in other editors', () => {
  it('names a command that is known and does nothing where nothing is to be done', async () => {
    const client = await connected({}, { environment });
    client.connection.onRequest('workspace/applyEdit', () => assert.fail('nothing is to be edited'));
    await client.open('FINDINGS\nMass at D4.\n\nIMPRESSION\n1. Mass at D4.\n');
    const [lens] = await client.request<CodeLens[]>('codeLens');
    assert.deepEqual(lens?.command, { title: 'In step with the findings', command: 'emh.syncReport', arguments: [] });
    assert.equal(await client.connection.sendRequest('workspace/executeCommand', lens?.command), false);
  });

  it('has commands of these names alone', async () => {
    const client = await connected({}, { environment });
    for (const command of ['', 'toString', 'constructor'])
      await assert.rejects(
        client.connection.sendRequest('workspace/executeCommand', { command }),
        /There is no command .*emh\.runExamples/,
      );
  });
});

describe('site files in editors that watch none', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'emh-watch-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, text: string): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const TERMS = 'version: 1\nterms:\n  - { id: fibroma, category: head, label: fibroma }\n';
  const rule = (id: string): string =>
    `rule ${id}\ntitle    A\nwhen     fibroma\nwarning  B.\nbecause  C.\ngood     Mass.\nbad      [Fibroma].\n`;
  const off = (id: string): string => JSON.stringify({ severities: { [id]: 'off' } });

  it('are followed from the first one on, through changes, new folders and the end of all', async () => {
    const client = await connected({}, { environment, rootUri: pathToFileURL(folder).href });
    const uri = pathToFileURL(join(folder, 'a.emh')).href;
    await client.open('FINDINGS\nFibroma of the liver.\n', 'emh', uri);
    await shows(client, 0, uri);
    write('.emh/lexicon/ours.yaml', TERMS);
    write('.emh/rules/ours.emhr', rule('no-fibroma'));
    await shows(client, 1, uri);
    write('.emh/config.json', off('no-fibroma'));
    await shows(client, 0, uri);
    write('.emh/rules/more.emhr', rule('no-fibroma-either'));
    await shows(client, 1, uri);
    rmSync(join(folder, '.emh'), { recursive: true });
    await shows(client, 0, uri);
    write('.emh/lexicon/ours.yaml', TERMS);
    write('.emh/rules/ours.emhr', rule('no-fibroma'));
    await shows(client, 1, uri);
  });

  it('are followed where they were found around a report outside the folder of the client', async () => {
    write('.emh/lexicon/ours.yaml', TERMS);
    write('.emh/rules/ours.emhr', rule('no-fibroma'));
    const client = await connected({}, { environment });
    const uri = pathToFileURL(join(folder, 'reports', 'a.emh')).href;
    await client.open('FINDINGS\nFibroma of the liver.\n', 'emh', uri);
    await shows(client, 1, uri);
    write('.emh/config.json', off('no-fibroma'));
    await shows(client, 0, uri);
  });
});
