import assert from 'node:assert/strict';
import { PREVIEW, type PreviewAnswer } from '../../server/preview.ts';
import { shipped } from '../../server/shipped.ts';
import { SPINE_MAP, type SpineMapAnswer } from '../../server/spine-map.ts';
import { connected, PULLING, type TestClient, URI } from './client.ts';

const environment = shipped(setImmediate);
const TWO = 'FINDINGS\nMass at D4.\n---\nFINDINGS\nCord compression at L1.\n';

async function opened(text: string, languageId = 'emh'): Promise<TestClient> {
  const client = await connected(PULLING, { environment });
  await client.open(text, languageId);
  return client;
}

const mapOf = (client: TestClient, more: object = {}): Promise<SpineMapAnswer | null> =>
  client.connection.sendRequest(SPINE_MAP, { textDocument: { uri: URI }, ...more });

const previewOf = (client: TestClient, more: object = {}): Promise<PreviewAnswer | null> =>
  client.connection.sendRequest(PREVIEW, { textDocument: { uri: URI }, ...more });

describe('panels over the protocol', () => {
  it('give the spine map of the report at a place, with the words of its findings', async () => {
    const client = await opened(TWO);
    const first = await mapOf(client);
    assert.deepEqual(first?.regions, [
      {
        finding: 'f1',
        levels: ['T4'],
        discs: [],
        words: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } },
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 10 } },
      },
    ]);
    assert.match(first?.svg ?? '', /^<svg [\s\S]*data-finding="f1" tabindex="0"/);
    assert.ok(first?.style.includes('--vscode-editor-background') && !first.svg.includes('<style'));
    const second = await mapOf(client, { position: { line: 4, character: 2 } });
    assert.match(second?.description ?? '', /cord compression, present, levels L1/);
  });

  it('follow edits', async () => {
    const client = await opened(TWO);
    await client.change([1, 8], [1, 10], 'D9');
    const map = await mapOf(client);
    assert.deepEqual([map?.version, map?.regions[0]?.levels], [2, ['T9']]);
  });

  it('give the preview, and a whole page of it', async () => {
    const client = await opened('FINDINGS\nMass at D14.\n');
    const preview = await previewOf(client);
    assert.match(preview?.html ?? '', /^<article[\s\S]*<li class="error"/);
    const page = await previewOf(client, { title: 'a & b' });
    assert.match(page?.html ?? '', /^<!doctype html>[\s\S]*<title>a &amp; b<\/title>/);
  });

  it('have nothing to show of a rule file', async () => {
    const client = await opened('rule a\n', 'emhr');
    assert.equal(await mapOf(client), null);
    assert.equal(await previewOf(client), null);
  });
});
