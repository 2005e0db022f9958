import { plural } from '../drawing/summary.ts';
import { escapeMarkup } from '../formats/markup.ts';
import { precisionInWords } from '../review/precision.ts';
import { barsChart, monthsChart, rowsOfTwo, trendsChart } from './charts.ts';
import { GROUPINGS, type Grouping } from './counts.ts';
import { STATS_STYLE } from './style.ts';
import type { Grouped, Rest, Row, RuleRow, Summary, Trend } from './summary.ts';

/** So many bars and trends are drawn; tables go on. */
const MOST_BARS = 15;
const MOST_TRENDS = 6;
/** Rows of a table of exams, authors or templates. */
const MOST_ROWS = 100;

const TITLES: Readonly<Record<Grouping, readonly [heading: string, one: string]>> = {
  exam: ['Exams', 'exam'],
  author: ['Authors', 'author'],
  template: ['Templates', 'template'],
};

/** Statistics as one page: no script, no network, each chart beside the table of what it shows. `title` is plain text. */
export function statsPage(summary: Summary, title: string): string {
  const { all, months } = summary;
  const sections =
    all.reports === 0
      ? ['<p>There is no report to count.</p>']
      : [
          months.length > 0 ? monthsSection(summary) : noMonths(summary),
          rulesSection(summary),
          ...GROUPINGS.map((grouping) => groupSection(grouping, summary)),
        ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<style>${STATS_STYLE}</style>
</head>
<body>
<main>
<h1>${escapeMarkup(title)}</h1>
${overview(summary)}
${sections.join('\n')}
</main>
</body>
</html>
`;
}

function overview({ all, texts, unread, axis, least }: Summary): string {
  const span = axis.length === 0 ? '' : `, ${axis[0]} to ${axis.at(-1)}`;
  const notes = [
    unread > 0 ? `${plural(unread, 'text')} could not be checked and ${unread === 1 ? 'is' : 'are'} not counted.` : '',
    least > 1 ? `Counts below ${least} are not told (“<${least}”), and groups of fewer than ${least} reports are taken together.` : '',
    'Alerts are hints for the person who reports, no diagnosis; how often a rule is wrong differs between rules, exams and houses. A rate says how often alerts came up, not how well anyone reports.',
  ].filter((note) => note !== '');
  const figures = [
    [whole(all.reports), 'reports'],
    [told(all.errors, least), 'errors'],
    [told(all.warnings, least), 'warnings'],
    [told(all.hints, least), 'infos and hints'],
    [all.per1000 === null ? '–' : decimal(all.per1000), 'errors and warnings per 1,000 reports'],
  ];
  const list = figures.map(([value, name]) => `<div><dt>${name}</dt><dd>${escapeMarkup(value ?? '')}</dd></div>`).join('');
  return `<p>${whole(all.reports)} reports in ${whole(texts)} texts${span}.</p>\n<dl class="figures">${list}</dl>\n${notes.map((note) => `<p class="note">${escapeMarkup(note)}</p>`).join('\n')}`;
}

function monthsSection(summary: Summary): string {
  const { months, least, smallMonths, undated, ambiguous } = summary;
  const rows = [
    ...months.map((row) => cells(row, least)),
    ...rests({ small: smallMonths, unknown: undated, further: null }, 'month', least),
  ];
  const note =
    ambiguous > 0
      ? `<p class="note">${plural(ambiguous, 'report')} with a date that may be of two months: --date-order dmy or mdy tells which.</p>`
      : '';
  return section(
    'Months',
    figure(monthsChart('months', months), 'Errors and warnings per 1,000 reports in each month, and the number of reports.'),
    note,
    table('Reports and alerts by month', ['month', ...COUNT_HEADINGS], rows),
  );
}

const noMonths = ({ undated }: Summary): string =>
  section(
    'Months',
    `<p>${undated === null ? 'No month has reports enough to be shown.' : 'No report has a date that could be read: --date-key names the header line, key or column that holds it.'}</p>`,
  );

function rulesSection({ rules, axis, least, smallRules }: Summary): string {
  if (rules.length === 0)
    return section(
      'Rules',
      `<p>${smallRules === 0 ? 'No rule found anything.' : `${plural(smallRules, 'rule')} found too little to be told.`}</p>`,
    );
  const bars = rules.slice(0, MOST_BARS);
  const isJudged = rules.some(({ precision }) => precision !== null);
  const heading = ['rule', 'alerts', 'reports', 'per 1,000', ...(isJudged ? ['precision (95 % CI)', 'judged'] : [])];
  return section(
    'Rules',
    figure(
      barsChart(
        'rules',
        'alerts per 1,000 reports',
        bars.map(({ rule, per1000 }) => ({ label: rule, value: per1000 })),
      ),
      `Alerts per 1,000 reports of the ${bars.length === rules.length ? '' : `${bars.length} most frequent `}rules, of any severity.`,
    ),
    trends(
      'rule-trends',
      axis,
      rules.map(({ rule, trend }) => ({ label: rule, trend })),
      'Alerts per 1,000 reports in each month',
    ),
    table(
      'Alerts by rule',
      heading,
      rules.map((row) => ruleCells(row, least, isJudged)),
    ),
    smallRules > 0
      ? `<p class="note">${plural(smallRules, 'rule')} found something in fewer than ${least} reports, or would tell of those.</p>`
      : '',
  );
}

const ruleCells = ({ rule, title, alerts, reports, per1000, precision }: RuleRow, least: number, isJudged: boolean): string[] => [
  `${escapeMarkup(rule)}${title === '' ? '' : `<br><small>${escapeMarkup(title)}</small>`}`,
  told(alerts, least),
  told(reports, least),
  rate(per1000),
  ...(isJudged ? [precision === null ? '' : precisionInWords(precision), precision === null ? '' : whole(precision.judged)] : []).map(
    escapeMarkup,
  ),
];

function groupSection(grouping: Grouping, { groups, axis, least }: Summary): string {
  const [heading, one] = TITLES[grouping];
  const { rows, ...rest } = groups[grouping];
  if (rows.length === 0)
    return section(
      heading,
      `<p>${rest.small === null ? `No report says its ${one}: --${grouping}-key names the header line, key or column that holds it.` : `No ${one} has reports enough to be shown.`}</p>`,
    );
  const bars = rows.slice(0, MOST_BARS);
  const left = rows.length > MOST_ROWS ? `<p class="note">${rows.length - MOST_ROWS} more with fewer reports are not listed.</p>` : '';
  return section(
    heading,
    figure(
      rowsOfTwo(grouping, bars),
      `Errors and warnings per 1,000 reports, for the ${bars.length === rows.length ? '' : `${bars.length} `}${one}s with the most reports.`,
    ),
    trends(`${grouping}-trends`, axis, rows, 'Errors and warnings per 1,000 reports in each month'),
    table(
      `Reports and alerts by ${one}`,
      [one, ...COUNT_HEADINGS],
      [...rows.slice(0, MOST_ROWS).map((row) => cells(row, least)), ...rests(rest, one, least)],
    ),
    left,
  );
}

function trends(
  name: string,
  axis: readonly string[],
  rows: readonly { readonly label: string; readonly trend: Trend }[],
  what: string,
): string {
  const shown = rows.filter(({ trend }) => trend.filter((n) => n !== null).length > 1).slice(0, MOST_TRENDS);
  if (axis.length < 2 || shown.length === 0) return '';
  const values = axis.map((month, i) => [month, ...shown.map(({ trend }) => rate(trend[i] ?? null))]);
  return [
    figure(trendsChart(name, axis, shown), `${what}, all on one scale.`),
    `<details><summary>The same as a table</summary>${table(what, ['month', ...shown.map(({ label }) => escapeMarkup(label))], values)}</details>`,
  ].join('\n');
}

const COUNT_HEADINGS = ['reports', 'errors', 'warnings', 'infos and hints', 'errors and warnings per 1,000'];

const cells = ({ label, reports, errors, warnings, hints, per1000 }: Row, least: number): string[] => [
  escapeMarkup(label),
  reports === null ? '–' : whole(reports),
  ...[errors, warnings, hints].map((count) => (reports === null ? '–' : told(count, least))),
  rate(per1000),
];

/** What is no row of its own. */
function rests({ small, unknown, further }: Omit<Grouped, 'rows'>, one: string, least: number): string[][] {
  const row = (rest: Rest | null, label: string): string[][] =>
    rest === null
      ? []
      : [cells({ ...rest, label, ...(rest.reports < least ? HIDDEN : {}) }, least)].map((all) =>
          rest.reports < least ? all.map((cell, i) => (i === 1 ? escapeMarkup(`<${least}`) : cell)) : all,
        );
  return [
    ...row(small, `${plural(small?.values ?? 0, one)} with few reports`),
    ...row(further, `further ${one}s`),
    ...row(unknown, `${one} not known`),
  ];
}

const HIDDEN = { errors: null, warnings: null, hints: null, per1000: null };

const section = (heading: string, ...parts: readonly string[]): string => {
  const id = heading.toLowerCase();
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${heading}</h2>\n${parts.filter((part) => part !== '').join('\n')}\n</section>`;
};

const figure = (svg: string, caption: string): string =>
  `<figure>${svg}<figcaption>${escapeMarkup(caption)} The table below has the numbers.</figcaption></figure>`;

/** `headings` and `rows` are markup. */
function table(caption: string, headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = headings.map((heading) => `<th scope="col">${heading}</th>`).join('');
  const body = rows.map(
    ([first = '', ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<div class="table" tabindex="0" role="region" aria-label="${escapeMarkup(caption)}"><table><caption>${escapeMarkup(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody></table></div>`;
}

const whole = (n: number): string => n.toLocaleString('en-GB');
const decimal = (n: number): string => n.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const rate = (n: number | null): string => (n === null ? '–' : decimal(n));
/** A count, or that it is too small to be told. */
const told = (count: number | null, least: number): string => (count === null ? escapeMarkup(`<${least}`) : whole(count));
