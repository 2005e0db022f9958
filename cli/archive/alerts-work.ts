import type { Diagnostic } from '../../language/text/diagnostic.ts';
import { internalMessage, isDebugging } from '../internal.ts';
import type { Io } from '../io.ts';
import type { LanguageFor } from '../language.ts';
import { type About, type AboutKeys, aboutRecord, placesOf, type ReportPlace } from './about.ts';
import { contentKey, judgedKeys } from './alert-key.ts';
import { contentOf } from './content.ts';
import type { Outcome, Work } from './outcome.ts';
import { type Result, readResult } from './result.ts';
import { type Found, foundIn } from './tally.ts';
import { nameOf, type Unit, type Unread } from './unit.ts';

/** What `emh stats` and `emh review` do with each text, or with each line of results that were written before. Plain data. */
export interface AlertsOrder {
  readonly does: 'alerts';
  /** Counts for each report, or the alerts themselves with their text. */
  readonly gives: 'counts' | 'alerts';
  /** Where to look for what is known of a report. */
  readonly keys: AboutKeys;
  /** Alerts of this rule alone; null for all. */
  readonly rule: string | null;
}

/** What was found in one report. */
export interface ReportCounts {
  readonly about: About;
  readonly alerts: Found['alerts'];
}

/** A text with something in it. `text` is null where it came as a line of results. */
export interface AlertedText {
  /** For people: file and line. */
  readonly name: string;
  readonly text: string | null;
  readonly content: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Of an outcome that gives counts. */
export const countsIn = ({ printed }: Outcome): ReportCounts[] => (printed === '' ? [] : (JSON.parse(printed) as ReportCounts[]));

/** Of an outcome that gives alerts, the rule and the key of each; and all of the text, to be asked for only where something of it is wanted. */
export function alertsIn({ printed }: Outcome): { readonly keys: readonly (readonly [rule: string, key: string])[]; all(): AlertedText } {
  const end = printed.indexOf('\n');
  return {
    keys: end < 0 ? [] : (JSON.parse(printed.slice(0, end)) as [string, string][]),
    all: () => JSON.parse(printed.slice(end + 1)) as AlertedText,
  };
}

export function alertsWork(order: AlertsOrder, languageFor: LanguageFor, io: Io, hasFaults: () => boolean): Work {
  return async (unit): Promise<Outcome> => {
    try {
      const read = await readUnit(unit, order, languageFor, io);
      if ('code' in read) return { ...NOTHING, unread: read, isPartial: hasFaults() };
      const diagnostics = order.rule === null ? read.diagnostics : read.diagnostics.filter(({ rule }) => rule === order.rule);
      const isPartial = hasFaults() || read.diagnostics.some(({ unfinished }) => unfinished !== undefined);
      return {
        ...NOTHING,
        printed: order.gives === 'counts' ? JSON.stringify(countsOf(read.reports, diagnostics)) : alerted({ ...read, diagnostics }),
        found: foundIn(Math.max(1, read.reports.length), diagnostics),
        bytes: unit.content.is === 'file' && read.text !== null ? Buffer.byteLength(read.text) : 0,
        isPartial,
      };
    } catch (error) {
      if (isDebugging(io)) throw error;
      return { ...NOTHING, unread: { code: 'internal', message: internalMessage(error) }, isPartial: hasFaults() };
    }
  };
}

const NOTHING: Outcome = { printed: '', found: null, unread: null, baseline: '', bytes: 0, isPartial: false };

/** A text that was checked, now or before. */
interface Read extends AlertedText {
  readonly reports: readonly ReportPlace[];
}

async function readUnit(unit: Unit, order: AlertsOrder, languageFor: LanguageFor, io: Io): Promise<Read | Unread> {
  const result = unit.content.is === 'json' ? readResult(unit.content.json, order.keys) : null;
  if (result !== null) return 'code' in result ? result : asRead(result, unit);
  const content = await contentOf(unit, io);
  if ('code' in content) return content;
  const { text, rest } = content;
  // An empty record passes for a report without a fault.
  if (text.trim() === '') return { code: 'no-text', message: 'The text is empty.' };
  const snapshot = (await languageFor(unit.origin.path)).read(text);
  const reports = order.gives === 'counts' ? placesOf(text, snapshot.reports, aboutRecord(rest, order.keys), order.keys) : [];
  return {
    name: nameOf(unit.origin),
    text,
    content: order.gives === 'alerts' ? contentKey(text) : '',
    diagnostics: snapshot.diagnostics,
    reports,
  };
}

const asRead = ({ file, content, diagnostics, reports }: Result, unit: Unit): Read => ({
  name: file ?? nameOf(unit.origin),
  text: null,
  content,
  diagnostics,
  reports,
});

/** What was found in each report; what stands between two belongs to the first. */
function countsOf(reports: readonly ReportPlace[], diagnostics: readonly Diagnostic[]): ReportCounts[] {
  const own = reports.map((): Diagnostic[] => []);
  for (const diagnostic of diagnostics) {
    const at = reports.findLastIndex(({ range }) => range.start <= diagnostic.range.start);
    own[Math.max(0, at)]?.push(diagnostic);
  }
  return reports.map(({ about }, i) => ({ about, alerts: foundIn(1, own[i] ?? []).alerts }));
}

function alerted({ name, text, content, diagnostics }: AlertedText): string {
  if (diagnostics.length === 0) return '';
  const keys = judgedKeys(content, diagnostics).map((key, i) => [diagnostics[i]?.rule ?? '', key]);
  return `${JSON.stringify(keys)}\n${JSON.stringify({ name, text, content, diagnostics } satisfies AlertedText)}`;
}
