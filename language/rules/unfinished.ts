import type { Report } from '../meaning/report.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { startOf } from './marked.ts';

/** Stands in the place of a rule's id where a rule was not finished on a report. No severity turns it off: a check is missing. */
export const UNFINISHED = 'rule-unfinished';

/** Says that a rule did not look at all of a report, at the heading of its findings. */
export function unfinishedOn(report: Report, rule: string): Diagnostic {
  return {
    rule: UNFINISHED,
    severity: 'warning',
    message: `Rule ${rule} was not finished on this report: it states too much to hold each thing against all others.`,
    range: startOf(report),
    related: [],
    fixes: [],
    unfinished: rule,
    because: 'What the rule has not looked at may hold a mistake that it would have found. Splitting the text into its reports helps.',
  };
}
