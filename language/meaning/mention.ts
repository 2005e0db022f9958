import { fitted } from '../text/fitted.ts';
import type { Span } from '../text/span.ts';
import type { Seed } from './draft.ts';
import type { Intensity, Part, Presence, Severity, Side, Signal } from './finding.ts';
import type { StatementMeaning } from './statement.ts';

/** A finding while its statement is read. Its lists are replaced, never added to. Node indexes `from`-`to` are the words that name it. */
export interface Mention {
  kind: string;
  /** Sites that the kind's words imply, from compositions. */
  sites: readonly string[];
  from: number;
  to: number;
  /** The node whose negation and hedging count. */
  at: number;
  role: 'head' | 'observation' | 'verb' | 'extension' | 'normal' | 'signal' | 'diagnosis';
  presence: Presence;
  limited: boolean;
  side: Side | null;
  dominantSide: 'left' | 'right' | null;
  levels: readonly string[];
  discs: readonly string[];
  severity: readonly Severity[] | null;
  sizeMm: readonly number[] | null;
  signal: Readonly<Record<string, Signal>>;
  enhancement: string | null;
  morphology: readonly string[];
  count: string | null;
  change: string | null;
  suggests: readonly string[];
  certainty: 'possible' | null;
  causes: readonly Mention[];
  /** Said to be at a level named before its statement (`at this level`). */
  sameLevel: boolean;
  /** The structure that an observation was said of. */
  structure: string | null;
  /** Speaks of a thing already named (`the mass`, `it`). */
  definite: boolean;
  where: Partial<Record<Part, Span>>;
  /** What its drafts were made of last, and the topic that it was said under; null until its statement is read. */
  seed: Seed | null;
  seedTopic: StatementMeaning | null;
}

export function newMention(
  kind: string,
  role: Mention['role'],
  from: number,
  to: number,
  at: number,
  sites: readonly string[] = NONE,
): Mention {
  return {
    kind,
    role,
    from,
    to,
    at,
    sites,
    presence: 'present',
    limited: false,
    side: null,
    dominantSide: null,
    levels: NONE,
    discs: NONE,
    severity: null,
    sizeMm: null,
    signal: NO_SIGNAL,
    enhancement: null,
    morphology: NONE,
    count: null,
    change: null,
    suggests: NONE,
    certainty: null,
    causes: NONE,
    structure: null,
    sameLevel: false,
    definite: false,
    where: {},
    seed: null,
    seedTopic: null,
  };
}

const NONE: readonly never[] = [];
export const NO_SIGNAL: Mention['signal'] = {};

/** Frees what the lists of a mention hold beside what is in them, when its statement is read. */
export function settle(mention: Mention): void {
  mention.sites = fitted(mention.sites);
  mention.levels = fitted(mention.levels);
  mention.discs = fitted(mention.discs);
  mention.morphology = fitted(mention.morphology);
  mention.suggests = fitted(mention.suggests);
  mention.causes = fitted(mention.causes);
}

/** Notes where an attribute is stated; further words widen the place. */
export function mark(mention: Mention, part: Part, span: Span): void {
  const before = mention.where[part];
  mention.where[part] = before === undefined ? span : { start: Math.min(before.start, span.start), end: Math.max(before.end, span.end) };
}

export type { Intensity };
