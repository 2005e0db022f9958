import type { Environment } from './environment.ts';

/** How long such work goes on before something else has its turn, in milliseconds: a key that comes meanwhile waits for it. */
export const TURN_MS = 2;

/** So many times more the host is given way to between two turns: what has come meanwhile is read, then handled. */
const REST = 2;

/** How long nothing must have been typed before the next turn, in milliseconds: keys come in bursts, and each turn leaves garbage behind. */
const QUIET_MS = 30;

/** Who never stops typing gets a turn in between all the same, so many milliseconds after the last. */
const MOST_QUIET_MS = 250;

/** Long work in short turns, each after all that a key waits for. */
export class Turns {
  readonly #environment: Pick<Environment, 'defer'>;
  #awaited = 0;
  /** When something was typed last. */
  #typed = Number.NEGATIVE_INFINITY;
  /** The turn that was given last. */
  #last: Promise<void> = Promise.resolve();

  constructor(environment: Pick<Environment, 'defer'>) {
    this.#environment = environment;
  }

  /** Somebody waits for an answer until what this gives is called. */
  await(): () => void {
    this.#awaited++;
    return () => void this.#awaited--;
  }

  /** Something was typed, and more may follow. */
  typed(): void {
    this.#typed = performance.now();
  }

  /** Resolves when it is time for another turn. Where several wait for one, each has its own. */
  next(): Promise<void> {
    this.#last = this.#last.then(() => this.#rest());
    return this.#last;
  }

  #rest(): Promise<void> {
    const end = performance.now() + MOST_QUIET_MS;
    return new Promise((resolve) => {
      const rest = (left: number): void =>
        this.#environment.defer(() => {
          const quiet = Math.min(this.#typed + QUIET_MS, end) - performance.now();
          if (left > 0 || this.#awaited > 0) rest(Math.max(left - 1, 0));
          else if (quiet > 0) setTimeout(() => rest(0), quiet);
          else resolve();
        });
      rest(REST);
    });
  }
}
