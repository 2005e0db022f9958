import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Diagnostic, DocumentDiagnosticReport, SemanticTokens } from 'vscode-languageserver-protocol';
import { root } from '../../scripts/root.ts';
import { OpenDocument } from '../../server/document.ts';
import { shipped } from '../../server/shipped.ts';
import { connected, PULLING, type TestClient } from './client.ts';

const folder = join(root, 'examples');
const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.emh'))
  .map((name) => readFileSync(join(folder, name), 'utf8').trim());

const words = fc.constantFrom(
  'x',
  'no ',
  ' D4',
  '\n',
  '\r\n',
  '\n\n',
  '---\n',
  '\n---\n',
  '. ',
  'FINDINGS\n',
  'IMPRESSION\n',
  'Left mass at D5.\n',
  '',
);
/** A place in the text as a fraction of it, characters to take away there, and what is typed. */
const key = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.constantFrom(0, 0, 1, 5, 80, 700), insert: words });
const text = fc.array(fc.constantFrom(...reports), { minLength: 1, maxLength: 6 }).map((list) => `${list.join('\n---\n')}\n`);

const PART = { start: { line: 5, character: 3 }, end: { line: 60, character: 0 } };

/** All that is asked of a whole document. */
async function answersOf(client: TestClient): Promise<unknown> {
  // A long document is answered for in turns.
  const whole = async (): Promise<readonly Diagnostic[]> => {
    const report = await client.request<DocumentDiagnosticReport>('diagnostic');
    assert.ok(report.kind === 'full');
    if (report.resultId?.includes(', but ') !== true) return report.items;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return whole();
  };
  return {
    diagnostics: await whole(),
    symbols: await client.request('documentSymbol'),
    folds: await client.request('foldingRange'),
    lenses: await client.request('codeLens'),
    tokens: (await client.request<SemanticTokens>('semanticTokens/full')).data,
    someTokens: (await client.request<SemanticTokens>('semanticTokens/range', { range: PART })).data,
  };
}

describe('a document that is typed in', () => {
  it('is answered for as if it had been opened as it is', async function () {
    this.timeout(120_000);
    const environment = shipped(setImmediate);
    const typed = await connected(PULLING, { environment });
    const anew = await connected(PULLING, { environment });
    for (const client of [typed, anew]) client.connection.onRequest('workspace/diagnostic/refresh', () => null);
    const close = (client: TestClient): Promise<void> =>
      client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///report.emh' } });
    await fc.assert(
      fc.asyncProperty(text, fc.array(key, { minLength: 1, maxLength: 5 }), fc.boolean(), async (first, keys, isAskedOften) => {
        let document = new OpenDocument('file:///report.emh', 'emh', 1, first);
        await typed.open(first);
        await answersOf(typed);
        for (const { at, remove, insert } of keys) {
          const start = Math.floor(at * document.text.length);
          const range = document.rangeOf({ start, end: Math.min(start + remove, document.text.length) });
          await typed.change([range.start.line, range.start.character], [range.end.line, range.end.character], insert);
          document = document.update([{ range, text: insert }], document.version + 1);
          if (isAskedOften) await answersOf(typed);
        }
        await anew.open(document.text);
        assert.deepEqual(await answersOf(typed), await answersOf(anew));
        await close(typed);
        await close(anew);
      }),
      { numRuns: 150 },
    );
  });
});
