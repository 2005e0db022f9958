import type { Span } from '../text/span.ts';
import { shift } from '../text/span.ts';
import type { Finding } from './finding.ts';
import { is, type Node, termOf } from './node.ts';
import type { Spoken } from './note.ts';
import type { Report } from './report.ts';

/** Where in the canal or organ a finding lies, or where a structure is pushed to: anterior, posterior, lateral, circumferential, left, right. */
export interface Position {
  readonly values: readonly string[];
  readonly range: Span;
}

const POSITIONS: ReadonlySet<string> = new Set(['anterior', 'posterior', 'lateral', 'superior', 'inferior', 'midline']);

/** The positions that findings state, by their ids: within their words, right before or right behind them. */
export function readPositions(
  { findings, impression }: Pick<Report, 'findings' | 'impression'>,
  spoken: readonly Spoken[],
): ReadonlyMap<string, Position> {
  const telling = spoken.filter((each) => waysIn(each).any);
  if (telling.length === 0) return NOWHERE;
  const out = new Map<string, Position>();
  const byStatement = Map.groupBy(telling, (each) => each.statement);
  for (const finding of [...findings, ...impression.flatMap((item) => item.findings)]) {
    for (const each of byStatement.get(finding.statement) ?? []) {
      const position = positionOf(finding, each);
      if (position !== null) out.set(finding.id, position);
    }
  }
  return out;
}

const NOWHERE: ReadonlyMap<string, Position> = new Map();

/** Whether words name a position at all; `any`: or a side that something may be pushed to. Most do not. */
export interface Ways {
  readonly any: boolean;
  readonly position: boolean;
}

const waysIn = ({ meaning: { nodes, made } }: Spoken): Ways => (made.ways ??= findWays(nodes));

const findWays = (nodes: readonly Node[]): Ways =>
  nodes.every((n) => valuesOf(n, true).length === 0) ? NO_WAY : { any: true, position: nodes.some(isDirection) };

const NO_WAY: Ways = { any: false, position: false };

const isDisplacement = (finding: Finding): boolean => finding.kind.endsWith('-displacement');

function positionOf(finding: Finding, spoken: Spoken): Position | null {
  const { by } = spoken;
  const { nodes } = spoken.meaning;
  const displaced = isDisplacement(finding);
  if (!displaced && !waysIn(spoken).position) return null;
  const { start, end } = finding.range;
  const first = nodes.findIndex((n) => n.span.start + by >= start);
  const last = nodes.findLastIndex((n) => n.span.end + by <= end);
  if (first < 0 || last < first) return null;
  let from = first;
  while (
    !displaced &&
    from > 0 &&
    (isDirection(nodes[from - 1]) || (from > 1 && isDirection(nodes[from - 2]) && is(nodes[from - 1], 'conjunction')))
  )
    from--;
  let to = last;
  while (to < nodes.length - 1 && to < last + 4 && (isDirection(nodes[to + 1]) || (displaced && isStep(nodes[to + 1])))) to++;
  const found = nodes.slice(from, to + 1).filter((n) => valuesOf(n, displaced).length > 0);
  const [one] = found;
  const other = found.at(-1);
  if (one === undefined || other === undefined) return null;
  const values = [...new Set(found.flatMap((n) => valuesOf(n, displaced)))];
  return { values, range: shift({ start: one.span.start, end: other.span.end }, by) };
}

/** `to the left` */
const isStep = (n: Node | undefined): boolean =>
  n !== undefined && (/^(to|the|towards?|and)$/.test(n.text) || is(n, 'side', 'left') || is(n, 'side', 'right'));

const isDirection = (n: Node | undefined): boolean => n !== undefined && valuesOf(n, false).length > 0;

function valuesOf(n: Node, displaced: boolean): string[] {
  if (is(n, 'morphology', 'circumferential')) return ['circumferential'];
  const side = termOf(n, 'side')?.value;
  if (displaced && (side === 'left' || side === 'right')) return [side];
  const id = termOf(n, 'word')?.id ?? '';
  if (/^postero-?lateral/.test(n.text)) return ['posterior', 'lateral'];
  if (/^antero-?lateral/.test(n.text)) return ['anterior', 'lateral'];
  return POSITIONS.has(id) ? [id] : [];
}

const OPPOSITE: Readonly<Record<string, string>> = {
  left: 'right',
  right: 'left',
  anterior: 'posterior',
  posterior: 'anterior',
  superior: 'inferior',
  inferior: 'superior',
};

/** Whether some of what the one says is the opposite of what the other says, and nothing of it the same. */
export const areOpposite = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((way) => b.includes(OPPOSITE[way] ?? '')) && !a.some((way) => b.includes(way));
