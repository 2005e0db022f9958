import { type DetailsOf, detailsIn } from '../meaning/details.ts';
import type { Finding, Side } from '../meaning/finding.ts';
import { type Given, givenIn } from '../meaning/given.ts';
import type { Link } from '../meaning/link.ts';
import { type LevelStyle, levelStyleOf, vertebraeOf } from '../meaning/notation.ts';
import type { Note } from '../meaning/note.ts';
import type { Report } from '../meaning/report.ts';
import type { Statement } from '../syntax/report.ts';
import { fold } from '../text/fold.ts';
import { lazy } from '../text/lazy.ts';
import type { Span } from '../text/span.ts';
import type { Limit, Scope } from './clause.ts';
import { type Description, describe } from './described.ts';
import type { PhraseReader } from './rule.ts';
import { isBody, isInScope } from './scope.ts';

/** Findings of one part of a report, in reading order and by kind. */
interface Part {
  readonly all: readonly Finding[];
  readonly byKind: ReadonlyMap<string, readonly Finding[]>;
}

/** What the rules ask of one report, computed once for all of them. */
export interface Facts {
  readonly report: Report;
  readonly text: string;
  readonly reader: PhraseReader;
  /** Of this kind, or of all kinds where it is null. In reading order. */
  findings(scope: Scope, kind: string | null): readonly Finding[];
  /** Keeps what was looked for in the whole of a part, by what was asked: a clause of a rule, or words for it. */
  once<T>(asked: string | object, look: () => T): T;
  /** The size that the finding's statement gives for an earlier time. */
  priorSizeOf(finding: Finding): Note | null;
  /** Number of the impression item that states the finding; null for those of other parts. */
  itemOf(finding: Finding): number | null;
  /** The number itself, or what the settings make of the parameter. */
  limit(limit: Limit): number;
  /** Findings of a list by the number of their statement; sorted once for each list. */
  byStatement(findings: readonly Finding[]): ReadonlyMap<number, readonly Finding[]>;
  /** Those of a list that have one of these sides; looked for once for each list and choice of sides. */
  ofSides(findings: readonly Finding[], isOne: (side: Side | null) => boolean): readonly Finding[];
  /** Those of findings and impression that stand in the same statement, itself included. */
  beside(finding: Finding): readonly Finding[];
  /** Values that findings give beyond the one that they have. */
  given(): Given;
  /** Ribs, segments, poles and levels that are singled out. */
  details(): DetailsOf;
  linkOf(finding: Finding): Link | undefined;
  /** Whether an item of the impression speaks of this finding, by link or by kind and place. */
  isStated(finding: Finding): boolean;
  /** Whether the impression names one of its sites, or rests on it. */
  isSiteNamed(finding: Finding): boolean;
  /** Whether one statement of the part uses every word of the finding's name, in any form. */
  mentionsWordsOf(finding: Finding, scope: Scope): boolean;
  /** Whether a statement of the part says something of a site of the finding, or shares with its statement a word that the vocabulary lacks. */
  describesPlaceOf(finding: Finding, scope: Scope): boolean;
  hasSection(scope: Scope): boolean;
  /** Words of the report in lower case and plain twins, as long as they are written. */
  folded(range: Span): string;
  /** Places of a part of the report, header lines included. */
  rangesOf(scope: Scope): readonly Span[];
  /** The topic that the finding's statement stands under, and the statement. */
  statementRanges(finding: Finding): readonly Span[];
  statementOf(finding: Finding): Statement | undefined;
  statementAt(offset: number): Statement | undefined;
  /** The heading or header value of a part of the report. */
  sectionRange(scope: Scope): Span | null;
  /** How the report writes levels. */
  levelStyle(): LevelStyle;
}

function partOf(findings: readonly Finding[]): Part {
  const byKind = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = byKind.get(finding.kind);
    if (same) same.push(finding);
    else byKind.set(finding.kind, [finding]);
  }
  return { all: findings, byKind };
}

/** Findings of one list in groups, each made when it is asked for. */
interface Groups {
  byStatement(): ReadonlyMap<number, readonly Finding[]>;
  ofSides(sides: readonly (Side | null)[]): readonly Finding[];
}

const SIDES: readonly (Side | null)[] = ['left', 'right', 'bilateral', null];

function groupsOf(findings: readonly Finding[]): Groups {
  const bySides = lazyBy((sides: string) => findings.filter(({ side }) => sides.includes(`${side} `)));
  return {
    byStatement: lazy(() => Map.groupBy(findings, ({ statement }) => statement)),
    ofSides: (sides) => (sides.length === SIDES.length ? findings : bySides(sides.map((side) => `${side} `).join(''))),
  };
}

const NONE: readonly Finding[] = [];

/** The statement that holds `offset`, by bisection. */
function statementAt(statements: readonly Statement[], offset: number): Statement | undefined {
  let low = 0;
  let high = statements.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const candidate = statements[middle];
    if (!candidate) return undefined;
    if (offset < candidate.range.start) high = middle - 1;
    else if (offset > candidate.range.end) low = middle + 1;
    else return candidate;
  }
  return undefined;
}

const lazyBy = <K, V>(make: (key: K) => V): ((key: K) => V) => {
  const kept = new Map<K, V>();
  return (key) => {
    if (!kept.has(key)) kept.set(key, make(key));
    return kept.get(key) as V;
  };
};

/** Gathers the facts of a report for its rules. Linear in its findings; the words of a section only when asked for. */
export function factsOf(
  report: Report,
  links: readonly Link[],
  text: string,
  reader: PhraseReader,
  parameters: Readonly<Record<string, number>> = {},
): Facts {
  const { outline } = report;
  const impression = report.impression.flatMap((item) => item.findings);
  const body = report.findings.filter((finding) => isBody(finding.section));
  const partFor = lazyBy((scope: Scope): Part => {
    if (scope === 'findings') return partOf(body);
    if (scope === 'impression') return partOf(impression);
    if (scope === 'report') return partOf([...body, ...impression]);
    return partOf(report.findings.filter((finding) => finding.section === scope));
  });
  const linkById = new Map(links.map((link) => [link.stated.id, link]));
  const supporting = new Set(links.flatMap((link) => link.support.map((finding) => finding.id)));
  const rangesOf = lazyBy((scope: Scope): readonly Span[] => {
    if (scope === 'report') return [report.range];
    const sections = outline.sections.filter((section) => (scope === 'findings' ? isBody(section.id) : section.id === scope));
    return [
      ...outline.header.filter((field) => field.id === scope).map((field) => field.value),
      ...sections.map((section) => section.range),
    ];
  });
  const sitesNamed = lazy(() => new Set(impression.flatMap((finding) => finding.sites)));
  const kindsNamed = lazy(() => [...new Set(impression.map((finding) => finding.kind))]);
  const isNamed = (site: string): boolean => sitesNamed().has(site) || kindsNamed().some((kind) => reader.implies(kind, site));
  const given = lazy(() => givenIn(report, text));
  const details = lazy(() => detailsIn(report, given(), text));
  const style = lazy(() => levelStyleOf(text.slice(report.range.start, report.range.end)));
  const sitesStated = lazyBy((kind: string) => {
    const stated = partFor('impression').byKind.get(kind) ?? [];
    const anywhere = !(reader.term(kind)?.frame.includes('sites') ?? true) || stated.some((finding) => finding.sites.length === 0);
    const sites = new Set(stated.flatMap((finding) => finding.sites));
    return {
      speaksOf: (finding: Finding): boolean =>
        stated.length > 0 && (anywhere || finding.sites.length === 0 || finding.sites.some((site) => sites.has(site))),
    };
  });
  // By number, since a finding may start at its topic; what is no finding of the report (a prior size) by place.
  const statementOf = (finding: Finding): Statement | undefined =>
    outline.statements[finding.statement] ?? statementAt(outline.statements, finding.range.start);
  // The report alone: a text may hold thousands.
  const folded = lazy(() => fold(text.slice(report.range.start, report.range.end)));
  const kept = new Map<string | object, unknown>();
  const once = <T>(asked: string | object, look: () => T): T => {
    let found = kept.get(asked);
    if (found === undefined) kept.set(asked, (found = look()));
    return found as T;
  };
  const inGroups = (findings: readonly Finding[]): Groups => once(findings, () => groupsOf(findings));
  const byCategory = lazy(() => Map.groupBy(report.notes, (note) => note.category));
  const priorSizes = lazy(
    () => new Map((byCategory().get('measurement') ?? []).filter((n) => n.kind === 'prior-size').map((n) => [n.statement, n])),
  );
  const items = lazy(() => new Map(report.impression.flatMap((item) => item.findings.map((f) => [f.id, item.item] as const))));
  const description = lazyBy((scope: Scope): Description => {
    const structures = Map.groupBy(byCategory().get('structure') ?? [], (note) => note.statement);
    const told = outline.statements
      .filter((statement) => isInScope(statement.section, scope))
      .map(({ index, text: words }) => ({
        text: words,
        findings: byStatement('report').get(index) ?? [],
        structures: structures.get(index) ?? [],
      }));
    return describe(told, reader);
  });
  const byStatement = lazyBy((scope: Scope) => Map.groupBy(partFor(scope).all, (finding) => finding.statement));
  return {
    report,
    text,
    reader,
    findings: (scope, kind) => (kind === null ? partFor(scope).all : (partFor(scope).byKind.get(kind) ?? NONE)),
    beside: (finding) => byStatement('report').get(finding.statement) ?? [],
    linkOf: (finding) => linkById.get(finding.id),
    isStated: (finding) => supporting.has(finding.id) || sitesStated(finding.kind).speaksOf(finding),
    isSiteNamed: (finding) => supporting.has(finding.id) || finding.sites.some(isNamed),
    mentionsWordsOf: ({ where, range }, scope) => {
      const { start, end } = where.head ?? range;
      return description(scope).uses(text.slice(start, end));
    },
    describesPlaceOf: (finding, scope) =>
      description(scope).touches(
        statementOf(finding)?.text ?? '',
        vertebraeOf(finding.levels, finding.discs),
        (site) => finding.sites.includes(site) || reader.implies(finding.kind, site),
      ),
    hasSection: (scope) => (scope === 'findings' && body.length > 0) || rangesOf(scope).length > 0,
    once,
    given,
    details,
    priorSizeOf: (finding) => priorSizes().get(finding.statement) ?? null,
    byStatement: (findings) => inGroups(findings).byStatement(),
    ofSides: (findings, isOne) => inGroups(findings).ofSides(SIDES.filter(isOne)),
    itemOf: (finding) => items().get(finding.id) ?? null,
    limit: ({ parameter, value }) => (parameter === null ? value : (parameters[parameter] ?? value)),
    folded: ({ start, end }) => folded().slice(start - report.range.start, end - report.range.start),
    rangesOf,
    statementRanges: (finding) => {
      const statement = statementOf(finding);
      return [...(statement?.topic ? [statement.topic.name] : []), statement?.range ?? finding.range];
    },
    statementOf,
    statementAt: (offset) => statementAt(outline.statements, offset),
    sectionRange: (scope) => {
      const section = outline.sections.find((candidate) => candidate.id === scope);
      return section?.heading ?? outline.header.find((field) => field.id === scope)?.value ?? rangesOf(scope)[0] ?? null;
    },
    levelStyle: style,
  };
}
