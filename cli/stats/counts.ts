import type { About } from '../archive/about.ts';
import type { ReportCounts } from '../archive/alerts-work.ts';
import { type DateOrder, monthIn } from '../archive/month.ts';
import { type Counts, noCounts } from '../drawing/summary.ts';

/** Reports, and what was found in them. */
export interface Slice {
  reports: number;
  readonly counts: Counts;
}

/** What reports are grouped by, besides months and rules. */
export const GROUPINGS = ['exam', 'author', 'template'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Reports with one value, such as one exam. */
export interface Group extends Slice {
  /** As it was written first. */
  readonly label: string;
  readonly months: Map<string, Slice>;
}

export interface RuleCounts {
  readonly counts: Counts;
  /** Reports in which it found something. */
  reports: number;
  /** Its alerts in each month. */
  readonly months: Map<string, number>;
}

/** What was counted over an archive. Its size depends on how many months, rules and values there are, not on the reports. */
export interface ArchiveCounts {
  readonly all: Slice;
  readonly months: Map<string, Slice>;
  /** Reports without a date that names one month. */
  readonly undated: Slice;
  /** Of those, reports with a date that may name two months. */
  ambiguous: number;
  readonly rules: Map<string, RuleCounts>;
  readonly groups: Readonly<Record<Grouping, Map<string, Group>>>;
  /** Reports that do not say what they would be grouped by, and those whose value came when there were too many already. */
  readonly unknown: Readonly<Record<Grouping, Slice>>;
  readonly further: Readonly<Record<Grouping, Slice>>;
}

/** So many values, months and rules are told apart; a field of free text would otherwise fill the memory. */
const MOST_VALUES = 1000;
const MOST_MONTHS = 600;
const MOST_RULES = 1000;

const noSlice = (): Slice => ({ reports: 0, counts: noCounts() });
const forEach = <T>(make: () => T): Record<Grouping, T> => ({ exam: make(), author: make(), template: make() });

export const noArchive = (): ArchiveCounts => ({
  all: noSlice(),
  months: new Map(),
  undated: noSlice(),
  ambiguous: 0,
  rules: new Map(),
  groups: forEach(() => new Map<string, Group>()),
  unknown: forEach(noSlice),
  further: forEach(noSlice),
});

/** Adds one report. */
export function addReport(archive: ArchiveCounts, { about, alerts }: ReportCounts, order: DateOrder | null): void {
  const month = monthOf(archive, about, order);
  add(archive.all, alerts);
  add(month === null ? archive.undated : kept(archive.months, month, noSlice), alerts);
  addRules(archive, alerts, month);
  for (const grouping of GROUPINGS) addGroup(archive, grouping, about[grouping], alerts, month);
}

function monthOf(archive: ArchiveCounts, { date }: About, order: DateOrder | null): string | null {
  const month = date === undefined ? null : monthIn(date, order);
  if (month === null && order === null && date !== undefined && monthIn(date, 'dmy') !== null) archive.ambiguous++;
  return month === null || archive.months.has(month) || archive.months.size < MOST_MONTHS ? month : null;
}

function addRules({ rules }: ArchiveCounts, alerts: ReportCounts['alerts'], month: string | null): void {
  const seen = new Set<string>();
  for (const [rule, severity, count] of alerts) {
    if (!rules.has(rule) && rules.size >= MOST_RULES) continue;
    const own = kept(rules, rule, (): RuleCounts => ({ counts: noCounts(), reports: 0, months: new Map() }));
    own.counts[severity] += count;
    if (!seen.has(rule)) own.reports++;
    seen.add(rule);
    if (month !== null) own.months.set(month, (own.months.get(month) ?? 0) + count);
  }
}

function addGroup(
  { groups, unknown, further }: ArchiveCounts,
  grouping: Grouping,
  value: string | undefined,
  alerts: ReportCounts['alerts'],
  month: string | null,
): void {
  const [all, key] = [groups[grouping], value?.toLowerCase()];
  if (value === undefined || key === undefined) add(unknown[grouping], alerts);
  else if (!all.has(key) && all.size >= MOST_VALUES) add(further[grouping], alerts);
  else {
    const group = kept(all, key, (): Group => ({ ...noSlice(), label: value, months: new Map() }));
    add(group, alerts);
    if (month !== null) add(kept(group.months, month, noSlice), alerts);
  }
}

function add(slice: Slice, alerts: ReportCounts['alerts']): void {
  slice.reports++;
  for (const [, severity, count] of alerts) slice.counts[severity] += count;
}

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const before = map.get(key);
  if (before !== undefined) return before;
  const value = make();
  map.set(key, value);
  return value;
}
