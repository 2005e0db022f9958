import type { Candidate, ExplainedDifference, ExplainedLink, ExplainedSync } from '../../language/impression/explain.ts';
import type { NewItem } from '../../language/impression/sync.ts';
import { cut, oneLine } from './cells.ts';
import type { Style } from './diagnostic.ts';
import { drawEdit } from './edit.ts';
import type { Lines } from './lines.ts';

/**
 * For each impression item, what it is held to speak of and by what score, the runner-up, and each change with its reason; then
 * what is added and why. What is kept as it stands is told too.
 */
export function drawExplainedSync(file: string, lines: Lines, { items, added }: ExplainedSync, style: Style): string[] {
  const rows = items.flatMap(({ item, range, links }) => {
    const { line } = lines.placeOf(range.start);
    const head = `${style.colours.strong(`${oneLine(file)}:${line}:`)} item ${item} ${quoted(lines.text.slice(range.start, range.end))}`;
    return [
      cut(head, style.room),
      ...(links.length === 0 ? ['  states no finding; kept as it stands'] : links.flatMap((l) => drawLink(l, lines, style))),
    ];
  });
  return [...rows, ...added.flatMap((one) => drawNew(file, one, lines, style))];
}

function drawLink({ stated, support, runnerUp, differences }: ExplainedLink, lines: Lines, style: Style): string[] {
  const { colours, room } = style;
  const held = support.map((c) => `    speaks of ${candidate(c, lines)}`);
  const rows = [
    `  ${colours.frame('states')} ${quoted(stated.text)}`,
    ...(held.length > 0 ? held : ['    nothing in the findings supports it; kept, for a person to decide']),
    ...(runnerUp === null ? [] : [`    runner-up ${candidate(runnerUp, lines)}`]),
    ...differences.flatMap((d) => drawDifference(d, lines, style)),
    ...(held.length > 0 && differences.length === 0 ? ['    in agreement; kept as it stands'] : []),
  ];
  return rows.map((row) => cut(row, room));
}

const candidate = ({ finding, likeness }: Candidate, lines: Lines): string =>
  `line ${lines.placeOf(finding.range.start).line} ${quoted(finding.text)}, score ${Math.round(likeness.score)}: ${likeness.reasons.join(', ')}`;

function drawDifference({ difference, why, edits }: ExplainedDifference, lines: Lines, style: Style): string[] {
  const what = `    ${style.colours.frame(`${difference.attribute}:`)} ${why}`;
  return edits.length === 0
    ? [`${what}; a person has to reword it`]
    : [what, ...edits.flatMap((edit) => drawEdit(lines, edit, style).map((row) => `      ${row}`))];
}

function drawNew(file: string, { words, rank, of }: NewItem, lines: Lines, style: Style): string[] {
  const isDenial = of.every((f) => f.presence === 'absent');
  const why = isDenial
    ? 'asked for, and no item says it'
    : rank === 0
      ? 'critical, and no item states it'
      : `of rank ${rank}, and no item states it`;
  return [
    `${style.colours.strong(`${oneLine(file)}:`)} new item ${style.colours.added(quoted(words))}`,
    `  ${why}`,
    ...of.map((f) => `  from line ${lines.placeOf(f.range.start).line} ${quoted(f.text)}`),
  ].map((row) => cut(row, style.room));
}

const LONGEST_QUOTE = 70;
const quoted = (words: string): string => `"${cut(oneLine(words.slice(0, 8 * LONGEST_QUOTE)), LONGEST_QUOTE)}"`;
