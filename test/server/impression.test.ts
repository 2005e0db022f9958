import assert from 'node:assert/strict';
import type {
  CodeAction,
  CodeLens,
  InlayHint,
  InlineCompletionItem,
  LinkedEditingRanges,
  Location,
  Range,
} from 'vscode-languageserver-protocol';
import type { ImpressionEdits } from '../../server/impression-edits.ts';
import { shipped } from '../../server/shipped.ts';
import { connected, PULLING, type TestClient, URI } from './client.ts';

const environment = shipped(setImmediate);
const REPORT = `Exam: MRI dorsal spine

FINDINGS
Extradural masses D3 to D8.
Left paraspinal mass at D9.

IMPRESSION
1. Extradural masses D3 to D8.
2. Left paraspinal mass at D9.
`;

async function opened(text: string, options?: unknown): Promise<TestClient> {
  const client = await connected(PULLING, { environment, options });
  await client.open(text);
  return client;
}

const words = (text: string, { start, end }: Range): string =>
  `${start.line}:${(text.split('\n')[start.line] ?? '').slice(start.character, end.character)}`;

describe('the impression over the protocol', () => {
  it('leads to the findings that it rests on, and those to it', async () => {
    const client = await opened(REPORT);
    const found = await client.at<Location[]>('definition', 8, 5);
    assert.deepEqual(
      found.map(({ range }) => words(REPORT, range)),
      ['4:mass'],
    );
    const back = await client.at<Location[]>('references', 4, 18, { context: { includeDeclaration: true } });
    assert.deepEqual(
      back.map(({ range }) => words(REPORT, range)),
      ['4:mass', '8:mass'],
    );
    const alone = await client.at<Location[]>('references', 4, 18, { context: { includeDeclaration: false } });
    assert.equal(alone.length, 1);
  });

  it('links the same level or side in both', async () => {
    const client = await opened(REPORT);
    const linked = await client.at<LinkedEditingRanges>('linkedEditingRange', 4, 25);
    assert.deepEqual(
      linked.ranges.map((range) => words(REPORT, range)),
      ['4:D9', '8:D9'],
    );
    assert.equal(await client.at('linkedEditingRange', 4, 7), null);
  });

  it('says over itself whether it is in step', async () => {
    const client = await opened(REPORT, { showsPlainLenses: true });
    assert.deepEqual(
      (await client.request<CodeLens[]>('codeLens')).map(({ command }) => command),
      [{ title: 'In step with the findings', command: '' }],
    );
    await client.change([8, 3], [8, 7], 'Right');
    await client.change([7, 3], [7, 30], 'Splenomegaly.');
    const [lens] = await client.request<CodeLens[]>('codeLens');
    assert.deepEqual(lens?.command, {
      title: 'Bring in step: 2 changes; 1 item rests on no finding',
      command: 'emh.syncReport',
      arguments: [URI],
    });
  });

  it('never says in step over a difference that a person has to settle', async () => {
    const text = 'FINDINGS\nNo cord compression.\n\nIMPRESSION\n1. Severe cord compression.\n';
    const client = await opened(text, { showsPlainLenses: true });
    assert.deepEqual(
      (await client.request<CodeLens[]>('codeLens')).map(({ command }) => command?.title),
      ['1 difference for you to settle'],
    );
  });

  it('never says in step over an item that rests on no finding', async () => {
    const text = 'FINDINGS\nParaspinal mass at D5.\n\nIMPRESSION\n1. Paraspinal mass at D5.\n2. Splenomegaly.\n';
    const client = await opened(text, { showsPlainLenses: true });
    assert.deepEqual(
      (await client.request<CodeLens[]>('codeLens')).map(({ command }) => command?.title),
      ['1 item rests on no finding'],
    );
  });

  it('is brought in step by the command of that line, with the version that was read', async () => {
    const client = await opened(REPORT.replace('2. Left', '2. Right'));
    const asked = new Promise<unknown>((resolve) => {
      client.connection.onRequest('workspace/applyEdit', (params) => {
        resolve(params);
        return { applied: true };
      });
    });
    const run = (args: unknown[]): Promise<unknown> =>
      client.connection.sendRequest('workspace/executeCommand', { command: 'emh.syncReport', arguments: args });
    assert.equal(await run([URI]), true);
    assert.deepEqual(await asked, {
      label: 'Bring the impression in step',
      edit: {
        documentChanges: [
          {
            textDocument: { uri: URI, version: 1 },
            edits: [{ range: { start: { line: 8, character: 3 }, end: { line: 8, character: 8 } }, newText: 'Left' }],
          },
        ],
      },
    });
    assert.equal(await run([]), false);
    assert.equal(await run(['file:///nowhere.emh']), false);
  });

  it('names what it rests on, where settings ask for that', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
    const silent = await opened(REPORT);
    assert.deepEqual(await silent.request('inlayHint', { range }), []);
    const client = await opened(REPORT, { hints: { supportingFindings: true } });
    const hints = await client.request<InlayHint[]>('inlayHint', { range });
    assert.deepEqual(
      hints.map(({ position, label }) => [position.line, (label as { value: string }[])[0]?.value]),
      [
        [7, '← mass D3 to D8'],
        [8, '← mass D9'],
      ],
    );
    const upper = await client.request<InlayHint[]>('inlayHint', { range: { start: range.start, end: { line: 7, character: 40 } } });
    assert.equal(upper.length, 1);
  });

  it('offers its next item as ghost text', async () => {
    const text = REPORT.replace('2. Left paraspinal mass at D9.', '2. Le');
    const client = await opened(text);
    const items = await client.at<InlineCompletionItem[]>('inlineCompletion', 8, 5, { context: { triggerKind: 2 } });
    assert.deepEqual(items, [
      {
        insertText: 'Left paraspinal mass at D9.',
        range: { start: { line: 8, character: 3 }, end: { line: 8, character: 5 } },
      },
    ]);
  });

  describe('while a person types', () => {
    const edits = async (text: string, ...positions: { line: number; character: number }[]): Promise<readonly string[]> => {
      const client = await opened(text);
      const answer = await client.connection.sendRequest<ImpressionEdits>('emh/impressionEdits', { textDocument: { uri: URI }, positions });
      assert.equal(answer.version, 1);
      return answer.edits.map(({ newText }) => newText);
    };
    const off = REPORT.replace('masses D3 to D8.\nLeft', 'masses D3 to D10.\nLeft');

    it('changes where the cursor is not', async () => {
      assert.deepEqual(await edits(off, { line: 3, character: 20 }), ['D10']);
    });
    it('stays as it is while a cursor is in it', async () => {
      assert.deepEqual(await edits(off, { line: 3, character: 20 }, { line: 8, character: 4 }), []);
    });
    it('stays as it is in the line of a cursor, also of a list that goes on in that line', async () => {
      const one = 'Masses D3 to D10.\nIMPRESSION: Masses D3 to D8.\n';
      assert.deepEqual(await edits(one, { line: 1, character: 2 }), []);
    });
  });
});

describe('quick fixes of the impression', () => {
  it('settle a difference, at the finding and at the item', async () => {
    const text = REPORT.replace('2. Left', '2. Right');
    const client = await opened(text);
    for (const line of [4, 8]) {
      const actions = await client.request<CodeAction[]>('codeAction', {
        range: { start: { line, character: 12 }, end: { line, character: 12 } },
        context: { diagnostics: [] },
      });
      assert.ok(
        actions.some(({ title }) => title === 'Replace "Right" by "Left"'),
        `line ${line}: ${actions.map(({ title }) => title).join(', ')}`,
      );
      assert.equal(new Set(actions.map(({ title }) => title)).size, actions.length, 'an action is offered twice');
    }
  });

  it('are one for one difference, at its own words or where nothing else differs, and preferred', async () => {
    const client = await opened(
      REPORT.replace('\nLeft paraspinal mass at D9.', '\nLeft paraspinal mass from D6 to D9.').replace(
        '2. Left paraspinal mass at D9.',
        '2. Right paraspinal mass from D6 to D10.',
      ),
    );
    const at = async (character: number): Promise<unknown[]> =>
      (
        await client.request<CodeAction[]>('codeAction', {
          range: { start: { line: 8, character }, end: { line: 8, character } },
          context: { diagnostics: [], only: ['quickfix'] },
        })
      ).map(({ title, isPreferred, diagnostics }) => [title, isPreferred ?? false, diagnostics?.map(({ code }) => code)]);
    const side = ['Replace "Right" by "Left"', true];
    const level = ['Replace "D6 to D10" by "D6 to D9"', true];
    assert.deepEqual(await at(5), [[...side, ['side-drift-impression']]]);
    assert.deepEqual(await at(33), [[...level, ['level-drift']]]);
    assert.deepEqual(await at(16), [
      [...level, undefined],
      [...side, undefined],
    ]);
  });

  it('add what is missing, and leave the choice for what rests on nothing', async () => {
    const client = await opened(REPORT.replace('2. Left paraspinal mass at D9.', '2. Pleural effusion.'));
    const titles = async (line: number): Promise<string[]> =>
      (
        await client.request<CodeAction[]>('codeAction', {
          range: { start: { line, character: 8 }, end: { line, character: 8 } },
          context: { diagnostics: [], only: ['quickfix'] },
        })
      ).map(({ title }) => title);
    assert.ok((await titles(4)).includes('Add "Left paraspinal mass at D9." to the impression'));
    const choices = await titles(8);
    assert.ok(
      choices.includes('Remove "Pleural effusion."') && choices.includes('Say "Pleural effusion." in the findings'),
      choices.join(),
    );
  });
});
