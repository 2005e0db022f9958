import type { Reading } from '../assist/reading.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Report } from '../meaning/report.ts';

/** Reads a text anew; a language does. */
export type Read = (text: string) => Reading;

/** What must stay when a text is only written in another way. */
export interface Meaning {
  /** For each report its examination, its findings and those of its impression's items, each as one text. */
  readonly reports: readonly {
    readonly exam: string;
    readonly findings: readonly string[];
    readonly items: readonly (readonly string[])[];
  }[];
  /** Rules that have something to say, in order, as often as they say it. */
  readonly rules: readonly string[];
}

/** Rules that speak of how a report is written, which formatting is there to mend. */
const OF_LAYOUT: ReadonlySet<string> = new Set(['item-number']);

export function meaningOf(reading: Reading): Meaning {
  return {
    reports: reading.reports.map((report) => {
      const words = wording(report);
      const { modality, regions, contrast } = report.exam;
      return {
        exam: JSON.stringify({ modality, regions, contrast }),
        findings: report.findings.map(words),
        items: report.impression.map((item) => item.findings.map(words)),
      };
    }),
    rules: reading.diagnostics
      .filter(({ rule }) => !OF_LAYOUT.has(rule))
      .map(({ rule, severity }) => `${rule} ${severity}`)
      .sort(),
  };
}

/** Writes a finding as one text, without where it stands; what it causes in full. */
function wording(report: Report): (finding: Finding) => string {
  const all = new Map([...report.findings, ...report.impression.flatMap(({ findings }) => findings)].map((f) => [f.id, f]));
  const plain = ({ id, range, text, where, statement, causes, ...said }: Finding): string => JSON.stringify(said);
  return (finding) =>
    `${plain(finding)}${finding.causes
      .map((id) => ` > ${all.has(id) ? plain(all.get(id) as Finding) : id}`)
      .sort()
      .join('')}`;
}

/** Whether two texts say the same, item by item, and the rules say the same of both. */
export const sameMeaning = (a: Meaning, b: Meaning): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether two texts state the same findings, in the impression too, wherever they stand. */
export const sameFindings = (a: Meaning, b: Meaning): boolean => JSON.stringify(findingsAnyhow(a)) === JSON.stringify(findingsAnyhow(b));

const findingsAnyhow = ({ reports }: Meaning): unknown =>
  reports.map(({ exam, findings, items }) => [exam, findings.toSorted(), items.flat().sort()]);

/** Whether every rule that speaks of the second text spoke of the first as often. */
export function noNewRules(before: Meaning, after: Meaning): boolean {
  const left = [...before.rules];
  return after.rules.every((rule) => {
    const at = left.indexOf(rule);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
