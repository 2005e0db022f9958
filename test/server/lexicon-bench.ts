import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { OpenDocument } from '../../server/document.ts';
import { reportFiles } from '../../server/node/report-files.ts';
import { findSite } from '../../server/node/site-files.ts';
import { shipped } from '../../server/shipped.ts';
import { connected, PULLING, type TestClient } from './client.ts';
import { Marked } from './marked.ts';

export const environment = shipped(setImmediate, { findSite, reportFiles });
/** What VS Code can. */
export const VSCODE: ClientCapabilities = {
  ...PULLING,
  textDocument: { ...PULLING.textDocument, rename: { prepareSupport: true } },
  workspace: {
    ...PULLING.workspace,
    textDocumentContent: {},
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true }, resourceOperations: ['create'] },
  },
};

export const LEXICON = `version: 1
sources: { A: our list }
terms:
  - { id: fibroma, category: head, label: fibroma, synonyms: [fibrous lump], sites: [rind] }
  - { id: rind, category: site, label: cortex rind }
  - { id: mass, category: head, label: mass, synonyms: [gnarl] }
compositions:
  - { observation: compress, structure: rind, kind: fibroma }
`;
/** Folders with files for the tests of the `describe` that it is called in, gone after them. */
export function lexiconBench() {
  const folders: string[] = [];
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  const workspace = (files: Readonly<Record<string, string>>): string => {
    const folder = mkdtempSync(join(tmpdir(), 'emh-'));
    folders.push(folder);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return folder;
  };
  const uriIn = (folder: string, name: string): string => pathToFileURL(join(folder, name)).href;

  /** A lexicon of a site, in which `|` is the cursor, opened beside what else the site has. */
  async function opened(
    marked: string,
    files: Readonly<Record<string, string>> = {},
    capabilities = VSCODE,
  ): Promise<{ file: Marked; client: TestClient; folder: string; name(uri: string): string }> {
    const at = marked.indexOf('|');
    const text = at < 0 ? marked : marked.slice(0, at) + marked.slice(at + 1);
    const folder = workspace({ '.emh/lexicon/ours.yaml': text, ...files });
    const client = await connected(capabilities, { environment, folders: [{ uri: pathToFileURL(folder).href, name: 'w' }] });
    const uri = uriIn(folder, '.emh/lexicon/ours.yaml');
    await client.open(text, 'yaml', uri);
    return {
      file: new Marked(client, new OpenDocument(uri, 'yaml', 1, text), at),
      client,
      folder,
      name: (own) => own.slice(pathToFileURL(folder).href.length + 1),
    };
  }
  return { workspace, uriIn, opened };
}
