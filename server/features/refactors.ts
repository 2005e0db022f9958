import type { CodeAction } from 'vscode-languageserver';
import type { Span } from '../../language/text/span.ts';
import { CodeActionKind } from '../protocol.ts';
import type { Opened } from '../session.ts';
import type { MakeEdit } from './code-action.ts';

/** Says the same in other words. */
export const REWRITE = CodeActionKind.RefactorRewrite;

/** Other ways to say what stands at a range, of the kinds that are asked for: `refactor.rewrite.split`. */
export function refactors({ language, snapshot }: Opened, span: Span, only: readonly string[] | undefined, edit: MakeEdit): CodeAction[] {
  const isAsked = (kind: string): boolean => only?.some((each) => kind === each || kind.startsWith(`${each}.`)) ?? true;
  return language
    .refactor(snapshot, span)
    .map(({ title, kind, edits }): CodeAction => ({ title, kind: `${REWRITE}.${kind}`, edit: edit(edits) }))
    .filter(({ kind = '' }) => isAsked(kind));
}
