import type { Range } from 'vscode-languageserver';
import type { FindingsNode } from '../language/assist/findings-tree.ts';

/** Request: the findings of a report as a tree, by region and level, and its impression with what it rests on. */
export const FINDINGS_TREE = 'emh/findingsTree';

export interface FindingsTreeParams {
  readonly textDocument: { readonly uri: string };
}

export interface TreeNode extends Omit<FindingsNode, 'range' | 'children'> {
  readonly range: Range | null;
  readonly children: readonly TreeNode[];
}
