import type { Decision, Verdict } from './decisions.ts';

/** How often a rule was right, as far as it was judged. */
export interface Precision {
  readonly rule: string;
  /** Alerts that were judged. */
  readonly judged: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Alerts on which as many reviewers say the one as the other; they count neither way. */
  readonly disputed: number;
  /** Accepted of accepted and rejected, from 0 to 1, with the bounds of its 95 % confidence interval (Wilson); null where there is none. */
  readonly precision: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How far two reviewers agree beyond chance on the alerts that both judged. */
export interface Agreement {
  readonly reviewers: readonly [string, string];
  readonly both: number;
  readonly same: number;
  /** Cohen's kappa, 1 for full agreement, 0 for that of chance; null where both always say the same one thing. */
  readonly kappa: number | null;
}

type Said = Exclude<Verdict, 'withdraw'>;

/** What each reviewer says last of each alert, by its key and rule. */
export type Judgements = ReadonlyMap<string, { readonly rule: string; readonly by: ReadonlyMap<string, Decision> }>;

/** Later decisions of a reviewer stand for earlier ones; what was withdrawn is gone. */
export function judgementsOf(decisions: readonly Decision[]): Judgements {
  const all = new Map<string, { rule: string; by: Map<string, Decision> }>();
  for (const decision of decisions) {
    const own = all.get(decision.key) ?? { rule: decision.rule, by: new Map<string, Decision>() };
    all.set(decision.key, own);
    own.by.delete(decision.reviewer);
    if (decision.verdict !== 'withdraw') own.by.set(decision.reviewer, decision);
  }
  return all;
}

/** The precision of each rule of which something was judged, in the order of their ids. */
export function precisionOf(judgements: Judgements): Precision[] {
  const counts = new Map<string, { accepted: number; rejected: number; disputed: number }>();
  for (const { rule, by } of judgements.values()) {
    if (by.size === 0) continue;
    const own = counts.get(rule) ?? { accepted: 0, rejected: 0, disputed: 0 };
    counts.set(rule, own);
    const accepts = [...by.values()].filter(({ verdict }) => verdict === 'accept').length;
    if (accepts * 2 > by.size) own.accepted++;
    else if (accepts * 2 < by.size) own.rejected++;
    else own.disputed++;
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, { accepted, rejected, disputed }]) => {
      const n = accepted + rejected;
      const [low, high] = wilson(accepted, n) ?? [null, null];
      return { rule, judged: n + disputed, accepted, rejected, disputed, precision: n === 0 ? null : accepted / n, low, high };
    });
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/** Bounds of the 95 % confidence interval of a share (Wilson's score interval, 1927); null where nothing was counted. */
export function wilson(successes: number, n: number): readonly [low: number, high: number] | null {
  if (n === 0) return null;
  const p = successes / n;
  const scale = 1 + (Z * Z) / n;
  const centre = (p + (Z * Z) / (2 * n)) / scale;
  const half = (Z / scale) * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  return [successes === 0 ? 0 : Math.max(0, centre - half), successes === n ? 1 : Math.min(1, centre + half)];
}

/** How far each two reviewers agree who judged alerts in common. */
export function agreementsOf(judgements: Judgements): Agreement[] {
  const pairs = new Map<string, { reviewers: [string, string]; table: Record<Said, Record<Said, number>> }>();
  for (const { by } of judgements.values()) {
    const names = [...by.keys()].sort();
    for (const [i, a] of names.entries())
      for (const b of names.slice(i + 1)) {
        const key = JSON.stringify([a, b]);
        const pair = pairs.get(key) ?? { reviewers: [a, b], table: { accept: { accept: 0, reject: 0 }, reject: { accept: 0, reject: 0 } } };
        pairs.set(key, pair);
        pair.table[by.get(a)?.verdict as Said][by.get(b)?.verdict as Said]++;
      }
  }
  return [...pairs.values()].map(({ reviewers, table: { accept, reject } }) => {
    const both = accept.accept + accept.reject + reject.accept + reject.reject;
    const same = accept.accept + reject.reject;
    return { reviewers, both, same, kappa: kappa(accept.accept, accept.reject, reject.accept, reject.reject) };
  });
}

/** Cohen's kappa of two by two counts; null where chance alone explains everything, or nothing was counted. */
export function kappa(yesYes: number, yesNo: number, noYes: number, noNo: number): number | null {
  const n = yesYes + yesNo + noYes + noNo;
  const chance = ((yesYes + yesNo) * (yesYes + noYes) + (noYes + noNo) * (yesNo + noNo)) / (n * n);
  return n === 0 || chance === 1 ? null : ((yesYes + noNo) / n - chance) / (1 - chance);
}

/** `90 % (79 to 96 %)`; `` where nothing counts. */
export const precisionInWords = ({ precision, low, high }: Precision): string =>
  precision === null || low === null || high === null ? '' : `${percent(precision)} % (${percent(low)} to ${percent(high)} %)`;

const percent = (share: number): string => (share * 100).toFixed(0);
