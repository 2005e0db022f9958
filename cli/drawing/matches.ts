import type { Match } from '../../language/text/diagnostic.ts';
import { cut, oneLine, printable } from './cells.ts';
import type { Style } from './diagnostic.ts';
import type { Lines } from './lines.ts';
import { plural } from './summary.ts';

/** Columns of the word that begins a line of a rule, as rule files have it. */
const KEY = 9;
const INDENT = ' '.repeat(4);
const BELOW = `${INDENT}${' '.repeat(KEY)}`;
const LONGEST_QUOTE = 60;

/**
 * The lines of the rule behind a diagnostic, below each the words of the report that it matched, with their line and
 * column, and the number of a parameter. What was
 * looked for in vain to excuse it is summed up. Ends in a line break; empty where nothing is known.
 */
export function drawMatches(lines: Lines, matches: readonly Match[], { colours }: Style): string {
  const [first] = matches;
  if (first === undefined) return '';
  const told = matches.filter(({ part, fits }) => part !== 'unless' || fits);
  const inVain = matches.filter((match) => !told.includes(match));
  const rows = told.flatMap((match, i) => [
    `${INDENT}${colours.frame(match.key.padEnd(KEY))}${printable(match.text)}`,
    ...match.places.map(({ start, end }) => {
      const { line, column } = lines.placeOf(start);
      // A far longer text is not put on one line first.
      const words = oneLine(lines.text.slice(start, Math.min(end, start + 8 * LONGEST_QUOTE)));
      return `${BELOW}${colours.strong(`${line}:${column}`)} "${cut(words, LONGEST_QUOTE)}"`;
    }),
    ...(match.parameter === null ? [] : [`${BELOW}${match.parameter.name} is ${match.parameter.value}`]),
    ...verdict(match, told[i + 1]).map((words) => `${BELOW}${words}`),
  ]);
  const excuses =
    inVain.length === 0
      ? []
      : [`${INDENT}${colours.frame('unless'.padEnd(KEY))}${plural(inVain.length, 'line')} (${runsOf(inVain)}), looked for in vain`];
  const head = `  ${colours.frame('matched:')} ${oneLine(first.file)}:${first.line}`;
  return `${[head, ...rows, ...excuses].join('\n')}\n`;
}

/** Numbers of lines that follow each other as `9 to 13`. */
function runsOf(matches: readonly Match[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const { line } of matches) {
    const last = runs.at(-1);
    if (last !== undefined && line <= last.to + 1) last.to = line;
    else runs.push({ from: line, to: line });
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ');
}

/** What stands below a line that no words of the report speak for; nothing where the next line goes on with it. */
function verdict({ fits, asks, places, key }: Match, next: Match | undefined): string[] {
  if (fits) return places.length > 0 ? [] : ['holds'];
  if (next?.key === 'while') return [];
  if (key === 'while') return ['nothing in the report fits all of this'];
  return [asks === 'finding' ? 'nothing in the report fits' : 'does not hold'];
}
