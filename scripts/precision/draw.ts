import { palette } from '../../cli/drawing/colours.ts';
import { drawTable } from '../../cli/drawing/table.ts';
import type { FalseAlert, Precision, Recall } from './measure.ts';

/** Bars that the figures must reach. */
export const LEAST_RECALL = 0.95;
export const MOST_FALSE_PER_1000 = 2;

/** How many false alerts of a rule and how many misses of a class are shown with their words. */
const SHOWN = 5;

export const recallOf = ({ mutants, found }: Recall): number => (mutants === 0 ? 1 : found / mutants);
export const per1000 = (alerts: number, { reports }: Precision): number => (reports === 0 ? 0 : (1000 * alerts) / reports);

/** Whether every class and the sound reports reach their bars. */
export const isGood = (measured: Precision): boolean =>
  measured.recall.every((one) => one.mutants > 0 && recallOf(one) >= LEAST_RECALL) &&
  per1000(measured.falseAlerts.length, measured) <= MOST_FALSE_PER_1000;

/** The first false alerts and misses, then the tables, for a person. */
export function drawPrecision(measured: Precision): string {
  const byRule = [...Map.groupBy(measured.falseAlerts, ({ rule }) => rule)].sort((a, b) => b[1].length - a[1].length);
  const colours = palette(false);
  return [
    ...byRule.map(([rule, alerts]) => drawFalse(rule, alerts)),
    ...measured.recall.filter(({ misses }) => misses.length > 0).map(drawMisses),
    drawTable(
      ['class', 'mutants', 'found', 'recall', ''],
      measured.recall.map((one) => [
        one.class,
        String(one.mutants),
        String(one.found),
        recallOf(one).toFixed(3),
        one.mutants === 0 ? 'no mutants' : recallOf(one) < LEAST_RECALL ? `below ${LEAST_RECALL}` : '',
      ]),
      null,
      colours,
    ),
    drawTable(
      ['rule', 'false alerts', 'per 1,000'],
      [...byRule.map(([rule, alerts]) => [rule, alerts.length] as const), ['all', measured.falseAlerts.length] as const].map(
        ([rule, n]) => [rule, String(n), per1000(n, measured).toFixed(2)],
      ),
      null,
      colours,
    ),
    `${measured.reports} sound reports; at most ${MOST_FALSE_PER_1000} false alerts per 1,000 and a recall of ${LEAST_RECALL} in every class are wanted.\n`,
  ].join('\n');
}

function drawFalse(rule: string, alerts: readonly FalseAlert[]): string {
  const shown = alerts.slice(0, SHOWN).map(({ report, message, words, lines }) => `  ${report}: ${message}\n    [${words}] in ${lines}\n`);
  return `False: ${rule}\n${shown.join('')}`;
}

function drawMisses({ class: name, misses }: Recall): string {
  const shown = misses.slice(0, SHOWN).map(({ report, mutant: { text, injected }, instead }) => {
    const { start, end } = injected.range;
    const around = text.slice(Math.max(0, start - 60), Math.min(text.length, end + 60)).replaceAll('\n', ' / ');
    return `  ${report}: ${injected.what}\n    [${injected.words}] in ...${around}...\n    instead: ${instead.join(', ') || 'nothing'}\n`;
  });
  return `Missed: ${name}\n${shown.join('')}`;
}
