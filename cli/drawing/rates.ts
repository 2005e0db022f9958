import { alertsOf, per1000, type Tally } from '../archive/tally.ts';
import type { Colours } from './colours.ts';
import { plural } from './summary.ts';
import { drawTable } from './table.ts';

/** How often each rule spoke, and in how many reports of 1,000; the most frequent first. Ends in a line break. */
export function drawRates(tally: Tally, room: number | null, colours: Colours): string {
  const rows = Object.entries(tally.rules)
    .sort(([a, x], [b, y]) => alertsOf(y) - alertsOf(x) || (a < b ? -1 : 1))
    .map(([rule, own]) => [
      per1000(alertsOf(own), tally).toFixed(1),
      String(alertsOf(own)),
      String(own.reports),
      ...[own.error, own.warning, own.info, own.hint].map((count) => (count === 0 ? '' : String(count))),
      rule,
    ]);
  const unread = tally.unread === 0 ? '' : `, ${tally.unread} could not be checked`;
  const head = `${plural(tally.reports, 'report')} in ${plural(tally.texts, 'text')}${unread}.\n`;
  const columns = ['per 1,000', 'alerts', 'reports', 'errors', 'warnings', 'infos', 'hints', 'rule'];
  return rows.length === 0 ? head : `${head}${drawTable(columns, rows, room, colours)}`;
}
