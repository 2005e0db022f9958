import type { Unread } from './unit.ts';

/** A record that holds a report. */
export interface ReportRecord {
  readonly text: string;
  /** The other keys, but an `error` of its own, which would make a good record look like one that tells of a failure. */
  readonly rest: object;
}

/** The same from a line of NDJSON. */
export interface JsonRecord extends ReportRecord {
  /** As JSON; `null` where it has none. */
  readonly id: string;
}

/** Reads `{"id": ..., "text": ..., ...}`; what is none gives the reason, and the id as far as there is one. Never throws. */
export function readRecord(json: string): JsonRecord | (Unread & { readonly id: string }) {
  let given: unknown;
  try {
    given = parsed(json);
  } catch {
    return { id: 'null', code: 'invalid-json', message: 'The line is no valid JSON.' };
  }
  const id: unknown = typeof given === 'object' && given !== null && !Array.isArray(given) && 'id' in given ? given.id : null;
  return { id: JSON.stringify(id), ...recordOf(given) };
}

/** Reads an object `{ id, text, ... }`; what is none gives the reason. */
export function recordOf(given: unknown): ReportRecord | Unread {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { code: 'not-an-object', message: 'The line is no JSON object: {"id": ..., "text": "..."}.' };
  const { id: _id, text, error: _error, ...rest } = given as Readonly<Record<string, unknown>>;
  return typeof text === 'string' ? { text, rest } : { code: 'no-text', message: '"text" is missing or no string.' };
}

/** The id stands first also where another key is a number, which JavaScript would put before it. */
export const recordLine = (id: string, rest: object): string => `{"id":${id},${JSON.stringify(rest).slice(1)}`;

/** Whether a number may be in it that JavaScript would write otherwise: with a point, an exponent, many digits, or a sign before zero. */
const MAY_CHANGE = /\d[.eE]|\d{16}|-0/;

/** JSON whose numbers stay as they are written when they are written again: an accession number may have more digits than JavaScript holds. */
function parsed(json: string): unknown {
  if (!MAY_CHANGE.test(json)) return JSON.parse(json);
  return JSON.parse(json, (_key: string, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' && context?.source !== undefined && String(value) !== context.source ? rawNumber(context.source) : value,
  );
}

// Of Node 22 and newer; TypeScript does not know it yet.
const { rawJSON: rawNumber } = JSON as unknown as { readonly rawJSON: (json: string) => object };

/** A value of a record as words; null where it is neither a string nor a number. */
export function wordsOf(value: unknown): string | null {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const raw = typeof value === 'object' && value !== null && 'rawJSON' in value && Object.isFrozen(value) ? value.rawJSON : null;
  return typeof raw === 'string' ? raw : null;
}
