import type { Rule } from '../../language/rules/rule.ts';
import type { Source } from '../../language/text/source.ts';
import { type Precision, precisionInWords } from '../review/precision.ts';

/** What a page of rules is written with. */
export interface RulesPageOptions {
  /** In Markdown: what stands above the rules. */
  readonly top: string;
  /** As far as rules were judged; without any, the page has no column for it. */
  readonly precisions?: readonly Precision[];
  /** Address of a rule file as it is seen from the page; null for none. */
  readonly link: (file: string) => string | null;
}

const HEADINGS = ['rule', 'severity', 'title', 'parameters', 'why', 'source'];

/** A page of rules in Markdown: a section for each rule file, a line for each of its rules. */
export function rulesPage(files: readonly Source[], rules: readonly Rule[], { top, precisions = [], link }: RulesPageOptions): string {
  const judged = new Map(precisions.map((precision) => [precision.rule, precision]));
  const headings = judged.size > 0 ? [...HEADINGS, 'precision (95 % CI)', 'judged'] : HEADINGS;
  const sections = files.map(({ name, text }) => {
    const own = rules.filter((rule) => rule.file === name);
    const title = (name.split(/[\\/]/).at(-1) ?? name).replace(/\.emhr$/, '').replaceAll('-', ' ');
    const heading = `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
    const to = link(name);
    // Each rule file begins with a line that says what it is about.
    const about = /^# *(.*)/.exec(text)?.[1] ?? '';
    const lines = [
      `## ${to === null ? cell(heading) : `[${heading}](${to})`}`,
      '',
      ...(about === '' ? [] : [cell(about), '']),
      `| ${headings.join(' | ')} |`,
      `|${'---|'.repeat(headings.length)}`,
      ...own.map((rule) => `| ${[...cells(rule), ...(judged.size > 0 ? precisionCells(judged.get(rule.id)) : [])].join(' | ')} |`),
    ];
    return `${lines.join('\n')}\n`;
  });
  return [top, ...sections].join('\n');
}

const cells = (rule: Rule): string[] => [
  `\`${rule.id}\``,
  severity(rule),
  cell(rule.title),
  parameters(rule),
  cell(rule.because),
  cell(rule.source),
];

const precisionCells = (precision: Precision | undefined): string[] =>
  precision === undefined ? ['', ''] : [precisionInWords(precision), String(precision.judged)];

const parameters = (rule: Rule): string =>
  Object.entries(rule.parameters)
    .map(([name, usual]) => `\`${name}\` ${usual}`)
    .join(', ');

/** The usual one, then those of `error when CLAUSE:` lines. */
function severity({ verdicts }: Rule): string {
  const [usual = ''] = verdicts.filter(({ when }) => when === null).map((verdict) => verdict.severity);
  const others = new Set(verdicts.map((verdict) => verdict.severity).filter((each) => each !== usual));
  return [usual, ...[...others].map((each) => `(${each})`)].join(' ');
}

/** Words as they stand, not as marks of Markdown. */
const cell = (words: string): string => words.replace(/[\\|<>*_`[\]]/g, '\\$&');
