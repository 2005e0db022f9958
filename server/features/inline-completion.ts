import type { InlineCompletionItem, InlineCompletionParams } from 'vscode-languageserver';
import { nextItems } from '../../language/assist/next-item.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';

/** Ghost text: the next item that the impression lacks. */
export function inlineCompletion(session: Session): void {
  session.connection.languages.inlineCompletion.on(
    run(
      session,
      'inline completion',
      [] as InlineCompletionItem[],
      ({ snapshot, document, language }, { position }: InlineCompletionParams) =>
        nextItems(snapshot, document.offsetAt(position), language.lexicon).map(({ range, words }) => ({
          insertText: words,
          range: document.rangeOf(range),
        })),
    ),
  );
}
