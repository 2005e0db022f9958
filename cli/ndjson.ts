import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { toContract } from '../language/contract.ts';
import type { Language } from '../language/language.ts';
import { byteLines } from './byte-lines.ts';
import { oneLine } from './drawing/cells.ts';
import { Failure, systemReason } from './failure.ts';
import { STDIN } from './input.ts';
import { type Io, writeSlowly } from './io.ts';
import type { LanguageFor } from './language.ts';

/** Why a line could not be read; the codes are a public contract. */
type ErrorCode = 'invalid-utf8' | 'invalid-json' | 'not-an-object' | 'no-text' | 'too-long' | 'internal';

const LONGEST = 128 * 1024 * 1024;

/**
 * Reads one JSON object `{"id", "text", ...}` a line and writes one a line, in the same order: the id, the findings contract of the
 * text, and whatever else the object held but `error`. A line that cannot be read gives `{"id", "error": {"code", "message", "line"}}`; blank
 * lines give nothing. Holds one line at a time. Throws a Failure where the input itself cannot be read.
 */
export async function filterNdjson(word: string, languageFor: LanguageFor, io: Io): Promise<void> {
  const path = word === STDIN ? null : resolve(io.cwd, word);
  const language = await languageFor(path);
  let line = 0;
  try {
    for await (const bytes of byteLines(path === null ? io.stdin : createReadStream(path), LONGEST)) {
      line++;
      const answer = answerTo(bytes, line, language);
      if (answer !== null) await writeSlowly(io.stdout, `${answer}\n`);
    }
  } catch (error) {
    throw new Failure(`${path === null ? '<stdin>' : oneLine(word)}: ${systemReason(error)}`);
  }
}

/** The line that answers one; null for a blank line. */
function answerTo(bytes: Uint8Array | null, line: number, language: Language): string | null {
  const fail = (code: ErrorCode, message: string, id = 'null'): string => record(id, { error: { code, message, line } });
  if (bytes === null) return fail('too-long', `The line is longer than ${LONGEST / 1024 / 1024} MB.`);
  if (!isUtf8(bytes)) return fail('invalid-utf8', 'The line is not valid UTF-8.');
  // Without `ignoreBOM`, a byte order mark before the first object goes.
  const json = new TextDecoder().decode(bytes);
  if (json.trim() === '') return null;
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    return fail('invalid-json', 'The line is no valid JSON.');
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return fail('not-an-object', 'The line is no JSON object: {"id": ..., "text": "..."}.');
  // An `error` of its own would make a good record look like one that tells of a failure.
  const { id: _id, text, error: _error, ...rest } = given as Readonly<Record<string, unknown>>;
  const id = idAsWritten(given, json);
  if (typeof text !== 'string') return fail('no-text', '"text" is missing or no string.', id);
  try {
    return record(id, { ...rest, ...toContract(language.read(text)) });
  } catch (error) {
    return fail('internal', error instanceof Error ? error.message : String(error), id);
  }
}

/** The id stands first also where another key is a number, which JavaScript would put before it. */
const record = (id: string, rest: object): string => `{"id":${id},${JSON.stringify(rest).slice(1)}`;

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
