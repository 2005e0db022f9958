import type { Rule } from '../../language/rules/rule.ts';
import type { Diagnostic, DiagnosticSeverity, Fix } from '../../language/text/diagnostic.ts';
import type { Span } from '../../language/text/span.ts';
import { nameOf, type Origin } from '../archive/unit.ts';
import { type Lines, linesOf } from '../drawing/lines.ts';
import type { Checked, Ending, MakeFormat } from './format.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS: Readonly<Record<DiagnosticSeverity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };
/** The rule of a text that could not be checked. */
const UNREAD = 'unread';

/**
 * SARIF 2.1.0 with fixes and related locations; no text of a report but what messages quote. Results come first and the tool behind them, so that an
 * archive's can be written as they are found.
 */
export const sarif: MakeFormat = () => ({
  head: `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[{"results":[`,
  first: '\n',
  between: ',\n',
  report(checked) {
    const lines = linesOf(checked.text);
    return checked.diagnostics
      .map((diagnostic, i) => JSON.stringify(resultOf(checked, diagnostic, checked.keys[i] ?? '', lines)))
      .join(',\n');
  },
  unread: ({ origin, code, message }) =>
    JSON.stringify({
      ruleId: UNREAD,
      level: 'error',
      message: { text: message },
      locations: [{ ...physical(origin, null), ...logical(origin) }],
      properties: { code },
    }),
  tail: (ending) => `\n],${JSON.stringify(restOf(ending)).slice(1, -1)}}]}\n`,
});

function resultOf({ origin }: Checked, diagnostic: Diagnostic, key: string, lines: Lines): object {
  const { rule, severity, message, range, related, fixes } = diagnostic;
  const inFile = origin.line === null;
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: message },
    locations: [locationOf(origin, range, lines)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            message: { text: other.message },
            ...locationOf(origin, other.range, lines),
          })),
        }),
    // A record stands in its file with escapes and quotes: a change to its text is none to the file.
    ...(inFile && fixes.length > 0 ? { fixes: fixes.map((fix) => fixOf(origin, fix, lines)) } : {}),
    partialFingerprints: { 'emhAlert/v1': key },
    ...(inFile ? {} : { properties: { recordRegion: regionOf(range, lines) } }),
  };
}

const locationOf = (origin: Origin, range: Span, lines: Lines): object => ({
  ...physical(origin, origin.line === null ? regionOf(range, lines) : null),
  ...logical(origin),
});

/** Of a record, the line that it begins in. */
const physical = (origin: Origin, region: object | null): object => {
  const at = region ?? (origin.line === null ? null : { startLine: origin.line });
  return { physicalLocation: { artifactLocation: artifact(origin), ...(at === null ? {} : { region: at }) } };
};

const logical = (origin: Origin): object =>
  origin.line === null ? {} : { logicalLocations: [{ fullyQualifiedName: nameOf(origin), kind: 'element' }] };

/** Relative names start from where the command ran. */
function artifact({ file, path }: Origin): object {
  if (path === null) return { uri: 'stdin' };
  const parts = file.replaceAll('\\', '/').split('/');
  const uri = parts.map(encodeURIComponent).join('/');
  if (file.startsWith('/')) return { uri: `file://${uri}` };
  return /^[A-Za-z]:$/.test(parts[0] ?? '') ? { uri: `file:///${uri.replace('%3A', ':')}` } : { uri, uriBaseId: '%SRCROOT%' };
}

function regionOf({ start, end }: Span, lines: Lines): object {
  const [from, to] = [lines.placeOf(start), lines.placeOf(end)];
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
    charOffset: start,
    charLength: end - start,
  };
}

const fixOf = (origin: Origin, { title, edits }: Fix, lines: Lines): object => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation: artifact(origin),
      replacements: edits.map(({ range, text }) => ({ deletedRegion: regionOf(range, lines), insertedContent: { text } })),
    },
  ],
});

function restOf({ rules, version, complete, tally }: Ending): object {
  return {
    tool: {
      driver: {
        name: 'EMH Report',
        version,
        rules: [...rules.map(descriptor), ...(tally.unread > 0 ? [UNREAD_RULE] : [])],
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: complete && tally.unread === 0 }],
    automationDetails: { id: 'emh-check/' },
  };
}

const descriptor = ({ id, title, because }: Rule): object => ({
  id,
  shortDescription: { text: title },
  ...(because === '' ? {} : { fullDescription: { text: because }, help: { text: because } }),
});

const UNREAD_RULE = { id: UNREAD, shortDescription: { text: 'A text could not be checked.' } };
