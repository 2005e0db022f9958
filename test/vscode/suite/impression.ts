import { ConfigurationTarget, commands, type TextDocument, workspace } from 'vscode';
import { closeAll, diagnosticOf, openExample, openFile, openText, replace, textOf } from './documents.ts';
import { equal, includes, ok } from './expect.ts';

const FLAWED = 'case-1-mri-spine.flawed.emh';
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
    includes(document.getText(), 'IMPRESSION');
    inLine(document);
  });

  it('has no effect on a text that is no report', async () => {
    const document = await openText('FINDINGS\nCord compression at D4.\n', 'report.txt');
    await commands.executeCommand('emh.syncImpression');
    equal(document.getText(), 'FINDINGS\nCord compression at D4.\n');
  });

  describe('on save', () => {
    const settings = () => workspace.getConfiguration('editor', { languageId: 'emh' });
    const onSave = (value: object | undefined) => settings().update('codeActionsOnSave', value, ConfigurationTarget.Workspace, true);

    before(() => onSave({ 'source.syncImpression': 'explicit' }));
    after(() => onSave(undefined));

    it('is brought in line in the editor and in the file; undo restores the words that were there', async () => {
      const document = await openFile(FLAWED);
      await diagnosticOf(document, 'level-drift');
      await replace(document, '16:20.', '16:25.');
      const typed = document.getText();
      ok(await document.save(), 'not saved');
      inLine(document);
      equal(await textOf(document.uri), document.getText());
      await commands.executeCommand('undo');
      equal(document.getText(), typed);
    });
  });
});

const impressionOf = (text: string): string => text.slice(text.indexOf('IMPRESSION'));

/** The cord compression of the findings is in the impression. */
const inLine = (document: TextDocument): void => includes(impressionOf(document.getText()), 'Cord compression at D4 to D7');
