import type { Span } from '../text/span.ts';
import type { Seed } from './draft.ts';
import type { Intensity, Part, Presence, Severity, Side, Signal } from './finding.ts';

/** A finding while its statement is read. Node indexes `from`-`to` are the words that name it. */
export interface Mention {
  kind: string;
  /** Sites that the kind's words imply, from compositions. */
  sites: string[];
  from: number;
  to: number;
  /** The node whose negation and hedging count. */
  at: number;
  role: 'head' | 'observation' | 'verb' | 'extension' | 'normal' | 'signal' | 'diagnosis';
  presence: Presence;
  limited: boolean;
  side: Side | null;
  dominantSide: 'left' | 'right' | null;
  levels: string[];
  discs: string[];
  severity: Severity[] | null;
  sizeMm: number[] | null;
  signal: Record<string, Signal>;
  enhancement: string | null;
  morphology: string[];
  count: string | null;
  change: string | null;
  suggests: string[];
  certainty: 'possible' | null;
  causes: Mention[];
  /** Said to be at a level named before its statement (`at this level`). */
  sameLevel: boolean;
  /** The structure that an observation was said of. */
  structure: string | null;
  /** Speaks of a thing already named (`the mass`, `it`). */
  definite: boolean;
  where: Partial<Record<Part, Span>>;
  /** What its drafts were made of last; null until its statement is read. */
  seed: Seed | null;
}

export function newMention(
  kind: string,
  role: Mention['role'],
  from: number,
  to: number,
  at: number,
  sites: readonly string[] = [],
): Mention {
  return {
    kind,
    role,
    from,
    to,
    at,
    sites: [...sites],
    presence: 'present',
    limited: false,
    side: null,
    dominantSide: null,
    levels: [],
    discs: [],
    severity: null,
    sizeMm: null,
    signal: {},
    enhancement: null,
    morphology: [],
    count: null,
    change: null,
    suggests: [],
    certainty: null,
    causes: [],
    structure: null,
    sameLevel: false,
    definite: false,
    where: {},
    seed: null,
  };
}

/** Notes where an attribute is stated; further words widen the place. */
export function mark(mention: Mention, part: Part, span: Span): void {
  const before = mention.where[part];
  mention.where[part] = before === undefined ? span : { start: Math.min(before.start, span.start), end: Math.max(before.end, span.end) };
}

export type { Intensity };
