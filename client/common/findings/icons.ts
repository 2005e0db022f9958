import { ThemeIcon } from 'vscode';
import type { TreeNode } from '../../../server/findings-tree.ts';

const PRESENCE = { present: 'circle-filled', possible: 'question', absent: 'circle-slash' } as const;

/** What tells present, possible and denied findings apart without a colour; null for a line that needs none. */
export function iconOf({ kind, presence }: TreeNode): ThemeIcon | null {
  if (presence !== null) return new ThemeIcon(PRESENCE[presence]);
  if (kind === 'impression') return new ThemeIcon('list-ordered');
  return kind === 'report' ? new ThemeIcon('file') : null;
}
