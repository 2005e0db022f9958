import { CONTRACT_VERSION, toContract } from '../../language/contract.ts';
import type { Io } from '../io.ts';
import { diagnosticsJson } from '../json.ts';
import type { LanguageFor } from '../language.ts';
import { contentOf } from './content.ts';
import type { Outcome, Work } from './outcome.ts';
import { recordLine } from './record.ts';
import { foundIn } from './tally.ts';

/** One NDJSON record in, one out: with the findings contract, or with the diagnostics alone. Plain data. */
export interface FilterOrder {
  readonly does: 'filter';
  readonly gives: 'findings' | 'diagnostics';
}

export function filterWork({ gives }: FilterOrder, languageFor: LanguageFor, io: Io): Work {
  return async (unit): Promise<Outcome> => {
    const { origin } = unit;
    const content = await contentOf(unit, io);
    const id = content.id ?? 'null';
    const cannot = (code: NonNullable<Outcome['unread']>['code'], message: string): Outcome => ({
      printed: origin.line === null ? '' : `${recordLine(id, { error: { code, message, line: origin.line } })}\n`,
      found: null,
      unread: { code, message },
      baseline: '',
      bytes: 0,
      isPartial: false,
    });
    if ('code' in content) return cannot(content.code, content.message);
    const language = await languageFor(origin.path);
    try {
      const { text, rest } = content;
      const snapshot = language.read(text);
      const answer =
        gives === 'findings'
          ? toContract(snapshot)
          : { version: CONTRACT_VERSION, diagnostics: diagnosticsJson(text, snapshot.diagnostics) };
      return {
        printed: `${recordLine(id, { ...rest, ...answer })}\n`,
        found: foundIn(Math.max(1, snapshot.reports.length), snapshot.diagnostics),
        unread: null,
        baseline: '',
        bytes: 0,
        isPartial: false,
      };
    } catch (error) {
      return cannot('internal', error instanceof Error ? error.message : String(error));
    }
  };
}
