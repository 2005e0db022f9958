import { clauseAround } from './clauses.ts';
import type { Mention } from './mention.ts';
import { is, isComma, type Node } from './node.ts';

/** Ties causes to what they cause: `masses causing narrowing`, `compression due to a mass`, `masses compress the cord`. */
export function relate(nodes: readonly Node[], starts: readonly number[], mentions: readonly Mention[]): void {
  for (const node of nodes) {
    if (is(node, 'cause', 'forward')) tie(causeBefore(mentions, node.i), effectsAfter(nodes, mentions, node.i));
    else if (is(node, 'cause', 'backward')) {
      const cause = firstAfter(nodes, mentions, node.i);
      if (cause !== null && isCause(cause)) tie(cause, effectsBefore(nodes, starts, mentions, node.i));
    }
  }
  for (const m of mentions) {
    if (m.role === 'verb') tie(causeBefore(mentions, m.at), [m]);
    if (m.role === 'extension') tieExtension(mentions, m);
  }
}

/** What can cause: a mass, or EMH itself. */
const isCause = (m: Mention): boolean => m.kind === 'mass' || m.kind === 'emh' || m.role === 'head';

function tie(cause: Mention | null, effects: readonly Mention[]): void {
  if (cause === null || cause.presence === 'absent') return;
  const more = effects.filter(
    (effect) =>
      effect !== cause &&
      effect.presence !== 'absent' &&
      effect.kind !== 'mass' &&
      effect.role !== 'normal' &&
      !cause.causes.includes(effect),
  );
  if (more.length > 0) cause.causes = [...cause.causes, ...more];
}

/** The mass before, passing what it was already said to cause. */
function causeBefore(mentions: readonly Mention[], at: number): Mention | null {
  const before = mentions.filter((m) => m.at < at && m.role !== 'normal' && m.to < at);
  return before.filter((m) => m.kind === 'mass' || m.kind === 'emh').at(-1) ?? before.at(-1) ?? null;
}

function effectsAfter(nodes: readonly Node[], mentions: readonly Mention[], at: number): Mention[] {
  const end = nodes.findIndex((n) => n.i > at && (is(n, 'cause', 'forward') || is(n, 'exception') || is(n, 'negation')));
  return mentions.filter((m) => m.at > at && (end < 0 || m.at < end));
}

const firstAfter = (nodes: readonly Node[], mentions: readonly Mention[], at: number): Mention | null => {
  const m = mentions.find((n) => n.from > at);
  return m !== undefined &&
    !nodes.slice(at + 1, m.from).some((n) => isComma(n) || (is(n, 'verb') && !/^(located|situated|lying)$/.test(n.text)))
    ? m
    : null;
};

function effectsBefore(nodes: readonly Node[], starts: readonly number[], mentions: readonly Mention[], at: number): Mention[] {
  const { start } = clauseAround(starts, at, nodes.length);
  return mentions.filter((m) => m.at >= start && m.to < at && m.kind !== 'mass');
}

/** A part of the mass at another site shares its signal and enhancement where it has none of its own. */
function tieExtension(mentions: readonly Mention[], m: Mention): void {
  const whole = mentions.filter((o) => o.at < m.at && o.kind === 'mass').at(-1);
  if (whole === undefined || whole.presence === 'absent' || m.presence === 'absent') return;
  m.enhancement ??= whole.enhancement;
}
