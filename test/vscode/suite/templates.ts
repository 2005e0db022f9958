import { type CodeLens, type CompletionList, commands, window } from 'vscode';
import { closeAll, diagnosed, diagnosticOf, openText, replace, ruleOf } from './documents.ts';
import { equal, includes, ok } from './expect.ts';

const REPORT = 'FINDINGS\n[mild | severe] mass at [levels], on the [side = left].\n';

const selected = (): string => {
  const editor = window.activeTextEditor;
  ok(editor, 'no editor is open');
  return editor.document.getText(editor.selection);
};

describe('templates', () => {
  afterEach(closeAll);

  it('moves through the fields of a report, round and round', async () => {
    await openText(REPORT);
    const seen: string[] = [];
    for (const command of ['next', 'next', 'next', 'next', 'previous', 'previous']) {
      await commands.executeCommand(`emh.${command}Field`);
      seen.push(selected());
    }
    equal(seen, ['[mild | severe]', '[levels]', '[side = left]', '[mild | severe]', '[side = left]', '[levels]']);
  });

  it('accepts a default and goes on; a field without one stays', async () => {
    const document = await openText(REPORT);
    await commands.executeCommand('emh.nextField');
    await commands.executeCommand('emh.acceptDefault');
    equal(selected(), '[levels]');
    await commands.executeCommand('emh.acceptDefault');
    equal(selected(), '[side = left]');
    equal(document.getText(), REPORT.replace('[mild | severe]', 'mild'));
  });

  it('reminds of open fields and offers their choices', async () => {
    const document = await openText(REPORT);
    await diagnosticOf(document, 'field-unfilled');
    const at = document.positionAt(REPORT.indexOf('mild') + 1);
    const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
    const labels = items.map(({ label }) => label);
    ok(labels.includes('mild') && labels.includes('severe'), labels.join(', '));
  });

  it('begins a report from a template, whose fields can be tabbed through', async () => {
    await openText('');
    await commands.executeCommand('emh.newReport', 'mri-spine');
    const document = window.activeTextEditor?.document;
    equal(document?.languageId, 'emh');
    includes(document?.getText() ?? '', 'Template: mri-spine 1.0\nExam: MRI thoracic spine without and with contrast\nDate: [*date]\n');
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    equal(selected(), '[*date]');
  });

  it('says what is wrong with a template', async () => {
    const document = await openText('Template: ours\nFINDINGS\nMass [side = up].\n[use nothing]\n', 'ours.emht');
    equal(document.languageId, 'emht');
    const found = await diagnosed(document, 'a wrong default', (all) => all.some((each) => ruleOf(each) === 'template-default'));
    ok(
      found.some((each) => ruleOf(each) === 'template-unknown-name'),
      'nothing is said of the template that is not there',
    );
  });

  it('runs its examples from the lens over the first', async () => {
    const text =
      'Template: ours\nFINDINGS\n[side: Left | Right] extradural mass.\n\n[example one]\nside = right\n[expect]\nRight extradural mass.\n[end]\n';
    const document = await openText(text, 'ours.emht');
    const lens = async (): Promise<CodeLens['command']> => {
      const all = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
      return all.find(({ command }) => command?.title.startsWith('Run examples'))?.command;
    };
    const run = async () => {
      const command = await lens();
      return commands.executeCommand<string>(command?.command ?? '', ...(command?.arguments ?? []));
    };
    equal((await lens())?.title, 'Run examples (passes)');
    equal(await run(), 'EMH Report: the example passes.');
    await replace(document, 'Right extradural mass.', 'Left extradural mass.');
    equal(await run(), 'EMH Report: 1 of 1 examples failed.');
  });
});
