import { Uri, workspace } from 'vscode';
import { closeAll, diagnosticOf, exampleUri, openFile, withoutDiagnosticOf } from './documents.ts';

const DRIFT = 'FINDINGS\nSpinal canal: Masses D3 to D8.\n\nIMPRESSION\n1. Masses D3 to D9.\n';

describe("a site's own files", () => {
  const report = exampleUri('site-report.emh');
  const folder = exampleUri('.emh');
  const write = (uri: Uri, text: string) => workspace.fs.writeFile(uri, new TextEncoder().encode(text));

  before(() => write(report, DRIFT));
  afterEach(closeAll);
  after(async () => {
    await workspace.fs.delete(report);
    await workspace.fs.delete(folder, { recursive: true });
  });

  it('are followed as they are written and changed', async () => {
    const document = await openFile('site-report.emh');
    await diagnosticOf(document, 'level-drift');
    const config = Uri.joinPath(folder, 'config.json');
    await write(config, '{ "severities": { "level-drift": "off" } }');
    await withoutDiagnosticOf(document, 'level-drift');
    await write(config, '{}');
    await diagnosticOf(document, 'level-drift');
  });
});
