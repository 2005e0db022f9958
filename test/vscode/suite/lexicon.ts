import {
  type CompletionList,
  commands,
  DiagnosticTag,
  type Location,
  type TextDocument,
  type Uri,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { closeAll, diagnosed, exampleUri, openFile, replace, ruleOf, show } from './documents.ts';
import { equal, ok } from './expect.ts';

const LEXICON = 'version: 1\nterms:\n  - { id: fibroma, category: head, label: fibroma }\n';
const FILE = '.emh/lexicon/ours.yaml';

describe("a department's words", () => {
  const folder = exampleUri('.emh');
  const report = exampleUri('lexicon-report.emh');
  const write = (uri: Uri, text: string) => workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const behind = (document: TextDocument, words: string) => document.positionAt(document.getText().indexOf(words) + words.length);

  before(async () => {
    await write(exampleUri(FILE), LEXICON);
    await write(report, 'FINDINGS\nTwo fibromas at D5.\n');
  });
  afterEach(closeAll);
  after(async () => {
    await workspace.fs.delete(report);
    await workspace.fs.delete(folder, { recursive: true });
  });

  it('are checked as they are written, and completed', async () => {
    const document = await openFile(FILE);
    equal(document.languageId, 'yaml');
    const [unused] = await diagnosed(document, 'a term that nothing uses', (all) => all.some((each) => ruleOf(each) === 'lexicon-unused'));
    equal(unused?.tags, [DiagnosticTag.Unnecessary]);
    await replace(document, 'label: fibroma', 'lable: fibroma');
    const all = await diagnosed(document, 'a slip in a key', (found) =>
      found.some(({ message }) => message.includes('did you mean `label`')),
    );
    equal(document.getText(all.find(({ message }) => message.includes('no key'))?.range), 'lable');
    await replace(document, 'lable: fibroma', 'sites: [li]');
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      behind(document, '[li'),
    );
    ok(
      items.some(({ label }) => label === 'liver'),
      'liver is not offered',
    );
  });

  it('are found and renamed in reports', async () => {
    await show(await workspace.openTextDocument(report));
    const document = await openFile(FILE);
    const at = behind(document, 'label: fib');
    // A server without files is sent those of the site in its own time.
    for (;;) {
      const places = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', document.uri, at);
      if (places.some(({ uri }) => uri.path.endsWith('lexicon-report.emh'))) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const edit = await commands.executeCommand<WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at, 'zurb');
    const changed = edit.entries().map(([uri, edits]) => [uri.path.split('/').at(-1), edits.map(({ newText }) => newText)]);
    equal(changed, [
      ['ours.yaml', ['zurb']],
      ['lexicon-report.emh', ['zurbs']],
    ]);
  });

  it('leave other YAML alone', async () => {
    const uri = exampleUri('other.yaml');
    await write(uri, 'version: 1\nterms: x\n');
    const document = await show(await workspace.openTextDocument(uri));
    const lexicon = await openFile(FILE);
    await diagnosed(lexicon, 'the lexicon is checked', (all) => all.length > 0);
    await diagnosed(document, 'nothing', (all) => all.length === 0);
    await workspace.fs.delete(uri);
  });
});
