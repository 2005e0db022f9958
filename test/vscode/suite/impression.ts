import {
  type CodeLens,
  ConfigurationTarget,
  commands,
  type InlayHint,
  type Location,
  Range,
  Selection,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { closeAll, diagnosticOf, exampleUri, openExample, openFile, openText, replace, textOf } from './documents.ts';
import { equal, includes, ok } from './expect.ts';
import { when } from './when.ts';

const FLAWED = 'case-1-mri-spine.flawed.emh';
const SOUND = 'FINDINGS\nExtradural mass D4 to D6.\n\nIMPRESSION\n1. Extradural mass D4 to D6.\n';
const HAND_WORDED = 'Result telephoned to the treating team on 2021-03-02 at 16:20.';

describe('the impression', () => {
  afterEach(closeAll);

  it('is brought in line by its command, and one undo takes that back', async () => {
    const document = await openExample(FLAWED);
    const before = document.getText();
    await commands.executeCommand('emh.syncImpression');
    inLine(document);
    ok(!impressionOf(document.getText()).includes('D10'), 'the wrong levels are still there');
    includes(document.getText(), HAND_WORDED);
    const after = document.getText();
    await commands.executeCommand('emh.syncImpression');
    equal(document.getText(), after, 'a second time changes something');
    await commands.executeCommand('undo');
    equal(document.getText(), before);
  });

  it('is written where there is none', async () => {
    const document = await openText('FINDINGS\nSpinal canal: Masses with cord compression at D4 to D7.\n');
    await commands.executeCommand('emh.syncImpression');
    includes(document.getText(), 'IMPRESSION\n1. Spinal canal masses with cord compression at D4 to D7.');
  });

  it('has no effect on a text that is no report', async () => {
    const document = await openText('FINDINGS\nCord compression at D4.\n', 'report.txt');
    await commands.executeCommand('emh.syncImpression');
    equal(document.getText(), 'FINDINGS\nCord compression at D4.\n');
  });

  it('has a line over it that brings it in step', async () => {
    const document = await openExample(FLAWED);
    await diagnosticOf(document, 'level-drift');
    const lens = async () => (await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10))[0]?.command;
    const off = await lens();
    includes(off?.title ?? '', 'Bring in step: ');
    const before = document.getText();
    ok(await commands.executeCommand(off?.command ?? '', ...(off?.arguments ?? [])), 'nothing was changed');
    inLine(document);
    includes((await lens())?.title ?? '', 'In step with the findings');
    await commands.executeCommand('undo');
    equal(document.getText(), before);
  });

  it('leads to the finding that it rests on, and shows it where a setting asks for that', async () => {
    const document = await openText(SOUND);
    const at = document.positionAt(SOUND.lastIndexOf('mass') + 1);
    const [place] = await commands.executeCommand<Location[]>('vscode.executeDefinitionProvider', document.uri, at);
    equal(place?.range.start.line, 1);
    const hints = () => commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, new Range(0, 0, 9, 0));
    equal((await hints()).length, 0);
    const set = (value: boolean | undefined) =>
      workspace.getConfiguration('emh').update('hints.supportingFindings', value, ConfigurationTarget.Workspace);
    await set(true);
    let shown = await hints();
    for (let again = 0; shown.length === 0 && again < 50; again++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      shown = await hints();
    }
    await set(undefined);
    equal(
      shown.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join(''))),
      ['← mass D4 to D6'],
    );
  });

  it('follows the findings as they are typed, where a setting asks for that; what is undone stays undone', async () => {
    const settings = workspace.getConfiguration('emh');
    await settings.update('syncAsYouType', true, ConfigurationTarget.Workspace);
    const document = await openText(SOUND);
    const editor = window.activeTextEditor;
    ok(editor, 'no editor');
    const end = document.positionAt(SOUND.indexOf('D6') + 2);
    editor.selection = new Selection(end.translate(0, -1), end);
    await commands.executeCommand('type', { text: '8' });
    const typed = document.getText();
    includes(typed, 'mass D4 to D8.\n\nIMPRESSION\n1. Extradural mass D4 to D6.');
    const synced = SOUND.replaceAll('D6', 'D8');
    await when(
      workspace.onDidChangeTextDocument,
      () => (document.getText() === synced ? true : undefined),
      () => document.getText(),
    );
    await commands.executeCommand('undo');
    equal(document.getText(), typed);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    equal(document.getText(), typed);
    await settings.update('syncAsYouType', undefined, ConfigurationTarget.Workspace);
  });

  describe('on save', () => {
    const settings = () => workspace.getConfiguration('editor', { languageId: 'emh' });
    const onSave = (value: object | undefined) => settings().update('codeActionsOnSave', value, ConfigurationTarget.Workspace, true);

    before(() => onSave({ 'source.syncImpression': 'explicit' }));
    after(() => onSave(undefined));

    it('is brought in line in the editor and in the file; undo restores the words that were there', async () => {
      const asItWas = await workspace.fs.readFile(exampleUri(FLAWED));
      const document = await openFile(FLAWED);
      await diagnosticOf(document, 'level-drift');
      await replace(document, '16:20.', '16:25.');
      const typed = document.getText();
      ok(await document.save(), 'not saved');
      inLine(document);
      equal(await textOf(document.uri), document.getText());
      await commands.executeCommand('undo');
      equal(document.getText(), typed);
      await closeAll();
      // Other tests read it too.
      await workspace.fs.writeFile(document.uri, asItWas);
    });
  });
});

const impressionOf = (text: string): string => text.slice(text.indexOf('IMPRESSION'));

/** The cord compression of the findings is in the impression. */
const inLine = (document: TextDocument): void => includes(impressionOf(document.getText()), 'Cord compression at D4 to D7');
