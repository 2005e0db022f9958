import type { TestEvent } from '../suite/event.ts';

/** How many tests passed and failed in one host. */
export interface Counts {
  readonly passes: number;
  readonly failures: number;
}

/** Collects what a suite tells, and prints it as it comes. */
export class Tally {
  #passes = 0;
  #failures = 0;

  add({ outcome, title, ms, why }: TestEvent): void {
    if (outcome === 'pass') this.#passes++;
    if (outcome === 'fail') this.#failures++;
    const sign = { pass: 'ok  ', fail: 'FAIL', skip: 'skip' }[outcome];
    console.log(`  ${sign} ${title}${ms > 0 ? ` (${ms} ms)` : ''}`);
    if (why !== '') console.log(why.replaceAll(/^/gm, '       '));
  }

  /** A failure outside any test, such as a host that never started. */
  fail(why: string): void {
    this.add({ outcome: 'fail', title: 'the run itself', ms: 0, why });
  }

  get counts(): Counts {
    return { passes: this.#passes, failures: this.#failures };
  }
}
