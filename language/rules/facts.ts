import { type DetailsOf, detailsIn } from '../meaning/details.ts';
import type { Finding, Side } from '../meaning/finding.ts';
import { type Given, givenIn } from '../meaning/given.ts';
import type { Link } from '../meaning/link.ts';
import { type LevelStyle, levelStyleOf, vertebraeOf } from '../meaning/notation.ts';
import type { Note } from '../meaning/note.ts';
import type { Report } from '../meaning/report.ts';
import type { Statement } from '../syntax/report.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Limit, Scope } from './clause.ts';
import { type Description, describe } from './described.ts';
import { GroupedFindings } from './grouped.ts';
import type { PhraseReader } from './rule.ts';
import { isBody, isInScope } from './scope.ts';

/** What a part of the impression says of the sites of a kind. */
interface SitesStated {
  readonly isStated: boolean;
  /** Somewhere it names no site, or the kind has none. */
  readonly anywhere: boolean;
  readonly sites: ReadonlySet<string>;
}

/** So few links are looked through sooner than they are sorted. */
const FEW = 8;

/**
 * What the rules ask of one report beside its findings and notes, each computed when it is first asked for and kept for all of them.
 * A report asks for few of them, and none costs anything before.
 */
export class Facts {
  readonly report: Report;
  readonly text: string;
  readonly reader: PhraseReader;
  /** What the findings of the impression rest on. */
  readonly links: readonly Link[];
  readonly #parameters: Readonly<Record<string, number>>;
  readonly #kept = new Map<string | object, unknown>();
  // What nearly every report is asked for.
  #linkOf: ReadonlyMap<string, Link> | null = null;
  #support: ReadonlySet<string> | null = null;
  #given: Given | null = null;
  #details: DetailsOf | null = null;
  #folded: string | null = null;

  constructor(
    report: Report,
    links: readonly Link[],
    text: string,
    reader: PhraseReader,
    parameters: Readonly<Record<string, number>> = {},
  ) {
    this.report = report;
    this.text = text;
    this.reader = reader;
    this.links = links;
    this.#parameters = parameters;
  }

  /** Keeps what was looked for, by what was asked: a clause of a rule, a list, or words for it. */
  once<T>(asked: string | object, look: () => T): T {
    let found = this.#kept.get(asked);
    if (found === undefined) this.#kept.set(asked, (found = look()));
    return found as T;
  }

  /** In reading order. */
  #findings(scope: Scope): readonly Finding[] {
    return this.once(`findings ${scope}`, () => {
      if (scope === 'impression') return this.report.impression.flatMap((item) => item.findings);
      const own = this.report.findings.filter(({ section }) => isInScope(section, scope));
      return scope === 'report' ? [...own, ...this.#findings('impression')] : own;
    });
  }

  /** The size that the finding's statement gives for an earlier time. */
  priorSizeOf(finding: Finding): Note | null {
    const sizes = this.once('prior sizes', () => {
      const found = this.report.notes.filter(({ category, kind }) => category === 'measurement' && kind === 'prior-size');
      return new Map(found.map((note) => [note.statement, note]));
    });
    return sizes.get(finding.statement) ?? null;
  }

  /** Number of the impression item that states the finding; null for those of other parts. */
  itemOf(finding: Finding): number | null {
    const items = this.once(
      'items',
      () => new Map(this.report.impression.flatMap((item) => item.findings.map((stated) => [stated.id, item.item] as const))),
    );
    return items.get(finding.id) ?? null;
  }

  /** The number itself, or what the settings make of the parameter. */
  limit({ parameter, value }: Limit): number {
    return parameter === null ? value : (this.#parameters[parameter] ?? value);
  }

  /** Findings of a list by the number of their statement; sorted once for each list. */
  byStatement(findings: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
    return this.#grouped(findings).byStatement();
  }

  /** Those of a list that have one of these sides; looked for once for each list and choice of sides. */
  ofSides(findings: readonly Finding[], isOne: (side: Side | null) => boolean): readonly Finding[] {
    return this.#grouped(findings).ofSides(isOne);
  }

  #grouped(findings: readonly Finding[]): GroupedFindings {
    return this.once(findings, () => new GroupedFindings(findings));
  }

  /** Those of findings and impression that stand in the same statement, itself included. */
  beside(finding: Finding): readonly Finding[] {
    return this.byStatement(this.#findings('report')).get(finding.statement) ?? [];
  }

  /** Values that findings give beyond the one that they have. */
  given(): Given {
    this.#given ??= givenIn(this.report, this.text);
    return this.#given;
  }

  /** Ribs, segments, poles and levels that are singled out. */
  details(): DetailsOf {
    this.#details ??= detailsIn(
      this.report,
      () => this.given(),
      this.text,
      (span) => this.folded(span),
    );
    return this.#details;
  }

  /** What a finding of the impression rests on; `at` is its place in the impression, where that is known. */
  linkOf(finding: Finding, at = -1): Link | undefined {
    const link = at < 0 ? undefined : this.links[at];
    if (link?.stated === finding) return link;
    if (this.links.length <= FEW) {
      for (const each of this.links) if (each.stated.id === finding.id) return each;
      return undefined;
    }
    this.#linkOf ??= new Map(this.links.map((each) => [each.stated.id, each]));
    return this.#linkOf.get(finding.id);
  }

  /** Whether an item of the impression speaks of this finding, by link or by kind and place. */
  isStated(finding: Finding): boolean {
    if (this.#isSupport(finding)) return true;
    const { isStated, anywhere, sites } = this.#sitesStated(finding.kind);
    return isStated && (anywhere || finding.sites.length === 0 || finding.sites.some((site) => sites.has(site)));
  }

  #isSupport(finding: Finding): boolean {
    if (this.#support === null) {
      const ids = new Set<string>();
      for (const { support } of this.links) for (const { id } of support) ids.add(id);
      this.#support = ids;
    }
    return this.#support.has(finding.id);
  }

  #sitesStated(kind: string): SitesStated {
    return this.once(`sites stated of ${kind}`, () => {
      const stated = this.#findings('impression').filter((finding) => finding.kind === kind);
      const hasSites = this.reader.term(kind)?.frame.includes('sites') ?? true;
      return {
        isStated: stated.length > 0,
        anywhere: !hasSites || stated.some(({ sites }) => sites.length === 0),
        sites: new Set(stated.flatMap(({ sites }) => sites)),
      };
    });
  }

  /** Whether the impression names one of its sites, or rests on it. */
  isSiteNamed(finding: Finding): boolean {
    if (this.#isSupport(finding)) return true;
    const impression = this.#findings('impression');
    const sites = this.once('sites named', () => new Set(impression.flatMap((stated) => stated.sites)));
    const kinds = this.once('kinds named', () => [...new Set(impression.map(({ kind }) => kind))]);
    return finding.sites.some((site) => sites.has(site) || kinds.some((kind) => this.reader.implies(kind, site)));
  }

  /** Whether one statement of the part uses every word of the finding's name, in any form. */
  mentionsWordsOf({ where, range }: Finding, scope: Scope): boolean {
    const { start, end } = where.head ?? range;
    return this.#description(scope).uses(this.text.slice(start, end));
  }

  /** Whether a statement of the part says something of a site of the finding, or shares with its statement a word that the vocabulary lacks. */
  describesPlaceOf(finding: Finding, scope: Scope): boolean {
    return this.#description(scope).touches(
      this.statementOf(finding)?.text ?? '',
      vertebraeOf(finding.levels, finding.discs),
      (site) => finding.sites.includes(site) || this.reader.implies(finding.kind, site),
    );
  }

  #description(scope: Scope): Description {
    return this.once(`description of ${scope}`, () => {
      const structures = Map.groupBy(
        this.report.notes.filter(({ category }) => category === 'structure'),
        (note) => note.statement,
      );
      const findings = this.byStatement(this.#findings('report'));
      const told = this.report.outline.statements
        .filter((statement) => isInScope(statement.section, scope))
        .map(({ index, text }) => ({ text, findings: findings.get(index) ?? [], structures: structures.get(index) ?? [] }));
      return describe(told, this.reader);
    });
  }

  hasSection(scope: Scope): boolean {
    const { findings, outline } = this.report;
    if (scope === 'report') return true;
    return (
      outline.header.some(({ id }) => id === scope) ||
      // A title above the first heading is no body; what is stated there is.
      outline.sections.some(({ id, heading }) => (scope === 'findings' ? isBody(id) && heading !== null : id === scope)) ||
      (scope === 'findings' && findings.some(({ section }) => isBody(section)))
    );
  }

  /** Words of the report in lower case and plain twins, as long as they are written. */
  folded({ start, end }: Span): string {
    const { range } = this.report;
    // The report alone: a text may hold thousands.
    this.#folded ??= fold(this.text.slice(range.start, range.end));
    return this.#folded.slice(start - range.start, end - range.start);
  }

  /** Places of a part of the report, header lines included. */
  rangesOf(scope: Scope): readonly Span[] {
    return this.once(`ranges of ${scope}`, () => {
      const { range, outline } = this.report;
      if (scope === 'report') return [range];
      const sections = outline.sections.filter(({ id }) => (scope === 'findings' ? isBody(id) : id === scope));
      return [...outline.header.filter(({ id }) => id === scope).map(({ value }) => value), ...sections.map((section) => section.range)];
    });
  }

  /** The topic that the finding's statement stands under, and the statement. */
  statementRanges(finding: Finding): readonly Span[] {
    const statement = this.statementOf(finding);
    if (statement === undefined) return [finding.range];
    return statement.topic === null ? [statement.range] : [statement.topic.name, statement.range];
  }

  /** By number, since a finding may start at its topic; what is no finding of the report (a prior size) by place. */
  statementOf(finding: Finding): Statement | undefined {
    return this.report.outline.statements[finding.statement] ?? this.statementAt(finding.range.start);
  }

  /** By bisection. */
  statementAt(offset: number): Statement | undefined {
    const { statements } = this.report.outline;
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

  /** The heading or header value of a part of the report. */
  sectionRange(scope: Scope): Span | null {
    const { sections, header } = this.report.outline;
    const section = sections.find(({ id }) => id === scope);
    return section?.heading ?? header.find(({ id }) => id === scope)?.value ?? this.rangesOf(scope)[0] ?? null;
  }

  /** How the report writes levels. */
  levelStyle(): LevelStyle {
    const { range } = this.report;
    return this.once('level style', () => levelStyleOf(this.text.slice(range.start, range.end)));
  }
}
