import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeAction, Diagnostic, DocumentDiagnosticReport, TextEdit } from 'vscode-languageserver-protocol';
import { createLanguage } from '../../language/language.ts';
import { packs, rules, templates } from '../../packs/emh.ts';
import { root } from '../../scripts/root.ts';
import { OpenDocument } from '../../server/document.ts';
import { shipped } from '../../server/shipped.ts';
import { connected, PULLING, type TestClient, URI } from './client.ts';

const language = createLanguage({ packs, rules, templates });
const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.emh'));

const pull = async (client: TestClient): Promise<readonly Diagnostic[]> => {
  const report = await client.request<DocumentDiagnosticReport>('diagnostic');
  return report.kind === 'full' ? report.items : [];
};

/** Takes the only action of a kind; the text after it. */
async function taken(client: TestClient, text: string, kind: string): Promise<string> {
  const document = new OpenDocument(URI, 'emh', 1, text);
  const range = document.rangeOf({ start: 0, end: text.length });
  const [action] = await client.request<CodeAction[]>('codeAction', { range, context: { diagnostics: [], only: [kind] } });
  const edits = action?.edit?.documentChanges?.flatMap((change) => ('edits' in change ? (change.edits as TextEdit[]) : [])) ?? [];
  return edits.reduceRight((done, { range: place, newText }) => {
    const { start, end } = document.spanOf(place);
    return done.slice(0, start) + newText + done.slice(end);
  }, text);
}

describe('the examples in the server', () => {
  for (const name of examples) {
    const text = readFileSync(join(root, 'examples', name), 'utf8');

    it(`${name} has the diagnostics that the core gives`, async () => {
      const client = await connected(PULLING, { environment: shipped(setImmediate) });
      await client.open(text);
      const document = new OpenDocument(URI, 'emh', 1, text);
      assert.deepEqual(
        (await pull(client)).map(({ code, message, range }) => ({ code, message, range })),
        language.read(text).diagnostics.map(({ rule, message, range }) => ({ code: rule, message, range: document.rangeOf(range) })),
      );
      assert.deepEqual(client.logged, []);
    });

    it(`${name} is in step after its sync`, async () => {
      const client = await connected(PULLING, { environment: shipped(setImmediate) });
      await client.open(text);
      const after = await taken(client, text, 'source.syncImpression');
      assert.deepEqual(language.read(after).syncEdits, []);
    });
  }
});
