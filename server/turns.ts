import type { Environment } from './environment.ts';

/** How long such work goes on before something else has its turn, in milliseconds: a key that comes meanwhile waits for it. */
export const TURN_MS = 2;

/** So many times more the host is given way to between two turns: what has come meanwhile is read, then handled. */
const REST = 2;

/** Long work in short turns, each after all that a key waits for. */
export class Turns {
  readonly #environment: Pick<Environment, 'defer'>;
  #awaited = 0;
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

  /** Resolves when it is time for another turn. Where several wait for one, each has its own. */
  next(): Promise<void> {
    this.#last = this.#last.then(() => this.#rest());
    return this.#last;
  }

  #rest(): Promise<void> {
    return new Promise((resolve) => {
      const rest = (left: number): void =>
        this.#environment.defer(() => {
          if (left > 0 || this.#awaited > 0) rest(Math.max(left - 1, 0));
          else resolve();
        });
      rest(REST);
    });
  }
}
