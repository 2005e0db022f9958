import assert from 'node:assert/strict';
import type { Refactoring, RefactoringKind } from '../../language/refactor/refactoring.ts';
import { atCursor } from '../assist/check.ts';
import { edited } from '../format/check.ts';
import { shipped } from '../language/shipped.ts';

/** What is offered at the cursor `|`, of a kind. */
export function offered(marked: string, kind: RefactoringKind): readonly Refactoring[] {
  const { text, offset } = atCursor(marked);
  return shipped.refactor(shipped.read(text), { start: offset, end: offset }).filter((each) => each.kind === kind);
}

/** Checks the texts that the offers at the cursor lead to. */
export function checkRefactor(marked: string, kind: RefactoringKind, ...expected: readonly string[]): void {
  const { text } = atCursor(marked);
  assert.deepEqual(
    offered(marked, kind).map(({ edits }) => edited(text, edits)),
    expected,
  );
}

/** The same for a statement of findings. */
export const checkStatement = (marked: string, kind: RefactoringKind, ...expected: readonly string[]): void =>
  checkRefactor(around(marked), kind, ...expected.map(around));

/** Checks a way there and the way back. */
export function checkBothWays(prose: string, telegram: string): void {
  checkStatement(`|${prose}`, 'style', telegram);
  checkStatement(`|${telegram}`, 'style', prose);
}

const around = (statement: string): string => `Exam: MRI dorsal spine with contrast\n\nFINDINGS\n${statement}\n\nEND OF REPORT\n`;
