import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { connected, PULLING, type TestClient } from './client.ts';
import { environment, LEXICON, lexiconBench, VSCODE } from './lexicon-bench.ts';

describe('lexicon files of the server', () => {
  const { workspace, uriIn, opened } = lexiconBench();

  describe('take a word of a report that looks misspelt', () => {
    const MISSPELT = 'FINDINGS\nHypointens mass at D5.\n';
    const actionsIn = async (client: TestClient, uri: string, text: string): Promise<CodeAction[]> => {
      await client.open(text, 'emh', uri);
      const at = { line: 1, character: 3 };
      const all = await client.request<CodeAction[]>('codeAction', {
        textDocument: { uri },
        range: { start: at, end: at },
        context: { diagnostics: [] },
      });
      return all.filter(({ title }) => title.endsWith('to the words of this site'));
    };
    it('into the lexicon that there is, as it is being written', async () => {
      const { client, folder, name, file } = await opened(LEXICON);
      const [action] = await actionsIn(client, uriIn(folder, 'a.emh'), MISSPELT);
      assert.equal(action?.title, 'Add "Hypointens" to the words of this site');
      const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.deepEqual([name(change?.textDocument.uri ?? ''), change?.textDocument.version], ['.emh/lexicon/ours.yaml', 1]);
      assert.match(
        file.edited((change?.edits ?? []) as never),
        /gnarl\] \}\n {2}- \{ id: hypointens, category: word, label: hypointens \}\ncompositions:/,
      );
    });
    it('into a new one where there is none, by clients that can make one', async () => {
      const folder = workspace({ 'a.emh': '' });
      const folders = [{ uri: pathToFileURL(folder).href, name: 'w' }];
      const [action] = await actionsIn(await connected(VSCODE, { environment, folders }), uriIn(folder, 'b/a.emh'), MISSPELT);
      const [made, filled] = action?.edit?.documentChanges ?? [];
      assert.deepEqual(made, { kind: 'create', uri: uriIn(folder, '.emh/lexicon/site.yaml') });
      assert.match(JSON.stringify(filled), /version: 1\\nterms:\\n {2}- \{ id: hypointens, category: word/);
      assert.deepEqual(await actionsIn(await connected(PULLING, { environment, folders }), uriIn(folder, 'b/a.emh'), MISSPELT), []);
    });
    it('and offer nothing for what is no such word, or where no folder is open', async () => {
      const { client, folder } = await opened(LEXICON);
      assert.deepEqual(await actionsIn(client, uriIn(folder, 'a.emh'), 'FINDINGS\nMass at D5.\n'), []);
      assert.deepEqual(await actionsIn(await connected(VSCODE, { environment }), 'untitled:Untitled-1', MISSPELT), []);
    });
  });
});
