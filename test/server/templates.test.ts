import assert from 'node:assert/strict';
import type { CompletionList, DocumentDiagnosticReport, TextEdit } from 'vscode-languageserver-protocol';
import { NEW_REPORT, REPORT_FIELDS, type ReportFields, TEMPLATES, type TemplateOffer } from '../../server/report-fields.ts';
import { shipped } from '../../server/shipped.ts';
import { connected, PULLING, type TestClient } from './client.ts';

const environment = shipped(setImmediate);
const TEMPLATE =
  'Template: ours\nOwner: Us\nVersion: 1\nReview: 2001-01-01\nSpoken: our own ribs\nFINDINGS\nRibs: [side = up] rib expansion.\n\n[example one]\nside = right\n[expect]\nRibs: left\n[end]\n';

async function opened(text: string, languageId: string): Promise<TestClient> {
  const client = await connected(PULLING, { environment });
  await client.open(text, languageId);
  return client;
}

const said = async (client: TestClient): Promise<string[]> => {
  const report = await client.request<DocumentDiagnosticReport>('diagnostic');
  return report.kind === 'full' ? report.items.map(({ code, range: { start } }) => `${code} ${start.line}:${start.character}`) : [];
};

describe('templates over the protocol', () => {
  it('says what is wrong with a template, as the command line does', async () =>
    assert.deepEqual(await said(await opened(TEMPLATE, 'emht')), ['template-review 3:8', 'template-default 6:6', 'template-example 10:0']));

  it('checks the same text as a report where it is one', async () =>
    assert.deepEqual(
      (await said(await opened('FINDINGS\nMass at [levels].\n', 'emh'))).filter((each) => each.startsWith('field')),
      ['field-unfilled 1:8'],
    ));

  it('leaves the lines of a template as they are', async () => {
    const client = await opened(`${TEMPLATE}  \n\n\n`, 'emht');
    assert.deepEqual(await client.request<TextEdit[]>('formatting', { options: { tabSize: 2, insertSpaces: true } }), []);
  });

  it('offers types of fields where a bracket is opened, and lines of templates in templates alone', async () => {
    const labels = async (client: TestClient, line: number, character: number): Promise<string[]> =>
      (await client.at<CompletionList>('completion', line, character)).items.map(({ label }) => label);
    const template = await opened('FINDINGS\n[\nMass at [\n', 'emht');
    const begun = await labels(template, 1, 1);
    for (const label of ['levels', 'side', 'if NAME present', 'use TEMPLATE', 'end']) assert.ok(begun.includes(label), label);
    assert.ok(!(await labels(template, 2, 9)).includes('end'));
    const report = await opened('FINDINGS\n[\n', 'emh');
    assert.ok(!(await labels(report, 1, 1)).includes('end'));
  });

  it('offers the choices of a field in its place', async () => {
    const client = await opened('FINDINGS\nA [severity: mild | moderate | severe] mass on the [side].\n', 'emh');
    const { items } = await client.at<CompletionList>('completion', 1, 6);
    assert.deepEqual(
      items.map(({ label, detail }) => [label, detail]),
      [
        ['mild', 'default'],
        ['moderate', 'severity'],
        ['severe', 'severity'],
      ],
    );
    assert.deepEqual((items[1]?.textEdit as { replace: unknown } | undefined)?.replace, {
      start: { line: 1, character: 2 },
      end: { line: 1, character: 38 },
    });
    const sides = await client.at<CompletionList>('completion', 1, 53);
    for (const side of ['left', 'right', 'bilateral'])
      assert.ok(
        sides.items.some(({ label }) => label === side),
        side,
      );
  });

  it('tells which fields are open, in order', async () => {
    const client = await opened('FINDINGS\n[side = left] mass at [levels], "[size]".\n', 'emh');
    const { version, fields } = await client.connection.sendRequest<ReportFields>(REPORT_FIELDS, {
      textDocument: { uri: 'file:///report.emh' },
    });
    assert.equal(version, 1);
    assert.deepEqual(
      fields.map(({ range, default: usual }) => [range.start.character, range.end.character, usual]),
      [
        [0, 13, 'left'],
        [22, 30, null],
      ],
    );
  });

  it('offers templates, and writes one as a snippet with what is present', async () => {
    const { connection } = await opened('', 'emh');
    const offers = await connection.sendRequest<TemplateOffer[]>(TEMPLATES, { uri: 'file:///report.emh' });
    const spine = offers.find(({ name }) => name === 'mri-spine');
    assert.match(spine?.preview ?? '', /^Vertebrae: Normal alignment\. Marrow: /);
    assert.ok(spine?.switches.includes('compression'));
    assert.ok(!offers.some(({ name }) => name === 'paraspinal-normals'));
    const ask = (template: string, present: string[]) => connection.sendRequest<string | null>(NEW_REPORT, { uri: '', template, present });
    assert.match((await ask('mri-spine', ['mass'])) ?? '', /\n\$\{\d+\|Lobulated,Smooth\|\} extradural mass/);
    assert.equal(await ask('nothing', []), null);
  });

  it('mends what a report left of its template', async () => {
    const text =
      'Template: mri-spine 1.0\nExam: MRI thoracic spine\nFINDINGS\nParaspinal: No paraspinal mass. Left paraspinal mass at D5.\n';
    const client = await opened(text, 'emh');
    assert.ok((await said(client)).includes('template-normal-contradicted 3:12'));
    const actions = await client.request<{ title: string }[]>('codeAction', {
      range: { start: { line: 3, character: 14 }, end: { line: 3, character: 14 } },
      context: { diagnostics: [] },
    });
    assert.ok(
      actions.some(({ title }) => title === 'Remove "No paraspinal mass."'),
      JSON.stringify(actions),
    );
  });
});
