import type { InlineCompletionItem, InlineCompletionParams } from 'vscode-languageserver';
import { nextItems } from '../../language/assist/next-item.ts';
import { nextNegatives } from '../../language/assist/next-negative.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';

/** Ghost text: the next item that the impression lacks; in the findings the next denial that the region is asked for. */
export function inlineCompletion(session: Session): void {
  session.connection.languages.inlineCompletion.on(
    run(
      session,
      'inline completion',
      [] as InlineCompletionItem[],
      ({ snapshot, document, language }, { position }: InlineCompletionParams) =>
        [nextItems, nextNegatives]
          .flatMap((next) => next(snapshot, document.offsetAt(position), language.lexicon))
          .map(({ range, words }) => ({ insertText: words, range: document.rangeOf(range) })),
    ),
  );
}
