import { dictationWithin } from '../../language/dictation/within.ts';
import { DICTATION, type DictationChanges, type DictationParams } from '../dictation.ts';
import { run } from '../run.ts';
import type { Opened, Session } from '../session.ts';

const NONE: DictationChanges = { version: -1, changes: [] };

export function dictation(session: Session): void {
  session.connection.onRequest(DICTATION, run(session, 'dictation', NONE, changesOf));
}

function changesOf({ document, language }: Opened, { range, goesOn }: DictationParams): DictationChanges {
  const part = range === undefined ? { start: 0, end: document.text.length } : document.spanOf(range);
  const changes = dictationWithin(document.text, part, language.lexicon, goesOn);
  return {
    version: document.version,
    changes: changes.map(({ original, words, written, why }) => ({ words, written, why, range: document.rangeOf(original) })),
  };
}
