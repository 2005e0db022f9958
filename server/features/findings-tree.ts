import { type FindingsNode, findingsTree as treeOf } from '../../language/assist/findings-tree.ts';
import type { OpenDocument } from '../document.ts';
import { FINDINGS_TREE, type FindingsTreeParams, type TreeNode } from '../findings-tree.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';

export function findingsTree(session: Session): void {
  session.connection.onRequest(
    FINDINGS_TREE,
    run(session, 'findings tree', [], ({ document, snapshot, language }, _: FindingsTreeParams): TreeNode[] =>
      treeOf(snapshot, language.lexicon).map((node) => toNode(node, document)),
    ),
  );
}

const toNode = (node: FindingsNode, document: OpenDocument): TreeNode => ({
  ...node,
  range: node.range && document.rangeOf(node.range),
  children: node.children.map((child) => toNode(child, document)),
});
