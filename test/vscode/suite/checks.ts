import { type CodeAction, commands, DiagnosticSeverity, languages, workspace } from 'vscode';
import {
  closeAll,
  diagnosed,
  diagnosticOf,
  exampleUri,
  openExample,
  openFile,
  replace,
  ruleOf,
  show,
  textOf,
  withoutDiagnosticOf,
} from './documents.ts';
import { equal, includes, ok } from './expect.ts';

const FLAWED = 'case-1-mri-spine.flawed.emh';

interface Mistake {
  readonly rule: string;
  readonly words: string;
  readonly line: number;
}

describe('checks', () => {
  afterEach(closeAll);

  it('finds every mistake of a flawed example on its own words', async () => {
    const name = 'case-2-mri-spine.flawed.emh';
    const document = await openFile(name);
    const mistakes = await mistakesIn(name);
    const found = await diagnosed(document, 'every mistake', (all) =>
      mistakes.every(({ rule }) => all.some((each) => ruleOf(each) === rule)),
    );
    for (const { rule, words, line } of mistakes) {
      const diagnostic = found.find((each) => ruleOf(each) === rule && each.range.start.line + 1 === line);
      ok(diagnostic, `${rule} is not on line ${line}`);
      includes(words, document.getText(diagnostic.range));
    }
  });

  it('underlines the wrong levels, and shows what they contradict', async () => {
    const document = await openExample(FLAWED);
    const drift = await diagnosticOf(document, 'level-drift');
    equal(document.getText(drift.range), 'D3 to D10');
    equal(drift.severity, DiagnosticSeverity.Error);
    equal(drift.source, 'emh');
    const place = drift.relatedInformation?.[0]?.location;
    ok(place, 'nothing is related');
    includes(document.getText(place.range), 'D3 to D8');
  });

  it('says nothing of a sound report but what is then made wrong in it', async () => {
    const document = await openExample('case-1-mri-spine.emh');
    await replace(document, 'D3 to D8', 'D3 to D9');
    await diagnosticOf(document, 'level-drift');
    const open = languages.getDiagnostics(document.uri).filter(({ severity }) => severity <= DiagnosticSeverity.Warning);
    equal(open.map(ruleOf), ['level-drift']);
  });

  it('mends the words by a quick fix', async () => {
    const document = await openExample(FLAWED);
    const drift = await diagnosticOf(document, 'level-drift');
    const ask = () => commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, drift.range, 'quickfix');
    // A busy editor drops the first request, as it does for a light bulb; it asks again.
    let actions = await ask();
    for (let again = 0; actions.length === 0 && again < 5; again++) actions = await ask();
    const fix = actions.find(({ title }) => title === 'Replace "D3 to D10" by "D3 to D8"');
    ok(fix?.edit, `among the actions: ${actions.map(({ title }) => title).join(', ')}`);
    await workspace.applyEdit(fix.edit);
    equal(document.lineAt(drift.range.start).text, '1. Lobulated extradural masses from D3 to D8,');
    await withoutDiagnosticOf(document, 'level-drift');
  });

  it('reads a text that was never saved, as soon as it is called a report', async () => {
    const content = 'FINDINGS\nSpinal canal: Masses D3 to D8.\n\nIMPRESSION\n1. Masses D3 to D9.\n';
    const plain = await show(await workspace.openTextDocument({ language: 'plaintext', content }));
    equal(languages.getDiagnostics(plain.uri), []);
    const report = await languages.setTextDocumentLanguage(plain, 'emh');
    const { range } = await diagnosticOf(report, 'level-drift');
    equal(report.getText(range), 'D3 to D9');
  });
});

async function mistakesIn(name: string): Promise<readonly Mistake[]> {
  return (JSON.parse(await textOf(exampleUri(name.replace('.emh', '.expected.json')))) as { mistakes: Mistake[] }).mistakes;
}
