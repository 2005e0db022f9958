import type { FilterOrder } from './archive/filter-work.ts';
import { outcomesOf } from './archive/outcomes.ts';
import { unitsOf } from './archive/units.ts';
import { Failure } from './failure.ts';
import { type Io, writeSlowly } from './io.ts';
import type { MakeLanguage } from './language.ts';

export interface FilterOptions {
  readonly gives: FilterOrder['gives'];
  readonly lexicons: readonly string[];
  readonly jobs: number | null;
}

/**
 * Reads one JSON object `{"id", "text", ...}` a line and writes one a line, in the same order: the id, what was found in the
 * text, and whatever else the object held but `error`. A line that cannot be read gives `{"id", "error": {"code", "message", "line"}}`; blank
 * lines give nothing. With one job it holds one line at a time. Throws a Failure where the input itself cannot be read.
 */
export async function filterNdjson(
  word: string,
  { gives, lexicons, jobs }: FilterOptions,
  io: Io,
  makeLanguage: MakeLanguage,
): Promise<void> {
  const units = unitsOf([word], { ...PLAIN, holding: 'ndjson' }, io);
  for await (const [{ origin }, { printed, unread }] of outcomesOf(units, { does: 'filter', gives, lexicons }, jobs, io, makeLanguage)) {
    if (unread !== null && origin.line === null) throw new Failure(`${origin.file}: ${unread.message}`);
    if (printed !== '') await writeSlowly(io.stdout, printed);
  }
}

const PLAIN = { column: null, idColumn: null, onBytes: () => {}, only: null };
