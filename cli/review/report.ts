import type { Colours } from '../drawing/colours.ts';
import { plural } from '../drawing/summary.ts';
import { drawTable } from '../drawing/table.ts';
import type { Decision } from './decisions.ts';
import { type Agreement, agreementsOf, type Judgements, judgementsOf, type Precision, precisionInWords, precisionOf } from './precision.ts';

/** What decisions come to. Plain data: the JSON of `emh review --report --json`. */
export interface ReviewReport {
  readonly version: 1;
  readonly rules: readonly Precision[];
  readonly agreements: readonly Agreement[];
}

/** Of all decisions, or of those about one rule. */
export function reviewReport(decisions: readonly Decision[], rule: string | null): ReviewReport {
  const judgements: Judgements = judgementsOf(rule === null ? decisions : decisions.filter((each) => each.rule === rule));
  return { version: 1, rules: precisionOf(judgements), agreements: agreementsOf(judgements) };
}

/** As a table for people, and a line for each two reviewers. Ends in a line break. */
export function drawReview({ rules, agreements }: ReviewReport, room: number | null, colours: Colours): string {
  if (rules.length === 0) return 'No alert has been judged.\n';
  const rows = rules.map((each) => [
    precisionInWords(each) || 'disputed',
    ...[each.accepted, each.rejected, each.disputed].map((count) => (count === 0 ? '' : String(count))),
    each.rule,
  ]);
  const judged = rules.reduce((sum, each) => sum + each.judged, 0);
  return [
    `${plural(judged, 'alert')} judged, of ${plural(rules.length, 'rule')}. Precision: accepted of accepted and rejected, with its 95 % confidence interval.\n`,
    drawTable(['precision', 'accepted', 'rejected', 'disputed', 'rule'], rows, room, colours),
    ...agreements.map((each) => `${agreementInWords(each)}\n`),
  ].join('');
}

/** `A and B agree on 18 of 20 alerts: kappa 0.78.` */
const agreementInWords = ({ reviewers, same, both, kappa }: Agreement): string =>
  `${reviewers.join(' and ')} agree on ${same} of ${plural(both, 'alert')}: ${kappa === null ? 'no kappa, because both say the same of all' : `kappa ${kappa.toFixed(2)}`}.`;
