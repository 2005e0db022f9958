import {
  commands,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  ThemeIcon,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { goTo } from '../go-to.ts';
import { isReport } from '../report.ts';
import { askOpen, countOpen, type Open } from './open.ts';

interface Item extends QuickPickItem {
  readonly open?: Open;
}

const ICONS: Readonly<Record<Open['kind'], string>> = {
  error: 'error',
  communication: 'call-outgoing',
  impression: 'sync',
  field: 'bracket-dot',
  warning: 'warning',
};

const HEADINGS: Readonly<Record<Open['kind'], () => string>> = {
  error: () => l10n.t('Errors'),
  communication: () => l10n.t('Communication'),
  impression: () => l10n.t('Impression'),
  field: () => l10n.t('Fields'),
  warning: () => l10n.t('Warnings'),
};

/** Lists what is open in the active report. Moving through the list shows each place, Enter goes there, Escape goes back. Resolves with what there is, for a person. */
export async function showOpen(client: BaseLanguageClient): Promise<string> {
  const editor = window.activeTextEditor;
  if (editor === undefined || !isReport(editor.document)) return l10n.t('EMH Report: open a report to see what is open in it.');
  const { document, selection: before } = editor;
  const open = await askOpen(client, document);
  if (open.length === 0) return l10n.t('EMH Report: nothing is open in this report.');
  const { protocol2CodeConverter: from } = client;
  const pick = window.createQuickPick<Item>();
  pick.title = l10n.t('Before signing: {0}', countOpen(open));
  pick.placeholder = l10n.t('Enter goes to the place');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = itemsOf(open, document);
  const first = pick.items.find((item) => item.open !== undefined);
  if (first !== undefined) pick.activeItems = [first];
  let isTaken = false;
  pick.onDidChangeActive(([item]) => {
    if (item?.open !== undefined) editor.revealRange(from.asRange(item.open.range), TextEditorRevealType.InCenterIfOutsideViewport);
  });
  pick.onDidTriggerItemButton(() => {
    isTaken = true;
    pick.hide();
    void commands.executeCommand('emh.syncImpression');
  });
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    if (item?.open === undefined) return;
    isTaken = true;
    pick.hide();
    void goTo(document.uri, from.asRange(item.open.range));
  });
  pick.onDidHide(() => {
    pick.dispose();
    if (isTaken) return;
    editor.selection = new Selection(before.anchor, before.active);
    editor.revealRange(before, TextEditorRevealType.InCenterIfOutsideViewport);
  });
  pick.show();
  return l10n.t('EMH Report: {0}.', countOpen(open));
}

const itemsOf = (open: readonly Open[], document: TextDocument): Item[] =>
  [...Map.groupBy(open, ({ kind }) => kind)].flatMap(([kind, all]): Item[] => [
    { label: HEADINGS[kind](), kind: QuickPickItemKind.Separator },
    ...all.map(
      (each): Item => ({
        label: each.message,
        description: l10n.t('line {0}', each.range.start.line + 1),
        // The message has the words of a field already; where it stands says more.
        detail: kind === 'field' ? lineOf(document, each.range.start.line) : each.words,
        iconPath: new ThemeIcon(ICONS[kind]),
        ...(kind === 'impression' ? { buttons: [{ iconPath: new ThemeIcon('sync'), tooltip: l10n.t('Sync Impression') }] } : {}),
        open: each,
      }),
    ),
  ]);

const lineOf = (document: TextDocument, line: number): string => (line < document.lineCount ? document.lineAt(line).text.trim() : '');
