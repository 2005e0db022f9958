import type { Finding, Side } from '../meaning/finding.ts';

const SIDES: readonly (Side | null)[] = ['left', 'right', 'bilateral', null];

/** Findings of one list in groups, each made when it is asked for. */
export class GroupedFindings {
  readonly #findings: readonly Finding[];
  readonly #bySides = new Map<string, readonly Finding[]>();
  #byStatement: ReadonlyMap<number, readonly Finding[]> | null = null;

  constructor(findings: readonly Finding[]) {
    this.#findings = findings;
  }

  byStatement(): ReadonlyMap<number, readonly Finding[]> {
    this.#byStatement ??= Map.groupBy(this.#findings, ({ statement }) => statement);
    return this.#byStatement;
  }

  /** Those that have a side for which `isOne` answers true. */
  ofSides(isOne: (side: Side | null) => boolean): readonly Finding[] {
    const sides = SIDES.filter(isOne);
    if (sides.length === SIDES.length) return this.#findings;
    const key = sides.join();
    let found = this.#bySides.get(key);
    if (found === undefined) this.#bySides.set(key, (found = this.#findings.filter(({ side }) => sides.includes(side))));
    return found;
  }
}
