import { CONTRACT_VERSION, toContract } from '../../language/contract.ts';
import type { Language } from '../../language/language.ts';
import type { Io } from '../io.ts';
import { diagnosticsJson } from '../json.ts';
import type { LanguageFor } from '../language.ts';
import { contentOf } from './content.ts';
import type { Outcome, Work } from './outcome.ts';
import { recordLine } from './record.ts';
import { type Stamper, stamperFor } from './stamp.ts';
import { type Found, foundIn } from './tally.ts';
import type { UnreadCode } from './unit.ts';

/** One NDJSON record in, one out: with the findings contract, or with the diagnostics alone and the stamp of what they are of. Plain data. */
export interface FilterOrder {
  readonly does: 'filter';
  readonly gives: 'findings' | 'diagnostics';
}

export function filterWork({ gives }: FilterOrder, languageFor: LanguageFor, io: Io): Work {
  // All records of a run come from one place.
  let made: Promise<Stamper> | null = null;
  return async (unit): Promise<Outcome> => {
    const { origin } = unit;
    const content = await contentOf(unit, io);
    const stamper = gives === 'findings' ? null : await (made ??= stamperFor(languageFor, origin.path));
    const id = content.id ?? 'null';
    const cannot = (code: UnreadCode, message: string): Outcome => ({
      ...NOTHING,
      printed: origin.line === null ? '' : `${recordLine(id, errorAnswer(stamper, code, message, origin.line))}\n`,
      unread: { code, message },
    });
    if ('code' in content) return cannot(content.code, content.message);
    const language = await languageFor(origin.path);
    try {
      const { text, rest } = content;
      const { answer, found } = answerTo(text, language, stamper);
      return { ...NOTHING, printed: `${recordLine(id, { ...rest, ...answer })}\n`, found };
    } catch (error) {
      return cannot('internal', error instanceof Error ? error.message : String(error));
    }
  };
}

const NOTHING: Outcome = { printed: '', found: null, unread: null, baseline: '', bytes: 0, isPartial: false };

/** What is said of a text: without a stamper its findings, with one its diagnostics and the stamp. */
export function answerTo(text: string, language: Language, stamper: Stamper | null): { readonly answer: object; readonly found: Found } {
  const snapshot = language.read(text);
  const answer =
    stamper === null
      ? toContract(snapshot)
      : { version: CONTRACT_VERSION, checked: stamper.stamp(text), diagnostics: diagnosticsJson(text, snapshot.diagnostics) };
  return { answer, found: foundIn(Math.max(1, snapshot.reports.length), snapshot.diagnostics) };
}

/** What is said of a record that cannot be checked; `line` is null where it comes from no file. */
export const errorAnswer = (stamper: Stamper | null, code: UnreadCode, message: string, line: number | null): object => ({
  ...(stamper === null ? {} : { checked: stamper.of }),
  error: { code, message, ...(line === null ? {} : { line }) },
});
