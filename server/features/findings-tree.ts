import { type FindingsNode, findingsTree as treeOf } from '../../language/assist/findings-tree.ts';
import type { PlacedText } from '../document-part.ts';
import { FINDINGS_TREE, type FindingsTreeParams, type TreeNode } from '../findings-tree.ts';
import { run } from '../run.ts';
import type { Opened, Session } from '../session.ts';

export function findingsTree(session: Session): void {
  session.connection.onRequest(FINDINGS_TREE, run(session, 'findings tree', [], treesOf));
}

/** Under each report where there are several. */
function treesOf({ reports }: Opened, _: FindingsTreeParams): TreeNode[] {
  const trees = reports.map(({ snapshot, language, document }) => treeOf(snapshot, language.lexicon).map((node) => toNode(node, document)));
  if (trees.length < 2) return trees.flat();
  return trees.map((children, i) => ({
    kind: 'report',
    label: `Report ${i + 1}`,
    detail: '',
    presence: null,
    range: rangeOf(reports[i]),
    children,
  }));
}

const rangeOf = (report: Opened | undefined): TreeNode['range'] =>
  report === undefined ? null : report.document.rangeOf({ start: 0, end: report.document.text.length });

const toNode = (node: FindingsNode, document: PlacedText): TreeNode => ({
  ...node,
  range: node.range && document.rangeOf(node.range),
  children: node.children.map((child) => toNode(child, document)),
});
