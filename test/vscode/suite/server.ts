import { ConfigurationTarget, commands, workspace } from 'vscode';
import { closeAll, diagnosticOf, extension, openText, withoutDiagnosticOf } from './documents.ts';
import { equal, ok } from './expect.ts';

const DRIFT = 'FINDINGS\nSpinal canal: Masses D3 to D8.\n\nIMPRESSION\n1. Masses D3 to D9.\n';

describe('the language server', () => {
  afterEach(closeAll);

  it('runs in the kind of extension host that is meant', () => {
    const isWeb = extension().extensionUri.scheme === 'http';
    equal(typeof process === 'undefined', isWeb);
  });

  it('is there again after a restart', async () => {
    const document = await openText(DRIFT);
    await diagnosticOf(document, 'level-drift');
    await commands.executeCommand('emh.restartServer');
    await diagnosticOf(document, 'level-drift');
    await commands.executeCommand('emh.syncImpression');
    equal(document.lineAt(4).text, '1. Masses D3 to D8.');
  });

  it('follows the severities in the settings', async () => {
    const severities = (value: object | undefined) =>
      workspace.getConfiguration('emh').update('severities', value, ConfigurationTarget.Workspace);
    const document = await openText(DRIFT);
    await diagnosticOf(document, 'level-drift');
    await severities({ 'level-drift': 'off' });
    await withoutDiagnosticOf(document, 'level-drift');
    await severities(undefined);
    await diagnosticOf(document, 'level-drift');
  });

  it('follows the parameters in the settings', async () => {
    const parameters = (value: object | undefined) =>
      workspace.getConfiguration('emh').update('parameters', value, ConfigurationTarget.Workspace);
    const document = await openText('FINDINGS\nSplenomegaly, 13 cm.\n');
    await parameters({ 'spleen-mm': 140 });
    ok((await diagnosticOf(document, 'organ-size-vs-word')).message.includes('140 mm'), 'the limit is that of the settings');
    await parameters(undefined);
    await withoutDiagnosticOf(document, 'organ-size-vs-word');
  });

  it('reads a report that lies on no disk', async () => {
    const document = await openText(DRIFT);
    equal([document.uri.scheme, document.languageId], ['archive', 'emh']);
    const { range } = await diagnosticOf(document, 'level-drift');
    equal(document.getText(range), 'D3 to D9');
  });

  it('offers its commands', async () => {
    const all = await commands.getCommands(true);
    for (const name of ['emh.syncImpression', 'emh.beforeSigning', 'emh.copyPlainText', 'emh.restartServer', 'emh.showOutput'])
      ok(all.includes(name), `${name} is missing`);
  });
});
