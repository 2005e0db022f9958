import type { Diagnostic } from '../../language/text/diagnostic.ts';
import { alertsOf, per1000, type Tally } from '../archive/tally.ts';
import { nameOf } from '../archive/unit.ts';
import { type Lines, linesOf } from '../drawing/lines.ts';
import { plural } from '../drawing/summary.ts';
import type { Ending, MakeFormat } from './format.ts';
import { escapeMarkup } from './markup.ts';

/** Characters of the line shown before and behind the words. */
const AROUND = 60;

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
section { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: .5rem 0; break-inside: avoid; }
h2 { font-size: 1rem; overflow-wrap: anywhere; margin: .5rem 0; }
dl { margin: 0 0 .75rem; } dd { margin: 0 0 0 1rem; overflow-wrap: anywhere; }
.error::before { content: "✖ "; color: #c62828; } .warning::before { content: "▲ "; color: #b26a00; }
.info::before { content: "ℹ "; color: #1565c0; } .hint::before { content: "· "; }
code { opacity: .75; } mark { background: #ffe08a; color: #222; } pre { white-space: pre-wrap; margin: 0; font: inherit; }
table { border-collapse: collapse; } th, td { text-align: right; padding: .15rem .75rem; } th:first-child, td:first-child { text-align: left; }
`;

/** One page without scripts that needs no network: a section for each text with something in it, then a table of the rules. */
export const html: MakeFormat = () => ({
  head: `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>Report check</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<h1>Report check</h1>\n<p>Hints for the person who reports, no diagnosis. The page holds words of reports: keep it as you keep them.</p>\n<main>\n`,
  first: '',
  between: '',
  report({ origin, text, diagnostics }) {
    if (diagnostics.length === 0) return '';
    const lines = linesOf(text);
    return section(nameOf(origin), `<dl>${diagnostics.map((diagnostic) => entry(diagnostic, lines)).join('\n')}</dl>`);
  },
  unread: ({ origin, code, message }) =>
    section(nameOf(origin), `<p class="error">could not be checked: ${escapeMarkup(message)} <code>${code}</code></p>`),
  tail,
});

const section = (name: string, body: string): string => `<section>\n<h2>${escapeMarkup(name)}</h2>\n${body}\n</section>\n`;

function entry({ severity, rule, message, range, because, fixes }: Diagnostic, lines: Lines): string {
  const { line, column } = lines.placeOf(range.start);
  const more = [because === '' ? '' : `because: ${because}`, ...fixes.map(({ title }) => `fix: ${title}`)].filter((row) => row !== '');
  return [
    `<dt class="${severity}"><strong>${escapeMarkup(message)}</strong> ${line}:${column} <code>${severity} ${escapeMarkup(rule)}</code></dt>`,
    `<dd><pre>${excerpt(lines, range.start, range.end)}</pre>${more.map(escapeMarkup).join('<br>')}</dd>`,
  ].join('\n');
}

function excerpt(lines: Lines, start: number, end: number): string {
  const from = Math.max(start - AROUND, lines.startOf(lines.lineAt(start)));
  const to = Math.min(end + AROUND, lines.endOf(lines.lineAt(end)));
  const part = (a: number, b: number): string => escapeMarkup(lines.text.slice(a, b));
  return `${part(from, start)}<mark>${part(start, end)}</mark>${part(end, Math.max(to, end))}`;
}

function tail({ tally, complete, rules }: Ending): string {
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const rows = Object.entries(tally.rules)
    .sort(([a, x], [b, y]) => alertsOf(y) - alertsOf(x) || (a < b ? -1 : 1))
    .map(([rule, own]) => {
      const name = `<td title="${escapeMarkup(titles.get(rule) ?? '')}">${escapeMarkup(rule)}</td>`;
      return `<tr>${name}<td>${alertsOf(own)}</td><td>${own.reports}</td><td>${per1000(alertsOf(own), tally).toFixed(1)}</td></tr>`;
    });
  const table = `<table>\n<tr><th>rule</th><th>alerts</th><th>reports</th><th>per 1,000 reports</th></tr>\n${rows.join('\n')}\n</table>\n`;
  return `</main>\n<h2>In all</h2>\n<p>${inAll(tally)}${complete ? '' : ' Stopped before the end.'}</p>\n${rows.length > 0 ? table : ''}</body>\n</html>\n`;
}

const inAll = ({ texts, counts, unread }: Tally): string =>
  `${plural(counts.error, 'error')}, ${plural(counts.warning, 'warning')}, ${plural(counts.info, 'info')}, ${plural(counts.hint, 'hint')} in ${plural(texts, 'text')}${unread > 0 ? `; ${unread} could not be checked` : ''}.`;
