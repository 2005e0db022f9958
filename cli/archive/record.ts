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
    given = JSON.parse(json);
  } catch {
    return { id: 'null', code: 'invalid-json', message: 'The line is no valid JSON.' };
  }
  const id = typeof given === 'object' && given !== null && !Array.isArray(given) ? idAsWritten(given, json) : 'null';
  return { id, ...recordOf(given) };
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

/** The id as JSON; a number with more digits than JavaScript holds stays as it was written. */
function idAsWritten(given: object, json: string): string {
  const id: unknown = 'id' in given ? given.id : null;
  if (typeof id !== 'number' || Number.isSafeInteger(id)) return JSON.stringify(id);
  const written = new Map<unknown, string>();
  const top: unknown = JSON.parse(json, function (this: unknown, key: string, value: unknown, context?: { readonly source?: string }) {
    if (key === 'id' && context?.source !== undefined) written.set(this, context.source);
    return value;
  });
  return written.get(top) ?? JSON.stringify(id);
}
