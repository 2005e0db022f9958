import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeLens,
  CompletionList,
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  InsertReplaceEdit,
  Location,
  TextDocumentContentResult,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { OpenDocument } from '../../server/document.ts';
import { RUN_EXAMPLES, type RuleExamples } from '../../server/rule-examples.ts';
import { shipped } from '../../server/shipped.ts';
import { connected, PULLING, type TestClient } from './client.ts';
import { Marked } from './marked.ts';

const environment = shipped(setImmediate);
const VSCODE: ClientCapabilities = {
  ...PULLING,
  textDocument: { ...PULLING.textDocument, rename: { prepareSupport: true } },
  workspace: { ...PULLING.workspace, textDocumentContent: {} },
};
const URI = 'file:///ours.emht';

const TEMPLATE = `Template: ours
Owner: Us
Version: 1
Review: 2098-01-01

FINDINGS
[if mass present]
[for each mass]
Ribs: [side: Left | Right] rib expansion with a mass of [mass size: size].
[end]
[end]
[if side is left]Liver: No [grade: mild | severe] mass.
Paraspinal: [use paraspinal-normals]

IMPRESSION
1. [side] rib expansion, [grade].

[example one]
mass = present
mass.1.mass size = 4 cm
side = right
[expect]
Ribs: Right rib expansion with a mass of 4 cm.
[end]
`;

describe('templates in the editor', () => {
  async function opened(marked: string, options?: unknown): Promise<{ file: Marked; client: TestClient }> {
    const at = marked.indexOf('¦');
    const text = at < 0 ? marked : marked.slice(0, at) + marked.slice(at + 1);
    const client = await connected(VSCODE, { environment, options });
    await client.open(text, 'emht', URI);
    return { file: new Marked(client, new OpenDocument(URI, 'emht', 1, text), at), client };
  }
  const listed = async (line: string): Promise<CompletionList> =>
    (await opened(TEMPLATE.replace('\nIMPRESSION', `${line}\n\nIMPRESSION`))).file.at<CompletionList>('completion');
  const labels = async (line: string): Promise<string[]> => (await listed(line)).items.map(({ label }) => label);

  describe('complete', () => {
    it('templates that may be used', async () => {
      assert.deepEqual(await labels('[use para¦]'), ['paraspinal-normals']);
      assert.ok((await labels('[use ¦')).includes('upper-abdomen-normals'));
      const [item] = (await listed('[use para¦')).items;
      assert.equal((item?.textEdit as InsertReplaceEdit | undefined)?.newText, 'paraspinal-normals]');
    });
    it('names, states and values of a condition', async () => {
      assert.deepEqual(await labels('[if ¦]'), ['side', 'mass size', 'grade', 'mass']);
      assert.deepEqual(await labels('[if mass ¦]'), ['present', 'absent', 'is']);
      assert.deepEqual(await labels('[if not gr¦]'), ['grade']);
      assert.deepEqual(await labels('[if grade is ¦]'), ['not', 'mild', 'severe']);
      assert.deepEqual(await labels('[if grade is not s¦]'), ['severe']);
    });
    it('groups', async () => assert.deepEqual(await labels('[for each ¦]'), ['mass']));
    it('types, ranges and defaults of a field', async () => {
      assert.ok((await labels('Mass at [canal: lev¦]')).includes('levels'));
      assert.deepEqual(await labels('Size [size 2: number 0-1¦]'), ['0-100 %']);
      assert.ok((await labels('Mass, [side = ¦]')).includes('left'));
      assert.deepEqual(await labels('Mass, [x: up | down = ¦]'), ['up', 'down']);
    });
    it('names and values of an example, and rules that it expects', async () => {
      const inExample = async (line: string): Promise<string[]> =>
        (await (await opened(TEMPLATE.replace('side = right', `side = right\n${line}`))).file.at<CompletionList>('completion')).items.map(
          ({ label }) => label,
        );
      assert.deepEqual(await inExample('gr¦'), ['grade']);
      assert.deepEqual(await inExample('grade = ¦'), ['mild', 'severe']);
      assert.deepEqual(await inExample('fat = p¦'), ['present']);
      assert.deepEqual(await inExample('[expect cord-compression-without¦'), ['cord-compression-without-canal-narrowing']);
    });
    it('lines about the template that it lacks', async () => {
      const { file } = await opened(`Template: ours\n¦\nFINDINGS\nMass.\n`);
      const all = (await file.at<CompletionList>('completion')).items.map(({ label }) => label);
      assert.deepEqual(all.slice(0, 3), ['Title', 'Owner', 'Version']);
    });
    it('what a report has, in its words', async () => assert.ok((await labels('Mass is mod¦')).includes('moderate')));
  });

  it('explain fields, switches, templates and lines about them', async () => {
    const hover = async (marked: string): Promise<string> =>
      JSON.stringify((await (await opened(marked)).file.at<Hover>('hover'))?.contents);
    assert.match(
      await hover(TEMPLATE.replace('[grade: mild', '[gra¦de: mild')),
      /grade.*one of .*mild.*severe.*Default: .*mild.*1 other place/,
    );
    assert.match(await hover(TEMPLATE.replace('[mass size:', '[mass si¦ze:')), /a size, such as.*Once for each mass: `mass\.1\.mass size`/);
    assert.match(await hover(TEMPLATE.replace('[if mass', '[if ma¦ss')), /mass.*\(group\)/);
    assert.match(await hover(TEMPLATE.replace('[use para', '[use pa¦ra')), /paraspinal-normals.*template/);
    assert.match(await hover(TEMPLATE.replace('Review', 'Rev¦iew')), /looked at again/);
    assert.match(await hover(TEMPLATE.replace('rib expansion', 'rib expan¦sion')), /expansion/);
  });

  it('lead from a name to its field, from a template that is used to its page', async () => {
    const { file } = await opened(TEMPLATE.replace('expansion, [grade]', 'expansion, [gr¦ade]'));
    assert.equal(file.words((await file.at<Location>('definition')).range), '12: grade');
    const used = await opened(TEMPLATE.replace('[use para', '[use pa¦ra'));
    const { uri } = await used.file.at<Location>('definition');
    assert.equal(uri, 'emh-templates:/templates/paraspinal-normals.emht');
    const { text } = await used.client.connection.sendRequest<TextDocumentContentResult>('workspace/textDocumentContent', { uri });
    assert.match(text, /^Template: paraspinal-normals\n/);
  });

  it('show where a field is named', async () => {
    const { file } = await opened(TEMPLATE.replace('[side: Left', '[si¦de: Left'));
    const all = await file.at<Location[]>('references', { context: { includeDeclaration: true } });
    assert.deepEqual(
      all.map(({ range }) => file.words(range)),
      ['9: side', '12: side', '16: side', '21: side'],
    );
    const highlights = await file.at<DocumentHighlight[]>('documentHighlight');
    assert.deepEqual(
      highlights.map(({ kind }) => kind),
      [3, 2, 2, 2],
    );
  });

  const renamed = async (marked: string, newName: string): Promise<string> => {
    const { file } = await opened(marked);
    const edit = await file.at<WorkspaceEdit>('rename', { newName });
    return file.edited((edit.documentChanges ?? []).flatMap((each) => (each as TextDocumentEdit).edits) as never);
  };

  it('rename a field, a switch or a group wherever it is named', async () => {
    assert.equal(
      await renamed(TEMPLATE.replace('[side: Left', '[si¦de: Left'), 'rib side'),
      TEMPLATE.replace('[side: Left', '[rib side: Left')
        .replace('if side is', 'if rib side is')
        .replace('1. [side]', '1. [rib side]')
        .replace('\nside = r', '\nrib side = r'),
    );
    assert.equal(
      await renamed(TEMPLATE.replace('[if mass', '[if ma¦ss'), 'lump'),
      TEMPLATE.replace('[if mass', '[if lump')
        .replace('each mass', 'each lump')
        .replace('mass = p', 'lump = p')
        .replace('mass.1.', 'lump.1.'),
    );
    assert.equal(
      await renamed(TEMPLATE.replace('[mass size:', '[mass¦ size:'), 'width'),
      TEMPLATE.replace('[mass size:', '[width:').replace('1.mass size', '1.width'),
    );
  });

  it('rename nothing to what is taken, and no field that has its type for a name', async () => {
    const { file } = await opened(TEMPLATE.replace('[grade: mild', '[gr¦ade: mild'));
    assert.equal((await file.at<{ placeholder: string }>('prepareRename')).placeholder, 'grade');
    await assert.rejects(file.at('rename', { newName: 'side' }), /another name|something else/);
    await assert.rejects(file.at('rename', { newName: 'mass' }), /another name in this template/);
    await assert.rejects(file.at('rename', { newName: 'levels' }), /something else in brackets/);
    await assert.rejects(file.at('rename', { newName: '[x]' }), /letters, digits/);
    const used = await opened(TEMPLATE.replace('[use para', '[use pa¦ra'));
    assert.equal(await used.file.at('prepareRename'), null);
    await assert.rejects(used.file.at('rename', { newName: 'x' }), /its own file/);
  });

  it('have their examples in the outline', async () => {
    const { file } = await opened(TEMPLATE);
    const symbols = await file.ask<DocumentSymbol[]>('documentSymbol');
    const last = symbols.at(-1);
    assert.deepEqual([last?.name, last?.detail], ['one', 'mass = present, mass.1.mass size = 4 cm, side = right']);
    assert.ok(symbols.some(({ name }) => /findings/i.test(name)));
  });

  it('run their examples, and say how what came differs from what was expected', async () => {
    const { client, file } = await opened(
      `${TEMPLATE.replace('expansion, [grade]', 'expansion')}\n[example two]\nside = right\n[expect]\nLiver: zorb\n[end]\n`,
      { showsExamples: true },
    );
    const [lens] = (await file.ask<CodeLens[]>('codeLens')).filter(({ command }) => command?.command === RUN_EXAMPLES);
    assert.equal(lens?.command?.title, 'Run examples (1 of 2 fails)');
    assert.equal(lens?.range.start.line, 17);
    const { rules } = await client.connection.sendRequest<RuleExamples>('workspace/executeCommand', {
      command: RUN_EXAMPLES,
      arguments: lens?.command?.arguments ?? [],
    });
    assert.deepEqual(
      rules.map(({ id, broken, examples }) => [id, broken, examples.map(({ label, failure }) => [label, failure?.message ?? null])]),
      [
        [
          'ours',
          null,
          [
            ['one', null],
            [
              'two',
              'The report has no line "Liver: zorb".\nThe report has a warning at "rib expansion": The findings do not state bone expansion. [impression-only]',
            ],
          ],
        ],
      ],
    );
    const difference = rules[0]?.examples[1]?.failure?.difference;
    assert.equal(difference?.expected, 'Liver: zorb');
    assert.match(difference?.got ?? '', /^Template: ours 1\n/);
    const told = new Promise<string>((resolve) => {
      void opened(TEMPLATE).then(({ client: other }) => {
        other.connection.onNotification('window/showMessage', ({ message }: { message: string }) => resolve(message));
        return other.connection.sendRequest('workspace/executeCommand', { command: RUN_EXAMPLES, arguments: [URI] });
      });
    });
    assert.match(await told, /^ours: /);
  });
});
