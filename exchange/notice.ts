import type { Span } from '../language/text/span.ts';

/** Something that whoever imports or exports has to know. */
export interface Notice {
  /** `error`: the file is refused. `warning`: it is not as the format asks, and was read all the same. `lost`: it is not in what came out. */
  readonly kind: 'error' | 'warning' | 'lost';
  readonly message: string;
  /** Where it stands in the text that was read (UTF-16 units); null where it speaks of no place. */
  readonly range: Span | null;
}

/** What an import or export gives. */
export interface Exchanged {
  /** Null where the file is refused; an error among the notices says why. */
  readonly text: string | null;
  /** Errors and warnings in the order of the text, then what was lost. */
  readonly notices: readonly Notice[];
}

/** A notice of something lost. */
export const lost = (message: string, range: Span | null = null): Notice => ({ kind: 'lost', message, range });

export const warning = (message: string, range: Span | null = null): Notice => ({ kind: 'warning', message, range });

const RANK = { error: 0, warning: 0, lost: 1 } as const;

/** Faults by place, then losses by place; the same is said once. */
export function sortedNotices(notices: readonly Notice[]): Notice[] {
  const seen = new Set<string>();
  return notices
    .filter(({ kind, message, range }) => {
      const key = `${kind} ${range?.start ?? ''} ${message}`;
      return !seen.has(key) && seen.add(key) !== undefined;
    })
    .sort((a, b) => RANK[a.kind] - RANK[b.kind] || (a.range?.start ?? -1) - (b.range?.start ?? -1));
}
