import {
  type Disposable,
  EventEmitter,
  l10n,
  type TextDocument,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { FINDINGS_TREE, type FindingsTreeParams, type TreeNode } from '../../../server/findings-tree.ts';
import { isReport } from '../report.ts';
import { iconOf } from './icons.ts';

/** Goes to a place of a report; for the lines of the view. */
export const GO_TO = 'emh.goToFinding';

/** A line of the view. The id outlives an edit, so that what is folded stays folded. */
export interface Line {
  readonly id: string;
  readonly node: TreeNode;
  readonly uri: string;
  readonly children: readonly Line[];
}

/** The findings of the active report by region and level, and its impression with what it rests on. */
export class FindingsView implements TreeDataProvider<Line>, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<Line>;
  readonly onDidChangeTreeData = this.#changed.event;
  #lines: readonly Line[] = [];
  #turn = 0;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#view = window.createTreeView('emh.findings', { treeDataProvider: this, showCollapseAll: true });
  }

  /** Shows a document's findings; those of the last report stay while something else is active. */
  update(document: TextDocument | null): void {
    if (document !== null && isReport(document) && this.#client.state === State.Running) void this.#fill(document).catch(() => undefined);
  }

  async #fill(document: TextDocument): Promise<void> {
    const mine = ++this.#turn;
    const params: FindingsTreeParams = { textDocument: this.#client.code2ProtocolConverter.asTextDocumentIdentifier(document) };
    const nodes = await this.#client.sendRequest<TreeNode[]>(FINDINGS_TREE, params);
    if (mine !== this.#turn) return;
    this.#lines = linesOf(nodes, document.uri.toString(), '');
    this.#view.description = document.uri.path.split('/').at(-1) ?? '';
    this.#changed.fire(undefined);
  }

  getChildren(line?: Line): Line[] {
    return [...(line === undefined ? this.#lines : line.children)];
  }

  getTreeItem({ id, node, uri, children }: Line): TreeItem {
    const { label, detail, range } = node;
    const isOpen = node.kind === 'item' ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
    const item = new TreeItem(label, children.length === 0 ? TreeItemCollapsibleState.None : isOpen);
    item.id = id;
    item.description = detail;
    item.tooltip = detail === '' ? label : `${label}: ${detail}`;
    item.accessibilityInformation = { label: detail === '' ? label : `${label}, ${detail}` };
    const icon = iconOf(node);
    if (icon !== null) item.iconPath = icon;
    if (range !== null)
      item.command = {
        title: l10n.t('Go to the Text'),
        command: GO_TO,
        arguments: [Uri.parse(uri), this.#client.protocol2CodeConverter.asRange(range)],
      };
    return item;
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }
}

function linesOf(nodes: readonly TreeNode[], uri: string, path: string): Line[] {
  const seen = new Map<string, number>();
  return nodes.map((node) => {
    const name = `${node.kind} ${node.kind === 'item' ? '' : node.label}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const id = `${path}/${name} ${count}`;
    return { id, node, uri, children: linesOf(node.children, uri, id) };
  });
}
