import type { Finding } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import type { Report, WordProblem } from '../meaning/report.ts';
import type { Ignore } from '../syntax/report.ts';
import type { Diagnostic, DiagnosticSeverity, Related } from '../text/diagnostic.ts';
import { overlaps, type Span } from '../text/span.ts';
import { boundIn, EMPTY_ENV, type Env, matchedIn, TRACED_ENV } from './binding.ts';
import { Facts } from './facts.ts';
import { makeFix } from './fix.ts';
import { spanOf, startOf } from './marked.ts';
import type { Budget } from './match.ts';
import { builtInMatches, matchesOf } from './matches.ts';
import { planOf, type RulePlan } from './plan.ts';
import { BUILT_IN, type PhraseReader, type Rule } from './rule.ts';
import type { Sight } from './sight.ts';
import { budgetFor, firings, firstWay } from './solve.ts';
import { unfinishedOn } from './unfinished.ts';
import { say } from './value.ts';

/** Parameter of a rule -> its number here. */
export type Parameters = Readonly<Record<string, number>>;

/** Rule id -> severity or `off`; what is neither leaves the rule as it is. */
export type Severities = Readonly<Record<string, string>>;

export interface CheckOptions {
  readonly parameters?: Parameters;
  /** What built-in checks point at beside the report's own. */
  readonly problems?: readonly WordProblem[];
  /** Whether each diagnostic says which line of its rule matched what. */
  readonly explain?: boolean;
}

const isSeverity = (word: string | undefined): word is DiagnosticSeverity =>
  word === 'error' || word === 'warning' || word === 'info' || word === 'hint';

const PLACES: Readonly<Record<string, string>> = { findings: 'In the findings', '': 'In the findings', impression: 'In the impression' };

/** The other findings that took part, as places to look at. */
function relatedTo(findings: readonly Finding[], marked: Span): Related[] {
  const others = [...new Set(findings)].filter((finding) => !overlaps(finding.range, marked));
  return others.slice(0, 8).map((finding) => ({
    message: `${PLACES[finding.section] ?? `In ${finding.section}`}: "${finding.text.replace(/\s+/g, ' ')}"`,
    range: finding.range,
  }));
}

/** `explaining` is the budget for telling which line matched what, apart from that of the check; null where that is not asked for. */
function diagnose(plan: RulePlan, env: Env, sight: Sight, budget: Budget, explaining: Budget | null): Diagnostic | null {
  const { rule } = plan;
  const { facts } = sight;
  const own = rule.mark && spanOf(rule.mark, env, facts, true);
  const marked = own ?? matchedIn(env)[0]?.range ?? facts.sectionRange('exam') ?? startOf(facts.report);
  for (const [i, verdict] of rule.verdicts.entries()) {
    const condition = plan.verdicts()[i] ?? null;
    const way = condition === null ? env : firstWay(condition, env, sight, budget);
    if (way === null) continue;
    const around = { marked, suggestion: '' };
    return {
      rule: rule.id,
      severity: verdict.severity,
      message: say(verdict.message, way, facts, around),
      range: marked,
      related: relatedTo([...matchedIn(way), ...boundIn(way)], marked),
      fixes: verdict.fixes.flatMap((fix) => makeFix(fix, way, facts, around) ?? []),
      because: rule.because,
      ...(explaining === null ? {} : { matches: matchesOf(plan, env, way, sight, explaining) }),
    };
  }
  return null;
}

/** A check whose places the reader gives: the rule file says how it is worded. */
function builtIn(rule: Rule, problems: readonly WordProblem[], facts: Facts, explain: boolean): Diagnostic[] {
  const verdict = rule.verdicts.at(-1);
  if (!rule.builtIn || !verdict) return [];
  const kind = BUILT_IN[rule.builtIn];
  // What is no level has no other notation either.
  const impossible = new Set(kind === 'mixed' ? problems.filter((p) => p.kind === 'invalid').map((p) => p.range.start) : []);
  return problems
    .filter((problem) => problem.kind === kind && !impossible.has(problem.range.start))
    .map(({ range, suggestions }) => {
      const [around = { marked: range, suggestion: '' }, ...others] = suggestions.map((suggestion) => ({ marked: range, suggestion }));
      return {
        rule: rule.id,
        severity: verdict.severity,
        message: say(verdict.message, EMPTY_ENV, facts, around),
        range,
        related: [],
        fixes: [around, ...others].flatMap((way) => verdict.fixes.flatMap((plan) => makeFix(plan, EMPTY_ENV, facts, way) ?? [])),
        because: rule.because,
        ...(explain ? { matches: builtInMatches(rule, range, facts) } : {}),
      };
    });
}

/** `unfinished` takes the id of a rule that had to stop before it had looked at all of the report. */
function checkRule(plan: RulePlan, sight: Sight, explain: boolean, unfinished: string[]): readonly Diagnostic[] {
  if (!plan.canFire(sight)) return NOTHING;
  const { count } = sight.stated;
  const budget = budgetFor(count);
  const fired = firings(plan, sight, budget, explain ? TRACED_ENV : EMPTY_ENV);
  const found = fired.length === 0 ? NOTHING : diagnosed(plan, fired, sight, budget, explain ? budgetFor(count) : null);
  if (budget.left < 0) unfinished.push(plan.rule.id);
  return found;
}

const NOTHING: readonly Diagnostic[] = [];

/** One diagnostic for each place. */
function diagnosed(plan: RulePlan, fired: readonly Env[], sight: Sight, budget: Budget, explaining: Budget | null): Diagnostic[] {
  const byPlace = new Map<number, Diagnostic>();
  for (const env of fired) {
    const diagnostic = diagnose(plan, env, sight, budget, explaining);
    if (diagnostic !== null && !byPlace.has(diagnostic.range.start)) byPlace.set(diagnostic.range.start, diagnostic);
  }
  return [...byPlace.values()];
}

/** The `emh-ignore` of the diagnostic's statement that speaks of its rule. */
const ignoreOf = (diagnostic: Diagnostic, facts: Facts): Ignore | undefined =>
  facts.statementAt(diagnostic.range.start)?.ignores.find((ignore) => ignore.rules.includes(diagnostic.rule));

const hasIgnores = ({ outline }: Report): boolean => outline.statements.some(({ ignores }) => ignores.length > 0);

/** Words of `emh-ignore` comments that silence nothing: the rule is unknown, or has nothing to say there. */
function unusedIgnores(facts: Facts, used: ReadonlySet<string>, mayBeSilent: (rule: string) => boolean): WordProblem[] {
  const ignored = facts.report.outline.statements.filter(({ ignores }) => ignores.length > 0);
  return ignored
    .flatMap(({ ignores }) => ignores)
    .flatMap((ignore) =>
      ignore.rules
        .filter((rule) => !used.has(`${ignore.range.start} ${rule}`) && !mayBeSilent(rule))
        .map((rule) => {
          const start = facts.text.indexOf(rule, ignore.range.start);
          const range = start < 0 || start >= ignore.range.end ? ignore.range : { start, end: start + rule.length };
          return { kind: 'unused', range, words: rule, suggestions: [] } as const;
        }),
    );
}

/** A sentence that is known to be the template's is told of once: what is said of any normal sentence goes. */
function withoutGeneral(found: readonly Diagnostic[]): Diagnostic[] {
  const ours = found.filter(({ rule }) => rule === 'template-normal-contradicted').map(({ range }) => range);
  return ours.length === 0
    ? [...found]
    : found.filter(({ rule, range }) => rule !== 'template-normal-left' || !ours.some((own) => overlaps(own, range)));
}

/**
 * What the rules find in a report, in the order of the text; `text` is the whole text that the ranges point into, `links` say what
 * the findings of the impression rest on. One diagnostic for a rule and place. Linear in the findings for each rule.
 */
export function checkReport(
  rules: readonly Rule[],
  report: Report,
  links: readonly Link[],
  text: string,
  severities: Severities,
  reader: PhraseReader,
  { parameters = {}, problems = [], explain = false }: CheckOptions = {},
): Diagnostic[] {
  const facts = new Facts(report, links, text, reader, parameters);
  const plan = planOf(rules);
  const sight = plan.sightOf(facts);
  const placed = [...report.wordProblems, ...problems];
  const isOff = (rule: string): boolean => severities[rule] === 'off';
  const used = new Set<string>();
  const unfinished: string[] = [];
  const found: Diagnostic[] = [];
  for (const each of plan.shownIn(sight, placed.length > 0)) {
    const { rule } = each;
    if (isOff(rule.id)) continue;
    for (const diagnostic of rule.builtIn ? builtIn(rule, placed, facts, explain) : checkRule(each, sight, explain, unfinished)) {
      const ignore = ignoreOf(diagnostic, facts);
      if (ignore) used.add(`${ignore.range.start} ${diagnostic.rule}`);
      else found.push(diagnostic);
    }
  }
  if (found.length + used.size + unfinished.length === 0 && !hasIgnores(report)) return found;
  const graded = (diagnostic: Diagnostic): Diagnostic => {
    const severity = severities[diagnostic.rule];
    return isSeverity(severity) ? { ...diagnostic, severity } : diagnostic;
  };
  // Of a rule that was not finished nobody knows what it would have said.
  const mayBeSilent = (rule: string): boolean => isOff(rule) || unfinished.includes(rule);
  const unused = plan.onIgnores
    .filter((rule) => !isOff(rule.id))
    .flatMap((rule) => builtIn(rule, unusedIgnores(facts, used, mayBeSilent), facts, explain));
  const told = [...withoutGeneral(found), ...unused].map(graded);
  return [...told, ...unfinished.map((rule) => unfinishedOn(report, rule))].sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  );
}
