import { fitted } from '../text/fitted.ts';
import type { Span } from '../text/span.ts';
import type { Cues } from './cues.ts';
import { enhancementOf } from './enhancement.ts';
import type { Severity, Side, Signal } from './finding.ts';
import { millimetres } from './millimetres.ts';
import { is, type Node, termOf } from './node.ts';
import { readLevels } from './read-levels.ts';
import { mergeSignals, readSignals } from './signal.ts';
import { isBothOfOther } from './sites.ts';

/** Attributes without a head of their own in the statement: they speak of the finding before it. */
export interface Loose {
  readonly levels: readonly string[];
  readonly discs: readonly string[];
  readonly side: Side | null;
  readonly severity: readonly Severity[] | null;
  readonly sizeMm: readonly number[] | null;
  readonly signal: Readonly<Record<string, Signal>>;
  readonly enhancement: string | null;
  readonly morphology: readonly string[];
  readonly change: string | null;
  readonly span: Span;
}

/** Null where nothing is loose, or where the statement is about a structure of its own (`The liver measures 15 cm`). */
export function readLoose(nodes: readonly Node[], loose: readonly number[], cues: Cues): Loose | null {
  const own = loose.filter((i) => !cues.apart[i]);
  const first = own[0];
  if (first === undefined || hasSubject(nodes) || isOtherNormal(nodes)) return null;
  const at = own.map((i) => nodes[i] as Node);
  const levels = at.flatMap((n) => (n.phrase.type === 'levels' ? [readLevels(n.phrase.parts, false)] : []));
  const sides = at
    .filter((n) => !isBothOfOther(nodes, n.i))
    .map((n) => termOf(n, 'side')?.value)
    .filter((v): v is Side => v === 'left' || v === 'right' || v === 'bilateral');
  const grade = at.find(
    (n) =>
      n.type === 'severities' &&
      nodes[n.i + 1]?.type !== 'intensities' &&
      !is(nodes[n.i + 1], 'pattern') &&
      !is(nodes[n.i + 1], 'enhancement'),
  )?.phrase;
  const size = at.map((n) => n.phrase).find((p) => p.type === 'size' && millimetres(p.values, p.unit) !== null);
  const enhancing = at.find((n) => is(n, 'enhancement'));
  const found: Loose = {
    levels: fitted(levels.flatMap((l) => l.levels)),
    discs: fitted(levels.flatMap((l) => l.discs)),
    side: sides.length === 0 ? null : sides.every((s) => s === sides[0]) ? (sides[0] as Side) : 'bilateral',
    severity: grade?.type === 'severities' && enhancing === undefined ? grade.terms.map((t) => t.value as Severity) : null,
    sizeMm: size?.type === 'size' ? millimetres(size.values, size.unit) : null,
    signal: mergeSignals({}, readSignals(nodes, own)),
    enhancement: enhancing === undefined ? null : cues.negated[enhancing.i] !== null ? 'none' : enhancementOf(nodes, enhancing.i),
    morphology: fitted(at.flatMap((n) => (cues.negated[n.i] === null ? (termOf(n, 'morphology')?.value ?? []) : []))),
    change: at.map((n) => termOf(n, 'change')?.value).find((v) => v !== undefined) ?? null,
    span: { start: at[0]?.span.start ?? 0, end: at.at(-1)?.span.end ?? 0 },
  };
  return found;
}

/** `The right is normal.`: the other of two, of which nothing was found. */
const isOtherNormal = (nodes: readonly Node[]): boolean =>
  nodes.slice(0, 3).some((n) => is(n, 'side') && is(nodes[n.i + 1], 'verb', 'be') && is(nodes[n.i + 2], 'normal'));

/** A structure as the subject, not behind a preposition or a comparison. */
function hasSubject(nodes: readonly Node[]): boolean {
  for (const node of nodes) {
    // `Both kidneys`: the structure is named.
    if (
      (is(node, 'pronoun') && !is(nodes[node.i + 1], 'site')) ||
      node.type === 'intensities' ||
      is(node, 'enhancement') ||
      node.type === 'sequences'
    )
      return false;
    // `At T4 the canal measures 5 mm.`
    if (is(node, 'preposition') && nodes[node.i + 1]?.type === 'levels') continue;
    // `Normal termination of the conus at L1`
    if (node.i > 0 && node.text === 'of' && is(nodes[node.i - 1], 'preposition') === false) continue;
    if (is(node, 'preposition') || is(node, 'reference')) return false;
    if (is(node, 'site')) return true;
  }
  return false;
}
