import type { Report } from '../meaning/report.ts';
import type { Diagnostic } from '../text/diagnostic.ts';

/** Stands in the place of a rule's id where a rule was not finished on a report. No severity turns it off: a check is missing. */
export const UNFINISHED = 'rule-unfinished';

/** Says that a rule did not look at all of a report, at the heading of its findings. */
export function unfinishedOn({ outline, range }: Report, rule: string): Diagnostic {
  const heading = outline.sections.find(({ id }) => id === 'findings')?.heading;
  return {
    rule: UNFINISHED,
    severity: 'warning',
    message: `Rule ${rule} was not finished on this report: it states too much to hold each thing against all others.`,
    range: heading ?? outline.statements[0]?.range ?? range,
    related: [],
    fixes: [],
    unfinished: rule,
    because: 'What the rule has not looked at may hold a mistake that it would have found. Splitting the text into its reports helps.',
  };
}
