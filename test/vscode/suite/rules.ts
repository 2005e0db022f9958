import {
  type CodeLens,
  type CompletionList,
  commands,
  type Hover,
  type MarkdownString,
  type Position,
  type TextDocument,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { closeAll, diagnosed, openText, replace } from './documents.ts';
import { equal, includes, ok } from './expect.ts';

const RULE = `rule mass-without-narrowing
title    A mass without canal narrowing
when     extradural mass called M at L
expect   canal narrowing overlapping L
warning  The mass {at L} has no narrowing.
because  It is asked for.
good     Extradural mass and canal narrowing at D5.
bad      Extradural mass at [D5].
`;

describe('a rule file', () => {
  afterEach(closeAll);
  const opened = (text = RULE): Promise<TextDocument> => openText(text, 'own.emhr');
  const after = (document: TextDocument, words: string): Position => document.positionAt(document.getText().indexOf(words) + words.length);

  it('is checked as it is written, and so are its examples', async () => {
    const document = await opened();
    equal(document.languageId, 'emhr');
    await replace(document, 'mass at [D5]', 'node at [D5]');
    const [failing] = await diagnosed(document, 'a failing example', (all) => all.length === 1);
    ok(failing, 'no diagnostic');
    equal(document.getText(failing.range), 'D5');
    includes(failing.message, 'should fire at [D5]');
    await replace(document, 'overlapping L', 'overlapping K');
    const all = await diagnosed(document, 'an unbound variable', (found) => found.some(({ message }) => message.includes('called K')));
    equal(document.getText(all[0]?.range), 'K');
  });

  it('offers what fits, explains words, and leads to their entry', async () => {
    const document = await opened();
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      after(document, 'narrowing over'),
    );
    ok(
      list.items.some(({ label }) => label === 'overlapping L'),
      'overlapping L is not offered',
    );
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      after(document, 'expect   canal nar'),
    );
    includes(hovers.flatMap(({ contents }) => contents.map((part) => (part as MarkdownString).value)).join('\n'), '**canal narrowing**');
    const [place] = await commands.executeCommand<{ uri: TextDocument['uri'] }[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      after(document, 'expect   canal nar'),
    );
    ok(place, 'no definition');
    includes((await workspace.openTextDocument(place.uri)).getText(), 'id: canal-narrowing');
  });

  it('renames a variable in one step', async () => {
    const document = await opened();
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      after(document, 'overlapping '),
      'P',
    );
    await workspace.applyEdit(edit);
    equal(document.getText(), RULE.replace('M at L', 'M at P').replace('overlapping L', 'overlapping P').replace('{at L}', '{at P}'));
  });

  it('runs its examples from the lens over it', async () => {
    const document = await opened();
    await diagnosed(document, 'nothing wrong', (all) => all.length === 0);
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
    const lens = lenses[0]?.command;
    equal(lens?.title, 'Run examples (all 2 pass)');
    const run = () => commands.executeCommand<string>(lens?.command ?? '', ...(lens?.arguments ?? []));
    equal(await run(), 'EMH Report: all 2 examples pass.');
    await replace(document, 'mass at [D5]', 'node at [D5]');
    equal(await run(), 'EMH Report: 1 of 2 examples failed.');
  });
});
