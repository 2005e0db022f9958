import type { Diagnostic, DiagnosticSeverity } from '../../language/text/diagnostic.ts';
import { type Counts, noCounts } from '../drawing/summary.ts';

/** What one rule found. */
export interface RuleTally extends Counts {
  /** Reports in which it found something. */
  reports: number;
}

/** What was found so far. Plain data: it is written into the state of a run and read back. */
export interface Tally {
  /** Files and records that were checked. */
  texts: number;
  /** Reports in them; a text may hold several. */
  reports: number;
  /** Files and records that could not be checked. */
  unread: number;
  /** Files and records of which something was left out. */
  partial: number;
  readonly counts: Counts;
  readonly rules: Record<string, RuleTally>;
}

export const noTally = (): Tally => ({ texts: 0, reports: 0, unread: 0, partial: 0, counts: noCounts(), rules: {} });

/** What was found in one text, to be added up: for each rule and severity, how often. */
export interface Found {
  readonly reports: number;
  readonly alerts: readonly (readonly [rule: string, severity: DiagnosticSeverity, count: number])[];
}

/** Counts the diagnostics of a text with so many reports. */
export function foundIn(reports: number, diagnostics: readonly Diagnostic[]): Found {
  const counts = new Map<string, [string, DiagnosticSeverity, number]>();
  for (const { rule, severity } of diagnostics) {
    const before = counts.get(`${rule} ${severity}`);
    if (before === undefined) counts.set(`${rule} ${severity}`, [rule, severity, 1]);
    else before[2]++;
  }
  return { reports, alerts: [...counts.values()] };
}

/** Adds what was found in a text. */
export function addFound(tally: Tally, { reports, alerts }: Found): void {
  tally.texts++;
  tally.reports += reports;
  for (const [rule, severity, count] of alerts) {
    tally.counts[severity] += count;
    const own = (tally.rules[rule] ??= { ...noCounts(), reports: 0 });
    own[severity] += count;
  }
  for (const rule of new Set(alerts.map(([id]) => id))) (tally.rules[rule] as RuleTally).reports++;
}

/** Alerts per 1,000 reports. */
export const per1000 = (count: number, { reports }: Tally): number => (reports === 0 ? 0 : (count * 1000) / reports);

/** All that a rule found. */
export const alertsOf = ({ error, warning, info, hint }: Counts): number => error + warning + info + hint;
