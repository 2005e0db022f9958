import { createHash } from 'node:crypto';
import type { Diagnostic } from '../../language/text/diagnostic.ts';
import { alertsIn } from '../archive/alerts-work.ts';
import type { Outcome } from '../archive/outcome.ts';

/** A text that alerts of a review are in. */
export interface ReviewedText {
  /** File and line. */
  readonly name: string;
  /** Null where it is still to be found, because the alerts came as results. */
  text: string | null;
  readonly content: string;
}

/** An alert that was drawn for a review. */
export interface DrawnAlert {
  readonly key: string;
  readonly rule: string;
  readonly diagnostic: Diagnostic;
  readonly text: ReviewedText;
}

interface Candidate {
  readonly alert: DrawnAlert;
  readonly order: number;
  /** By which it was drawn; the lowest stay. */
  readonly rank: number;
}

/**
 * Draws so many alerts of each rule at random while they go by. The same seed draws the same ones, and an alert's chance depends on no other text: that of
 * every alert of a rule is the same, so that what is judged of them may be taken for the rule's.
 */
export function alertsDrawn(count: number, seed: number): { take(outcome: Outcome): void; drawn(): DrawnAlert[]; found(): number } {
  const byRule = new Map<string, { kept: Candidate[]; worst: number }>();
  let order = 0;
  const trim = (own: { kept: Candidate[]; worst: number }): void => {
    own.kept = own.kept.sort((a, b) => a.rank - b.rank).slice(0, count);
    own.worst = own.kept.length < count ? Number.POSITIVE_INFINITY : (own.kept.at(-1)?.rank ?? -1);
  };
  return {
    take(outcome) {
      const { keys, all } = alertsIn(outcome);
      let read: ReturnType<typeof all> | null = null;
      let text: ReviewedText | null = null;
      for (const [i, [rule, key]] of keys.entries()) {
        order++;
        const own = byRule.get(rule) ?? { kept: [], worst: count === 0 ? -1 : Number.POSITIVE_INFINITY };
        byRule.set(rule, own);
        const rank = createHash('sha256').update(`${seed}\u0000${key}`).digest().readUIntBE(0, 6);
        if (rank >= own.worst) continue;
        read ??= all();
        text ??= { name: read.name, text: read.text, content: read.content };
        const diagnostic = read.diagnostics[i];
        if (diagnostic === undefined) continue;
        own.kept.push({ alert: { key, rule, diagnostic, text }, order, rank });
        if (own.kept.length > 2 * count || own.kept.length === count) trim(own);
      }
    },
    drawn() {
      const rules = [...byRule].sort(([a], [b]) => (a < b ? -1 : 1));
      return rules.flatMap(([, own]) => {
        trim(own);
        return own.kept.toSorted((a, b) => a.order - b.order).map(({ alert }) => alert);
      });
    },
    found: () => order,
  };
}
