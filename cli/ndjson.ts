import type { FilterOrder } from './archive/filter-work.ts';
import { outcomesOf } from './archive/outcomes.ts';
import { addFound, noTally, type Tally } from './archive/tally.ts';
import { unitsOf } from './archive/units.ts';
import { Failure } from './failure.ts';
import { type Io, writeSlowly } from './io.ts';
import type { MakeLanguage } from './language.ts';
import { TOOL } from './version.ts';

export interface FilterOptions {
  readonly gives: FilterOrder['gives'];
  readonly lexicons: readonly string[];
  readonly jobs: number;
}

/**
 * Reads one JSON object `{"id", "text", ...}` a line and writes one a line, in the same order: the id, what was found in the
 * text, and whatever else the object held but `error`. A line that cannot be read gives `{"id", "error": {"code", "message", "line"}}`; blank
 * lines give nothing. Holds some lines at a time, however many there are. Gives what was counted. Throws a Failure where the input itself
 * cannot be read.
 */
export async function filterNdjson(
  word: string,
  { gives, lexicons, jobs }: FilterOptions,
  io: Io,
  makeLanguage: MakeLanguage,
): Promise<Tally> {
  const tally = noTally();
  const units = unitsOf([word], { ...PLAIN, holding: 'ndjson' }, io);
  for await (const [{ origin }, { printed, found, unread }] of outcomesOf(
    units,
    { does: 'filter', gives, lexicons },
    jobs,
    io,
    makeLanguage,
  )) {
    if (unread !== null && origin.line === null) throw new Failure(`${origin.file}: ${unread.message}`);
    if (found !== null) addFound(tally, found);
    if (unread !== null) tally.unread++;
    if (printed !== '') await writeSlowly(io.stdout, printed);
  }
  return tally;
}

/** The counts as one line of JSON: lines read and not, reports in them, and what was found by severity. */
export const filterSummary = ({ texts, unread, reports, counts }: Tally): string =>
  `${JSON.stringify({ tool: TOOL, lines: texts + unread, unread, reports, alerts: counts })}\n`;

const PLAIN = { column: null, idColumn: null, onBytes: () => {}, only: null };
