import type { Disposable, Event } from 'vscode';

/** Shorter than a test's own limit, so that the failure says what was waited for. */
const LIMIT_MS = 45_000;

/** The first value that is there: now, or after an event. Rejects with what `missing` says where there is none for long. */
export function when<T>(event: Event<unknown>, find: () => T | undefined, missing: () => string): Promise<T> {
  return new Promise((resolve, reject) => {
    let listening: Disposable | undefined;
    const end = (): void => {
      clearTimeout(limit);
      listening?.dispose();
    };
    const look = (): void => {
      const found = find();
      if (found === undefined) return;
      end();
      resolve(found);
    };
    const limit = setTimeout(() => {
      end();
      reject(new Error(`waited in vain: ${missing()}`));
    }, LIMIT_MS);
    listening = event(look);
    look();
  });
}

/** The same for what the editor tells no event of: looks again and again, and may do something before each look. */
export async function until<T>(find: () => T | undefined, missing: () => string, act: () => unknown = () => undefined): Promise<T> {
  for (const end = Date.now() + LIMIT_MS; Date.now() < end; ) {
    await act();
    const found = find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain: ${missing()}`);
}
