import { commands, type Event, Range, Selection, TextEditorRevealType, window } from 'vscode';
import type { Panels } from '../../../client/common/panels/panels.ts';
import { api, closeAll, openText, replace } from './documents.ts';
import { equal, includes, ok } from './expect.ts';
import { when } from './when.ts';

type Panel = Panels['spineMap'];
type Shown = Panel['onDidShow'] extends Event<infer T> ? T : never;

const REPORT = 'FINDINGS\nExtradural mass D4 to D6.\nCord compression at D5.\n\nIMPRESSION\n1. Cord compression at D7. // for me\n';

export const panelOf = async (name: keyof Panels): Promise<Panel> => (await api()).panels[name];

/** Waits until a panel's page shows what is wanted, after something was done. */
export async function shownAfter(panel: Panel, act: () => unknown, wanted: (shown: Shown) => boolean): Promise<Shown> {
  let last: Shown | undefined;
  const listening = panel.onDidShow((shown) => {
    last = shown;
  });
  const waiting = when(
    panel.onDidShow,
    () => (last !== undefined && wanted(last) ? last : undefined),
    () => `the panel; it shows ${JSON.stringify(last)}`,
  );
  try {
    await act();
    return await waiting;
  } finally {
    listening.dispose();
  }
}

describe('the panels', () => {
  afterEach(async () => {
    await closeAll();
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('show the spine map, follow what is typed, and light up what the cursor is in', async () => {
    const document = await openText(REPORT);
    const editor = window.activeTextEditor;
    ok(editor, 'no editor');
    const panel = await panelOf('spineMap');
    const map = await shownAfter(
      panel,
      () => commands.executeCommand('emh.showSpineMap'),
      ({ findings }) => findings.length > 0,
    );
    equal(map.findings, ['f1', 'f2']);
    equal(panel.uri?.toString(), document.uri.toString());
    includes(map.text, 'D4 to D6');
    includes(map.text, 'Impression: D7');
    await shownAfter(
      panel,
      () => replace(document, 'D5.', 'D9.'),
      ({ text }) => text.includes('levels D9'),
    );
    const at = document.positionAt(REPORT.indexOf('Cord compression') + 3);
    const lit = await shownAfter(
      panel,
      () => {
        editor.selection = new Selection(at, at);
      },
      (shown) => shown.lit.includes('f2'),
    );
    equal([...lit.lit].sort(), ['T9', 'f2']);
  });

  it('show another report when that is edited', async () => {
    await openText(REPORT);
    const panel = await panelOf('spineMap');
    await shownAfter(
      panel,
      () => commands.executeCommand('emh.showSpineMap'),
      ({ text }) => text.includes('D4 to D6'),
    );
    await shownAfter(
      panel,
      () => openText('FINDINGS\nNo mass at L3.\n', 'other.emh'),
      ({ text }) => text.includes('No mass'),
    );
  });

  it('show the report as it will be read, and where the cursor is in it', async () => {
    const document = await openText(REPORT);
    const editor = window.activeTextEditor;
    ok(editor, 'no editor');
    const panel = await panelOf('preview');
    const preview = await shownAfter(
      panel,
      () => commands.executeCommand('emh.showPreview'),
      ({ text }) => text.includes('Cord compression'),
    );
    includes(preview.text, 'The impression says D7');
    ok(!preview.text.includes('for me'), 'a comment is shown');
    const at = document.positionAt(REPORT.lastIndexOf('Cord'));
    const shown = await shownAfter(
      panel,
      () => {
        editor.selection = new Selection(at, at);
      },
      ({ lit }) => lit.some((words) => words.includes('at D7')),
    );
    equal(shown.lit.length, 1);
    await shownAfter(
      panel,
      () => replace(document, 'D7', 'D5'),
      ({ text }) => !text.includes('The impression says D7'),
    );
  });

  it('keep the preview at the place that the editor is scrolled to', async () => {
    const lines = Array.from({ length: 120 }, (_, i) => `Level ${i}: Mass at D${(i % 12) + 1}.`);
    const document = await openText(`FINDINGS\n${lines.join('\n')}\n`);
    const editor = window.activeTextEditor;
    ok(editor, 'no editor');
    const panel = await panelOf('preview');
    await shownAfter(
      panel,
      () => commands.executeCommand('emh.showPreview'),
      ({ text, top }) => text.includes('Level 119') && top === 0,
    );
    const at = document.lineAt(70).range.start;
    const { top } = await shownAfter(
      panel,
      () => editor.revealRange(new Range(at, at), TextEditorRevealType.AtTop),
      (shown) => shown.top > 0,
    );
    equal(document.positionAt(top).line, editor.visibleRanges[0]?.start.line);
  });
});
