import {
  ConfigurationTarget,
  commands,
  env,
  Position,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { SAMPLES } from '../../../client/common/samples.ts';
import { closeAll, diagnosticOf, exampleUri, openExample, openText, textOf } from './documents.ts';
import { equal, includes, ok } from './expect.ts';
import { say } from './voice.ts';
import { when } from './when.ts';

const FLAWED = 'case-1-mri-spine.flawed.emh';
const SOUND = 'case-1-mri-spine.emh';
const OPEN = 'FINDINGS\nExtradural mass D4 to D6. // seen twice\n\nIMPRESSION\n1. Extradural mass D4 to [level].\n';

const editorOf = (document: TextDocument): TextEditor => {
  const editor = window.activeTextEditor;
  ok(editor?.document === document, 'the report is not in the active editor');
  return editor as TextEditor;
};

describe('before signing', () => {
  afterEach(closeAll);

  it('says that nothing is open in a sound report', async () => {
    await openExample(SOUND);
    includes(await commands.executeCommand<string>('emh.beforeSigning'), 'nothing is open');
  });

  it('lists what is open, and goes to the place', async () => {
    const document = await openText(OPEN);
    const editor = editorOf(document);
    editor.selection = new Selection(0, 0, 0, 0);
    includes(await commands.executeCommand<string>('emh.beforeSigning'), '1 field without words');
    await acceptUntil(() => document.getText(document.getWordRangeAtPosition(editor.selection.active, /\[\w+\]|\w+/)) !== 'FINDINGS');
    ok(editor.selection.active.line > 0, 'the cursor did not move');
  });

  it('has no effect where there is no report', async () => {
    await openText('FINDINGS\n', 'report.txt');
    includes(await commands.executeCommand<string>('emh.beforeSigning'), 'open a report');
    includes(await commands.executeCommand<string>('emh.copyPlainText'), 'open a report');
    includes(await commands.executeCommand<string>('emh.normaliseDictation'), 'open a report');
  });

  it('copies a sound report byte for byte', async () => {
    const document = await openExample(SOUND);
    includes(await commands.executeCommand<string>('emh.copyPlainText'), 'copied.');
    equal(await env.clipboard.readText(), document.getText());
  });

  it('asks before it copies a report in which something is open, and leaves comments out', async () => {
    await env.clipboard.writeText('before');
    await openText(OPEN);
    const copied = commands.executeCommand<string>('emh.copyPlainText');
    await soon();
    await commands.executeCommand('workbench.action.quickOpenSelectNext');
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    includes(await copied, 'although this is open: ');
    equal(await env.clipboard.readText(), OPEN.replace(' // seen twice', ''));
  });

  it('copies nothing where that is refused', async () => {
    await env.clipboard.writeText('before');
    await openText(OPEN);
    const copied = commands.executeCommand<string>('emh.copyPlainText');
    await soon();
    await commands.executeCommand('workbench.action.closeQuickOpen');
    includes(await copied, 'nothing was copied');
    equal(await env.clipboard.readText(), 'before');
  });
});

describe('dictation', () => {
  afterEach(closeAll);

  it('is normalised in the selection as one step to undo', async () => {
    const text = 'FINDINGS\nspleen is normal period\nliver is normal period\n';
    const document = await openText(text);
    editorOf(document).selection = new Selection(1, 0, 1, 23);
    includes(await commands.executeCommand<string>('emh.normaliseDictation'), 'changes in the dictation');
    equal(document.getText(), 'FINDINGS\nSpleen is normal.\nliver is normal period\n');
    includes(await commands.executeCommand<string>('emh.showDictationChanges'), 'changes in the dictation');
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await commands.executeCommand('undo');
    equal(document.getText(), text);
  });

  it('is normalised in all of a report; written text stays as it is', async () => {
    const document = await openText('FINDINGS\nSpinal canal: there is a mass at d four to d six period\n');
    await commands.executeCommand('emh.normaliseDictation');
    equal(document.getText(), 'FINDINGS\nSpinal canal: There is a mass at D4 to D6.\n');
    includes(await commands.executeCommand<string>('emh.normaliseDictation'), 'nothing here reads like dictation');
    const sound = await openExample(SOUND);
    const before = sound.getText();
    await commands.executeCommand('emh.normaliseDictation');
    equal(sound.getText(), before);
  });

  describe('live', () => {
    const live = (value: boolean | undefined) =>
      workspace.getConfiguration('emh').update('dictation.live', value, ConfigurationTarget.Workspace);
    before(() => live(true));
    after(() => live(undefined));

    const becomes = (document: TextDocument, text: string): Promise<boolean> =>
      when(
        workspace.onDidChangeTextDocument,
        () => (document.getText() === text ? true : undefined),
        () => JSON.stringify(document.getText()),
      );

    it('turns what voice input types into report text, utterance by utterance; undo brings the words back', async () => {
      const document = await openText('FINDINGS\n');
      const editor = editorOf(document);
      await say(editor, new Position(1, 0), 'there is', 'there is a mass ');
      await becomes(document, 'FINDINGS\nThere is a mass ');
      await say(editor, new Position(1, 16), 'at d', 'at d four to d six period ');
      await becomes(document, 'FINDINGS\nThere is a mass at D4 to D6. ');
      await commands.executeCommand('undo');
      equal(document.getText(), 'FINDINGS\nThere is a mass at d four to d six period ');
      await settled();
      equal(document.getText(), 'FINDINGS\nThere is a mass at d four to d six period ');
    });

    it('leaves alone what keys type', async () => {
      const document = await openText('FINDINGS\n');
      editorOf(document).selection = new Selection(1, 0, 1, 0);
      for (const key of 'liver is normal period ') await commands.executeCommand('type', { text: key });
      await settled();
      equal(document.getText(), 'FINDINGS\nliver is normal period ');
    });
  });

  it('is left as it came where the setting is off', async () => {
    const document = await openText('FINDINGS\n');
    await say(editorOf(document), new Position(1, 0), 'there is a mass ');
    await settled();
    equal(document.getText(), 'FINDINGS\nthere is a mass ');
  });
});

describe('the findings view', () => {
  afterEach(closeAll);

  it('shows the findings of the active report, and a line of it leads to the text', async () => {
    const document = await openExample(FLAWED);
    await diagnosticOf(document, 'level-drift');
    await commands.executeCommand('emh.findings.focus');
    const editor = editorOf(document);
    editor.selection = new Selection(0, 0, 0, 0);
    // The first line is a region, its first child a finding.
    for (let again = 0; again < 50 && editor.selection.active.line === 0; again++) {
      await commands.executeCommand('emh.findings.focus');
      await commands.executeCommand('list.focusFirst');
      await commands.executeCommand('list.focusDown');
      await commands.executeCommand('list.select');
      await soon();
    }
    const word = document.getWordRangeAtPosition(editor.selection.active);
    equal(document.getText(word), 'masses');
  });
});

describe('sample reports', () => {
  afterEach(closeAll);

  it('are copied into a folder, and nothing there is overwritten', async () => {
    const folder = exampleUri('samples');
    await workspace.fs.createDirectory(folder);
    const [first = ''] = SAMPLES;
    await workspace.fs.writeFile(Uri.joinPath(folder, first), new TextEncoder().encode('mine'));
    // Starts the extension, as a report does.
    await openText('FINDINGS\n');
    includes(await commands.executeCommand<string>('emh.openSamples', folder), `${SAMPLES.length - 1} sample reports`);
    equal(await textOf(Uri.joinPath(folder, first)), 'mine');
    equal(await textOf(Uri.joinPath(folder, FLAWED)), await textOf(exampleUri(FLAWED)));
    await workspace.fs.delete(folder, { recursive: true });
  });

  it('are opened unsaved where there is no folder for them', async () => {
    await openText('FINDINGS\n');
    includes(await commands.executeCommand<string>('emh.openSamples', 'unsaved'), 'unsaved');
    const document = window.activeTextEditor?.document;
    equal([document?.uri.scheme, document?.languageId], ['untitled', 'emh']);
    equal(document?.getText().replaceAll('\r\n', '\n'), await textOf(exampleUri(FLAWED)));
  });

  it('are all that the examples hold', async () => {
    const files = (await workspace.fs.readDirectory(exampleUri('.'))).flatMap(([name]) => (name.endsWith('.emh') ? [name] : []));
    equal([...SAMPLES].sort(), files.sort());
  });
});

/** Long enough for what would come to have come. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 1000));
const soon = () => new Promise((resolve) => setTimeout(resolve, 200));

/** Accepts what the list of the editor offers first, until that has had its effect. */
async function acceptUntil(done: () => boolean): Promise<void> {
  for (let again = 0; again < 50 && !done(); again++) {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await soon();
  }
}
