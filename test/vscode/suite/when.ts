import type { Disposable, Event } from 'vscode';

/** The first value that is there: now, or after an event. The test's time limit ends the wait. */
export function when<T>(event: Event<unknown>, find: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    let listening: Disposable | undefined;
    const look = (): void => {
      const found = find();
      if (found === undefined) return;
      listening?.dispose();
      resolve(found);
    };
    listening = event(look);
    look();
  });
}
