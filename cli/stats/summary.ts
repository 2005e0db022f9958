import type { Counts } from '../drawing/summary.ts';
import type { Precision } from '../review/precision.ts';
import { type ArchiveCounts, GROUPINGS, type Group, type Grouping, type RuleCounts, type Slice } from './counts.ts';
import { partSmall, told } from './small.ts';

/** Reports under one heading. A count is null where it is too small to be told; a rate is null where its count is, or where there are no reports. */
export interface Row {
  readonly label: string;
  /** Null for a month that is summed up with others. */
  readonly reports: number | null;
  readonly errors: number | null;
  readonly warnings: number | null;
  /** Infos and hints. */
  readonly hints: number | null;
  /** Errors and warnings for 1,000 reports. */
  readonly per1000: number | null;
}

/** A row whose reports are always told. */
export interface CountedRow extends Row {
  readonly reports: number;
}

/** A value in each month of the axis; null where nothing can be said. */
export type Trend = readonly (number | null)[];

export interface GroupRow extends CountedRow {
  /** Errors and warnings for 1,000 reports in each month. */
  readonly trend: Trend;
}

export interface RuleRow {
  readonly rule: string;
  readonly title: string;
  readonly alerts: number | null;
  /** Reports in which it found something. */
  readonly reports: number | null;
  /** Alerts for 1,000 reports. */
  readonly per1000: number | null;
  readonly trend: Trend;
  /** As far as it was judged; null where it was not. */
  readonly precision: Precision | null;
}

/** Rows of a grouping; what is no row of its own is summed up: too small, not said, more than can be told apart. */
export interface Grouped {
  readonly rows: readonly GroupRow[];
  readonly small: Rest | null;
  readonly unknown: Rest | null;
  readonly further: Rest | null;
}

/** Reports that are summed up; `values` says how many different ones, where that is known. */
export interface Rest extends CountedRow {
  readonly values: number | null;
}

/** What a page of statistics says. Plain data: the JSON of `emh stats --json`. */
export interface Summary {
  readonly version: 1;
  /** Files and records; those that could not be checked. */
  readonly texts: number;
  readonly unread: number;
  /** Counts below this are not told; 1 for all are. */
  readonly least: number;
  readonly all: CountedRow;
  /** The months of the axis, `2024-03`, without a gap where they are few enough. */
  readonly axis: readonly string[];
  /** One for each month of the axis. */
  readonly months: readonly Row[];
  /** Reports of months with too few, and without a date that names one month. */
  readonly smallMonths: Rest | null;
  readonly undated: Rest | null;
  /** Reports whose date may be of two months. */
  readonly ambiguous: number;
  readonly rules: readonly RuleRow[];
  /** Rules that found so little that it is not told. */
  readonly smallRules: number;
  readonly groups: Readonly<Record<Grouping, Grouped>>;
}

/** Months that the axis shows without gaps. */
const MOST_MONTHS = 240;

export interface SummaryOptions {
  readonly texts: number;
  readonly unread: number;
  readonly least: number;
  readonly titles: ReadonlyMap<string, string>;
  readonly precisions: readonly Precision[];
}

/** Sums up what was counted, without what is too small to be told. */
export function summaryOf(archive: ArchiveCounts, { texts, unread, least, titles, precisions }: SummaryOptions): Summary {
  const listed = [...archive.months].map(([label, slice]) => ({ label, ...slice }));
  const { shown, hidden } = partSmall(listed, least);
  const axis = axisOf(shown.map(({ label }) => label));
  const inMonth = new Map(shown.map((month) => [month.label, month]));
  const few = new Set(hidden.map(({ label }) => label));
  const judged = new Map(precisions.map((precision) => [precision.rule, precision]));
  const rules = [...archive.rules].map(([rule, own]) => ({ rule, ...own }));
  const spoken = partSmall(rules, least);
  const { reports } = archive.all;
  return {
    version: 1,
    texts,
    unread,
    least,
    all: rowOf('all', archive.all, least),
    axis,
    months: axis.map((label) => (few.has(label) ? { ...UNTOLD, label } : rowOf(label, inMonth.get(label) ?? NONE, least))),
    smallMonths: restOf('small', hidden, least, hidden.length),
    undated: restOf('undated', [archive.undated], least, null),
    ambiguous: archive.ambiguous,
    rules: spoken.shown
      .map((own) => ruleRow(own, reports, { axis, inMonth, least, title: titles.get(own.rule) ?? '', judged }))
      .sort((a, b) => (b.alerts ?? 0) - (a.alerts ?? 0) || (a.rule < b.rule ? -1 : 1)),
    smallRules: spoken.hidden.length,
    groups: Object.fromEntries(GROUPINGS.map((grouping) => [grouping, grouped(archive, grouping, axis, least)])) as Summary['groups'],
  };
}

const NONE: Slice = { reports: 0, counts: { error: 0, warning: 0, info: 0, hint: 0 } };

const UNTOLD = { reports: null, errors: null, warnings: null, hints: null, per1000: null };

function axisOf(months: readonly string[]): string[] {
  const sorted = months.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const count = number(last) - number(first) + 1;
  return count > MOST_MONTHS ? sorted : Array.from({ length: count }, (_, i) => monthOf(number(first) + i));
}

const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const monthOf = (n: number): string => `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`;

function rowOf(label: string, { reports, counts }: Slice, least: number): CountedRow {
  const [errors, warnings, hints] = [counts.error, counts.warning, counts.info + counts.hint].map((count) => told(count, least)) as [
    number | null,
    number | null,
    number | null,
  ];
  return { label, reports, errors, warnings, hints, per1000: rate(told(counts.error + counts.warning, least), reports) };
}

const rate = (count: number | null, reports: number): number | null => (count === null || reports === 0 ? null : (count * 1000) / reports);

function restOf(label: string, slices: readonly Slice[], least: number, values: number | null): Rest | null {
  const sum = slices.reduce<Slice>(
    (all, { reports, counts }) => ({ reports: all.reports + reports, counts: plus(all.counts, counts) }),
    NONE,
  );
  return sum.reports === 0 ? null : { ...rowOf(label, sum, least), values };
}

const plus = (a: Counts, b: Counts): Counts => ({
  error: a.error + b.error,
  warning: a.warning + b.warning,
  info: a.info + b.info,
  hint: a.hint + b.hint,
});

interface RuleContext {
  readonly axis: readonly string[];
  readonly inMonth: ReadonlyMap<string, Slice>;
  readonly least: number;
  readonly title: string;
  readonly judged: ReadonlyMap<string, Precision>;
}

function ruleRow(
  own: RuleCounts & { readonly rule: string },
  reports: number,
  { axis, inMonth, least, title, judged }: RuleContext,
): RuleRow {
  const { error, warning, info, hint } = own.counts;
  const alerts = told(error + warning + info + hint, least);
  return {
    rule: own.rule,
    title,
    alerts,
    reports: told(own.reports, least),
    per1000: rate(alerts, reports),
    trend: axis.map((month) => rate(told(own.months.get(month) ?? 0, least), inMonth.get(month)?.reports ?? 0)),
    precision: judged.get(own.rule) ?? null,
  };
}

function grouped({ groups, unknown, further }: ArchiveCounts, grouping: Grouping, axis: readonly string[], least: number): Grouped {
  const { shown, hidden } = partSmall<Group>([...groups[grouping].values()], least);
  return {
    rows: shown
      .map((group) => ({ ...rowOf(group.label, group, least), trend: axis.map((month) => trendOf(group.months.get(month), least)) }))
      .sort((a, b) => b.reports - a.reports || (a.label < b.label ? -1 : 1)),
    small: restOf('small', hidden, least, hidden.length),
    unknown: restOf('unknown', [unknown[grouping]], least, null),
    further: restOf('further', [further[grouping]], least, null),
  };
}

/** Of few reports in a month, nothing is told. */
const trendOf = (slice: Slice | undefined, least: number): number | null =>
  slice === undefined || slice.reports < least ? null : rate(told(slice.counts.error + slice.counts.warning, least), slice.reports);
