import type { Span } from '../text/span.ts';
import { levelsOf } from './fill.ts';
import type { Severity } from './finding.ts';
import type { Mention } from './mention.ts';
import { is, isAnd, isComma, type Node } from './node.ts';

/** `severe stenosis at L3-L4 and moderate at L4-L5`: one finding for each grade that has levels of its own. */
export function splitGrades(m: Mention, nodes: readonly Node[]): Mention[] {
  if (m.role === 'normal' || m.severity === null || m.levels.length + m.discs.length < 2) return [m];
  const later = laterGrades(m, nodes);
  if (later.length === 0) return [m];
  const own = nodes.find((n) => n.type === 'severities' && isWithin(n, m.where.severity) && !later.some(({ grade }) => grade === n));
  const where = own === undefined ? { ...m.where } : { ...m.where, severity: own.span };
  const first: Mention = { ...m, levels: [...m.levels], discs: [...m.discs], where };
  const others = later.map(({ grade, levels }): Mention => {
    const read = levelsOf(levels, nodes, m.kind);
    first.levels = first.levels.filter((l) => !read.levels.includes(l));
    first.discs = first.discs.filter((d) => !read.discs.includes(d));
    const where = { ...m.where, severity: grade.span, [read.discs.length > 0 ? 'discs' : 'levels']: levels.span };
    return { ...m, severity: gradesOf(grade), levels: [...read.levels], discs: [...read.discs], where, causes: [...m.causes] };
  });
  // `compression, moderate at T8 and mild at T6`: all of them stand behind.
  if (first.levels.length + first.discs.length === 0) return others.length > 1 ? others : [m];
  return [first, ...others];
}

const isWithin = ({ span }: Node, place: Span | undefined): boolean =>
  place !== undefined && span.start >= place.start && span.end <= place.end;

/** The grades that a node names, as written. */
export const gradesOf = (node: Node): Severity[] =>
  node.phrase.type === 'severities' ? node.phrase.terms.map((t) => t.value as Severity) : [];

/** Grades behind the mention, each joined by `and` or a comma and followed at once by its levels. */
function laterGrades(m: Mention, nodes: readonly Node[]): { grade: Node; levels: Node }[] {
  const found: { grade: Node; levels: Node }[] = [];
  for (const node of nodes.slice(m.to + 1)) {
    if (is(node, 'head') || is(node, 'observation')) break;
    if (node.type !== 'severities' || !(isAnd(nodes[node.i - 1]) || isComma(nodes[node.i - 1]))) continue;
    const at = is(nodes[node.i + 1], 'preposition') ? node.i + 2 : node.i + 1;
    const levels = nodes[at];
    if (levels?.type === 'levels') found.push({ grade: node, levels });
  }
  return found;
}
