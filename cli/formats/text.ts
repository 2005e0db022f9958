import { nameOf } from '../archive/unit.ts';
import { drawDiagnostic } from '../drawing/diagnostic.ts';
import { linesOf } from '../drawing/lines.ts';
import { drawMatches } from '../drawing/matches.ts';
import { drawSummary } from '../drawing/summary.ts';
import type { MakeFormat } from './format.ts';

/** For people. What could not be checked is told on standard error. */
export const text: MakeFormat = (style) => ({
  head: '',
  first: '',
  between: '',
  report({ origin, text: own, diagnostics }) {
    if (diagnostics.length === 0) return '';
    const lines = linesOf(own);
    return diagnostics
      .map((diagnostic) => {
        const why = drawMatches(lines, diagnostic.matches ?? [], style);
        return `${drawDiagnostic(nameOf(origin), lines, diagnostic, style)}${why}\n`;
      })
      .join('');
  },
  unread: () => '',
  tail: ({ tally, quiet }) => (tally.texts > 0 && !quiet ? drawSummary(tally.counts, tally.texts, style.colours) : ''),
});
