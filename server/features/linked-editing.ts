import type { LinkedEditingRanges } from 'vscode-languageserver';
import { linkedWordsAt } from '../../language/assist/linked-words.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';

/** The same level or side in a finding and in its impression item, to be changed together. */
export function linkedEditing(session: Session): void {
  session.connection.languages.onLinkedEditingRange(
    run(session, 'linked editing', null as LinkedEditingRanges | null, ({ snapshot, document }, { position }) => {
      const spans = linkedWordsAt(snapshot, document.offsetAt(position));
      return spans.length === 0 ? null : { ranges: spans.map((span) => document.rangeOf(span)), wordPattern: '[A-Za-z0-9/]+' };
    }),
  );
}
