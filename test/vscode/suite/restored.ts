import { commands, EventEmitter, type TextEditor, type Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { FromPage, ToPage } from '../../../client/common/panels/messages.ts';
import type { Panels } from '../../../client/common/panels/panels.ts';
import { api, closeAll, exampleUri, openText, textOf } from './documents.ts';
import { equal, includes, ok } from './expect.ts';
import { panelOf, shownAfter } from './panels.ts';
import { until } from './when.ts';

const REPORT = 'FINDINGS\nExtradural mass D4 to D6.\nCord compression at D5.\n\nIMPRESSION\n1. Cord compression at D7. // for me\n';

/** Pages made by hand, which no command closes. */
const pages: WebviewPanel[] = [];

const closePanels = async (): Promise<void> => {
  for (const page of pages.splice(0)) page.dispose();
  await closeAll();
  await commands.executeCommand('workbench.action.closeAllEditors');
};

describe('panels of the last session', () => {
  afterEach(closePanels);

  const kinds: readonly [keyof Panels, string, string][] = [
    ['spineMap', 'emh.spineMap', 'D4 to D6'],
    ['preview', 'emh.preview', 'Extradural mass D4 to D6.'],
  ];
  for (const [name, type, words] of kinds)
    it(`are filled with the report that they showed: ${name}`, async () => {
      const document = await openText(REPORT);
      const command = name === 'spineMap' ? 'emh.showSpineMap' : 'emh.showPreview';
      const panel = await panelOf(name);
      await shownAfter(
        panel,
        () => commands.executeCommand(command),
        ({ text }) => text.includes(words),
      );
      await closePanels();
      await until(
        () => (panel.uri === null ? true : undefined),
        () => 'the end of the panel',
      );
      // As the editor does it at its next start: an empty panel, and what the page had kept.
      const empty = window.createWebviewPanel(type, 'Restored', ViewColumn.One);
      await shownAfter(
        panel,
        () => panel.revive(empty, { uri: document.uri.toString() }),
        ({ text }) => text.includes(words),
      );
      equal(panel.uri?.toString(), document.uri.toString());
    });

  it('say so where their report is gone', async () => {
    const { panel, page } = await paged('emh.preview');
    await openText(REPORT);
    panel.revive(page.panel, { uri: exampleUri('gone.emh').toString() });
    page.tell({ kind: 'ready', isNarrow: false });
    const told = await page.told(({ kind }) => kind === 'empty');
    includes(JSON.stringify(told), 'Open a report to see it here.');
  });
});

describe('what a page tells', () => {
  afterEach(closePanels);

  it('of words that were chosen in the preview, the editor selects', async () => {
    const { panel, page } = await paged('emh.preview');
    const document = await openText(REPORT);
    panel.revive(page.panel, { uri: document.uri.toString() });
    page.tell({ kind: 'ready', isNarrow: false });
    await page.told(({ kind }) => kind === 'preview');
    const start = REPORT.indexOf('Cord');
    page.tell({ kind: 'words', start, end: start + 'Cord compression'.length });
    const chosen = (): string => document.getText(editorOf(document.uri)?.selection);
    await until(
      () => (chosen() === 'Cord compression' ? true : undefined),
      () => `the words; selected is ${chosen()}`,
    );
  });

  it('of a finding or level that was chosen in the map, the editor selects', async () => {
    const { panel, page } = await paged('emh.spineMap');
    const document = await openText(REPORT);
    panel.revive(page.panel, { uri: document.uri.toString() });
    page.tell({ kind: 'ready', isNarrow: false });
    await page.told(({ kind }) => kind === 'map');
    const line = (): number | undefined => editorOf(document.uri)?.selection.start.line;
    const choices: readonly [FromPage, number][] = [
      [{ kind: 'finding', id: 'f2' }, 2],
      [{ kind: 'level', level: 'T4' }, 1],
    ];
    for (const [chosen, wanted] of choices) {
      page.tell(chosen);
      await until(
        () => (line() === wanted ? true : undefined),
        () => `line ${wanted}; the cursor is in ${line()}`,
      );
    }
  });

  it('of little room, the map stands its two views one below the other', async () => {
    const { panel, page } = await paged('emh.spineMap');
    const document = await openText(REPORT);
    panel.revive(page.panel, { uri: document.uri.toString() });
    for (const isNarrow of [false, true]) {
      page.tell({ kind: 'ready', isNarrow });
      const shape = isNarrow ? 'tall' : 'wide';
      await page.told((message) => message.kind === 'map' && message.svg.includes(`class="spine-map ${shape}"`));
    }
  });

  it('of where the preview was scrolled to, the editor follows, and does not answer', async () => {
    const lines = Array.from({ length: 120 }, (_, i) => `Level ${i}: Mass at D${(i % 12) + 1}.`);
    const { panel, page } = await paged('emh.preview');
    const document = await openText(`FINDINGS\n${lines.join('\n')}\n`);
    panel.revive(page.panel, { uri: document.uri.toString() });
    page.tell({ kind: 'ready', isNarrow: false });
    await page.told(({ kind }) => kind === 'cursor');
    page.tell({ kind: 'scrolled', offset: document.offsetAt(document.lineAt(70).range.start) });
    // Some lines above it are behind the headings that stay in sight.
    const top = (): number => editorOf(document.uri)?.visibleRanges[0]?.start.line ?? 0;
    await until(
      () => (top() > 60 && top() <= 70 ? true : undefined),
      () => `line 70 at the top; there is ${top()}`,
    );
    equal(
      page.all.filter((message) => message.kind === 'scroll' && message.offset > 0),
      [],
    );
  });
});

describe('the report as a page of its own', () => {
  afterEach(closePanels);

  it('is saved where that is wanted, with nothing that runs or is loaded, and without comments', async () => {
    await openText(REPORT);
    const file = exampleUri('saved-report.html');
    equal(await commands.executeCommand<string>('emh.savePreview', file), 'EMH Report: saved saved-report.html. A browser prints it.');
    const page = await textOf(file);
    await workspace.fs.delete(file);
    includes(page, '<!doctype html>');
    includes(page.replaceAll(/<[^>]*>/g, ''), 'Cord compression at D7.');
    ok(!page.includes('for me'), 'a comment is saved');
    ok(!/<script|<link|src=|https?:/.test(page), 'something in it runs or is loaded');
  });

  it('is not saved where there is no report', async () => {
    await openText('FINDINGS\n', 'report.txt');
    const file = exampleUri('no-report.html');
    includes(await commands.executeCommand<string>('emh.savePreview', file), 'open a report to save it');
  });
});

const editorOf = (uri: Uri): TextEditor | undefined =>
  window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());

/** One of the panels, and a page made by hand in the place of its own: it hears what the panel tells, and says what a page would. */
async function paged(type: 'emh.preview' | 'emh.spineMap') {
  const { panels } = await api();
  const said = new EventEmitter<FromPage>();
  const closed = new EventEmitter<void>();
  const all: ToPage[] = [];
  const panel = {
    webview: {
      cspSource: '',
      asWebviewUri: (uri: Uri) => uri,
      onDidReceiveMessage: said.event,
      postMessage: async (message: ToPage) => all.push(message) > 0,
    },
    onDidDispose: closed.event,
    reveal: () => undefined,
    dispose: () => closed.fire(),
  };
  pages.push(panel as unknown as WebviewPanel);
  const page = {
    panel: panel as unknown as WebviewPanel,
    all,
    tell: (message: FromPage) => said.fire(message),
    told: (wanted: (message: ToPage) => boolean): Promise<ToPage> =>
      until(
        () => all.find(wanted),
        () => `a message; there are ${all.map(({ kind }) => kind).join(', ')}`,
      ),
  };
  return { panel: type === 'emh.preview' ? panels.preview : panels.spineMap, page };
}
