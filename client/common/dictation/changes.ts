import { l10n, Range, type TextDocument, type TextEdit, WorkspaceEdit, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { DICTATION, type DictationChanges, type DictationParams } from '../../../server/dictation.ts';

/** One change of dictation, with its place in the text before or after it. */
export interface Changed {
  readonly words: string;
  readonly written: string;
  readonly why: DictationChanges['changes'][number]['why'];
  readonly range: Range;
}

/** What would make report text of the dictation in some ranges, or in all of a report; null where something was typed meanwhile. */
export async function askDictation(
  client: BaseLanguageClient,
  document: TextDocument,
  ranges: readonly (Range | null)[],
  goesOn: boolean,
): Promise<readonly Changed[] | null> {
  const { code2ProtocolConverter: to, protocol2CodeConverter: from } = client;
  const textDocument = to.asTextDocumentIdentifier(document);
  const { version } = document;
  const ask = (range: Range | null): Promise<DictationChanges> =>
    client.sendRequest<DictationChanges>(DICTATION, {
      textDocument,
      ...(range === null ? {} : { range: to.asRange(range) }),
      goesOn,
    } satisfies DictationParams);
  const answers = await Promise.all(ranges.map(ask));
  if (answers.some((answer) => answer.version < 0)) throw new Error(l10n.t('The report could not be read.'));
  if (document.version !== version || answers.some((answer) => answer.version !== version)) return null;
  return answers
    .flatMap(({ changes }) => changes)
    .map((change) => ({ ...change, range: from.asRange(change.range) }))
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** Makes changes, as one step to undo. Gives them with their places in the text that they made; null where the editor refused. */
export async function applyChanges(document: TextDocument, changes: readonly Changed[]): Promise<readonly Changed[] | null> {
  const offsets = changes.map(({ range }) => [document.offsetAt(range.start), document.offsetAt(range.end)] as const);
  const edit = new WorkspaceEdit();
  edit.set(
    document.uri,
    changes.map(({ range, written }): TextEdit => ({ range, newText: written })),
  );
  if (!(await workspace.applyEdit(edit))) return null;
  let grown = 0;
  return changes.map((change, i) => {
    const [start = 0, end = 0] = offsets[i] ?? [];
    const at = start + grown;
    grown += change.written.length - (end - start);
    return { ...change, range: new Range(document.positionAt(at), document.positionAt(at + change.written.length)) };
  });
}
