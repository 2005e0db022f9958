import { createLanguage, type Language, type Snapshot } from '../../language/language.ts';
import { readParts } from '../../language/parts.ts';
import type { Diagnostic } from '../../language/text/diagnostic.ts';
import { packs } from '../../packs/emh.ts';
import type { RuleSettings } from '../../packs/rule-settings.ts';
import type { Environment } from '../../server/environment.ts';

const real = createLanguage({ packs, rules: [] });

/** How often a diagnostic of the toy was computed, to see that cancelled requests cost nothing. */
export const counted = { diagnostics: 0 };

/**
 * The real reader with toy checks, so that the protocol is tested apart from the rules: each `wrong` is a diagnostic with a sure
 * fix and an unsure one, `related` to the text's beginning; `drift` in the impression is out of sync; `throw` fails. Nothing can be said otherwise.
 */
export function toyLanguage({ severities }: Pick<RuleSettings, 'severities'>): Language {
  const read = (text: string): Snapshot => toySnapshot(text, severities);
  return { ...real, refactor: () => [], read, readParts: (text, before = null) => readParts(text, before, real.lexicon, read) };
}

/** A snapshot that computes some of its parts in another way. */
export const snapshotLike = (snapshot: Snapshot, parts: { readonly [K in keyof Snapshot]?: () => Snapshot[K] }): Snapshot => ({
  text: snapshot.text,
  get reports() {
    return parts.reports?.() ?? snapshot.reports;
  },
  get links() {
    return parts.links?.() ?? snapshot.links;
  },
  get understood() {
    return parts.understood?.() ?? snapshot.understood;
  },
  get diagnostics() {
    return parts.diagnostics?.() ?? snapshot.diagnostics;
  },
  get syncEdits() {
    return parts.syncEdits?.() ?? snapshot.syncEdits;
  },
});

function toySnapshot(text: string, severities: RuleSettings['severities']): Snapshot {
  return snapshotLike(real.read(text), {
    diagnostics: () => {
      counted.diagnostics++;
      if (text.includes('throw')) throw new Error('toy failure');
      return severities['toy-wrong'] === 'off' ? [] : [...text.matchAll(/wrong/g)].map(({ index }) => wrong(index));
    },
    syncEdits: () => [...text.matchAll(/drift/g)].map(({ index }) => ({ range: { start: index, end: index + 5 }, text: 'step' })),
  });
}

function wrong(start: number): Diagnostic {
  const range = { start, end: start + 5 };
  return {
    rule: 'toy-wrong',
    severity: 'info',
    message: 'This is wrong.',
    range,
    related: [{ message: 'Said here.', range: { start: 0, end: 4 } }],
    fixes: [
      { title: 'Write `right`', edits: [{ range, text: 'right' }], sure: true },
      { title: 'Remove it', edits: [{ range, text: '' }], sure: false },
    ],
    because: 'It is a toy.',
  };
}

export const toy: Environment = {
  version: '0.0.0',
  createLanguage: toyLanguage,

  defer: setImmediate,
};
