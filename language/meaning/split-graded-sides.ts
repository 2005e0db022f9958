import type { Side } from './finding.ts';
import type { Mention } from './mention.ts';
import { is, isAnd, type Node, termOf } from './node.ts';
import { gradesOf } from './split-grades.ts';

/** `mild left and severe right foraminal narrowing`, `mild on the left and severe on the right`: one finding for each graded side. */
export function splitGradedSides(m: Mention, nodes: readonly Node[]): Mention[] {
  if (m.role === 'normal' || m.severity === null) return [m];
  const sides = gradedSides(m, nodes);
  const [only] = sides;
  if (sides.length === 1 && only !== undefined && m.side === 'bilateral' && only.at.i > m.to) return splitOff(m, only);
  if (sides.length !== 2 || sides[0]?.side === sides[1]?.side) return [m];
  return sides.map(({ grade, side, at }) => ({
    ...m,
    side,
    dominantSide: null,
    severity: gradesOf(grade),
    levels: [...m.levels],
    discs: [...m.discs],
    causes: [...m.causes],
    where: { ...m.where, severity: grade.span, side: at.span },
  }));
}

/** `bilateral foraminal narrowing, severe on the left`: of the other side no grade is given. */
function splitOff(m: Mention, { grade, side, at }: GradedSide): Mention[] {
  const of = (own: Side): Mention => ({
    ...m,
    side: own,
    dominantSide: null,
    sites: [...m.sites],
    levels: [...m.levels],
    discs: [...m.discs],
    causes: [...m.causes],
    where: { ...m.where },
  });
  const { severity: _severity, ...where } = m.where;
  const graded = { ...of(side), severity: gradesOf(grade), where: { ...m.where, severity: grade.span, side: at.span } };
  return [graded, { ...of(side === 'left' ? 'right' : 'left'), severity: null, where }];
}

interface GradedSide {
  readonly grade: Node;
  readonly side: Side;
  readonly at: Node;
}

/** Grades followed at once by left or right, before the head or behind it, up to the next thing that is named. */
function gradedSides(m: Mention, nodes: readonly Node[]): GradedSide[] {
  const before = nodes.findLastIndex((n) => n.i < m.from && names(n)) + 1;
  const after = nodes.findIndex((n) => n.i > m.to && names(n));
  return nodes.slice(before, after < 0 ? undefined : after).flatMap((grade) => {
    if (grade.type !== 'severities') return [];
    let i = grade.i + 1;
    while (is(nodes[i], 'preposition') || is(nodes[i], 'word', 'determiner')) i++;
    const at = nodes[i];
    const side = termOf(at, 'side')?.value;
    if (at === undefined || (side !== 'left' && side !== 'right') || (at.i > m.to && isOfNext(nodes, at.i, after))) return [];
    return [{ grade, side, at }];
  });
}

/** `canal stenosis, severe left and mild right foraminal stenosis`: the sides stand in the name of the next thing. */
const isOfNext = (nodes: readonly Node[], from: number, next: number): boolean =>
  next > from &&
  nodes.slice(from + 1, next).every((n) => is(n, 'site') || is(n, 'side') || isAnd(n) || n.type === 'severities') &&
  is(nodes[next - 1], 'site');

const names = (n: Node): boolean => is(n, 'head') || is(n, 'observation') || is(n, 'normal');
