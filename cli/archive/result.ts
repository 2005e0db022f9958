import { isRuleId } from '../../language/rules/lines.ts';
import type { Diagnostic, DiagnosticSeverity } from '../../language/text/diagnostic.ts';
import { type About, type AboutKeys, aboutRecord, FACETS, type ReportPlace } from './about.ts';
import type { Unread, UnreadCode } from './unit.ts';

/** A line that `emh check --format ndjson`, or the filter `--ndjson`, wrote. */
export interface Result {
  /** Of the text that was checked; null where the line does not name it. */
  readonly file: string | null;
  /** The key of its content; empty where the line has none. */
  readonly content: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly reports: readonly ReportPlace[];
}

const SEVERITIES: readonly string[] = ['error', 'warning', 'info', 'hint'] satisfies DiagnosticSeverity[];
const WHOLE = { start: 0, end: 0 };

/** Reads a line of results; null where the line is none, such as a record with a report. Never throws. */
export function readResult(json: string, keys: AboutKeys): Result | Unread | null {
  if (!json.includes('"diagnostics"') && !json.includes('"error"')) return null;
  const given = parsed(json);
  if (given === null || typeof given.text === 'string') return null;
  const { error, diagnostics, file, content, reports, ...rest } = given;
  if (isObject(error) && typeof error.code === 'string' && typeof error.message === 'string')
    return { code: error.code as UnreadCode, message: error.message };
  if (!Array.isArray(diagnostics)) return null;
  if (!diagnostics.every(isDiagnostic)) return { code: 'not-an-object', message: 'The line holds diagnostics that are none of emh check.' };
  return {
    file: typeof file === 'string' ? file : null,
    content: typeof content === 'string' ? content : '',
    diagnostics: diagnostics.map(completed),
    // The filter passes the other keys of a record on.
    reports: Array.isArray(reports) && reports.length > 0 ? reports.map(placeOf) : [{ range: WHOLE, about: aboutRecord(rest, keys) }],
  };
}

function parsed(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const given: unknown = JSON.parse(json);
    return isObject(given) ? given : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSpan = (value: unknown): boolean =>
  isObject(value) && Number.isSafeInteger(value.start) && Number.isSafeInteger(value.end) && Number(value.start) >= 0;

const isDiagnostic = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.rule === 'string' &&
  isRuleId(value.rule) &&
  SEVERITIES.includes(String(value.severity)) &&
  typeof value.message === 'string' &&
  isSpan(value.range);

/** A diagnostic of results, with nothing in the place of what is missing or is none. */
function completed(value: Diagnostic): Diagnostic {
  const { rule, severity, message, range, related, fixes, because } = value;
  return {
    rule,
    severity,
    message,
    range,
    related: (Array.isArray(related) ? related : []).filter(
      (other) => isObject(other) && isSpan(other.range) && typeof other.message === 'string',
    ),
    fixes: (Array.isArray(fixes) ? fixes : []).filter(
      (fix) => isObject(fix) && typeof fix.title === 'string' && Array.isArray(fix.edits) && fix.edits.every(isEdit),
    ),
    because: typeof because === 'string' ? because : '',
  };
}

const isEdit = (edit: unknown): boolean => isObject(edit) && isSpan(edit.range) && typeof edit.text === 'string';

function placeOf(value: unknown): ReportPlace {
  const { range, about } = isObject(value) ? value : {};
  const told = FACETS.map((facet) => [facet, isObject(about) ? about[facet] : undefined]).filter(([, words]) => typeof words === 'string');
  return { range: isSpan(range) ? (range as ReportPlace['range']) : WHOLE, about: Object.fromEntries(told) as About };
}
