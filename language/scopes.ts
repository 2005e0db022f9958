import { clauseStarts } from './meaning/clauses.ts';
import { type Cues, readCues } from './meaning/cues.ts';
import { is, type Node } from './meaning/node.ts';
import { cover, type Span, shift } from './text/span.ts';

/** A stretch that a cue denies, hedges, puts into the past or to somebody else (`apart`), or denies only as new. */
export interface Scope {
  readonly kind: 'denied' | 'possible' | 'apart' | 'not-new';
  /** The words that do it; null where they stand outside the statement's phrases. */
  readonly cue: Span | null;
  readonly range: Span;
}

/** The scopes of a statement, whose phrases count from `by`, in the order of the text. */
export function scopesIn(nodes: readonly Node[], by: number): Scope[] {
  const cues = readCues(nodes, clauseStarts(nodes));
  const spanOf = (i: number): Span => shift(nodes[i]?.span ?? { start: 0, end: 0 }, by);
  const runs = <T>(list: readonly T[], isOn: (value: T) => boolean, make: (value: T, first: number, last: number) => Scope): Scope[] => {
    const out: Scope[] = [];
    for (let i = 0; i < list.length; i++) {
      const value = list[i] as T;
      if (!isOn(value)) continue;
      let last = i;
      while (last + 1 < list.length && list[last + 1] === value) last++;
      const end = last;
      while (last > i && nodes[last]?.type === 'mark') last--;
      out.push(make(value, i, last));
      i = end;
    }
    return out;
  };
  const withCue = (kind: Scope['kind'], list: Cues['negated']): Scope[] =>
    runs(
      list,
      (cue) => cue !== null,
      (cue, first, last) => ({ kind, cue: cue && shift(cue, by), range: cover(spanOf(first), spanOf(last)) }),
    );
  const withoutCue = (kind: Scope['kind'], list: readonly boolean[], isCue: (node: Node | undefined) => boolean): Scope[] =>
    runs(list, Boolean, (_, first, last) => {
      const cue = [first - 1, last + 1].find((i) => isCue(nodes[i]));
      return { kind, cue: cue === undefined ? null : spanOf(cue), range: cover(spanOf(first), spanOf(last)) };
    });
  return [
    ...withCue('denied', cues.negated),
    ...withCue('possible', cues.possible),
    ...withoutCue('apart', cues.apart, (node) => is(node, 'history')),
    ...withoutCue('not-new', cues.notNew, (node) => is(node, 'word', 'no-new')),
  ].sort((a, b) => a.range.start - b.range.start);
}
