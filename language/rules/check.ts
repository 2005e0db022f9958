import type { Finding } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import type { Report } from '../meaning/report.ts';
import type { Diagnostic, DiagnosticSeverity, Related } from '../text/diagnostic.ts';
import { overlaps, type Span } from '../text/span.ts';
import { EMPTY_ENV, type Env } from './binding.ts';
import { type Facts, factsOf } from './facts.ts';
import { makeFix } from './fix.ts';
import { spanOf } from './marked.ts';
import type { Budget } from './match.ts';
import { BUILT_IN, type PhraseReader, type Rule } from './rule.ts';
import { budgetFor, firings, firstWay } from './solve.ts';
import { say } from './value.ts';

/** Rule id -> severity or `off`; what is neither leaves the rule as it is. */
export type Severities = Readonly<Record<string, string>>;

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

function diagnose(rule: Rule, env: Env, facts: Facts, budget: Budget): Diagnostic | null {
  const marked = rule.mark && (spanOf(rule.mark, env, facts, true) ?? (env.trail[0]?.range || facts.sectionRange('exam')));
  if (!marked) return null;
  for (const verdict of rule.verdicts) {
    const way = verdict.when === null ? env : firstWay(verdict.when, env, facts, budget);
    if (way === null) continue;
    const around = { marked, suggestion: '' };
    return {
      rule: rule.id,
      severity: verdict.severity,
      message: say(verdict.message, way, facts, around),
      range: marked,
      related: relatedTo([...way.trail, ...Object.values(way.variables).flatMap((binding) => binding.findings)], marked),
      fixes: verdict.fixes.flatMap((plan) => makeFix(plan, way, facts, around) ?? []),
      because: rule.because,
    };
  }
  return null;
}

/** A check whose places the reader gives: the rule file says how it is worded. */
function builtIn(rule: Rule, facts: Facts): Diagnostic[] {
  const verdict = rule.verdicts.at(-1);
  if (!rule.builtIn || !verdict) return [];
  const kind = BUILT_IN[rule.builtIn];
  return facts.report.wordProblems
    .filter((problem) => problem.kind === kind)
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
      };
    });
}

function checkRule(rule: Rule, facts: Facts): Diagnostic[] {
  if (rule.builtIn) return builtIn(rule, facts);
  const budget = budgetFor(facts.findings('report', null).length);
  const seen = new Set<number>();
  return firings(rule, facts, budget).flatMap((env) => {
    const diagnostic = diagnose(rule, env, facts, budget);
    if (!diagnostic || seen.has(diagnostic.range.start)) return [];
    seen.add(diagnostic.range.start);
    return [diagnostic];
  });
}

/** Whether the statement that the diagnostic stands in has an `emh-ignore` for its rule. */
const isIgnored = (diagnostic: Diagnostic, facts: Facts): boolean =>
  facts.statementAt(diagnostic.range.start)?.ignores.some((ignore) => ignore.rules.includes(diagnostic.rule)) ?? false;

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
): Diagnostic[] {
  const facts = factsOf(report, links, text, reader);
  return rules
    .filter((rule) => severities[rule.id] !== 'off')
    .flatMap((rule) => {
      const severity = severities[rule.id];
      const found = checkRule(rule, facts);
      return isSeverity(severity) ? found.map((diagnostic) => ({ ...diagnostic, severity })) : found;
    })
    .filter((diagnostic) => !isIgnored(diagnostic, facts))
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
