/** Longest time for one test, in milliseconds; the first waits for the server to start. */
export const TIMEOUT_MS = 60_000;

/** Loads the tests and runs them. Rejects where one fails. */
export async function finished(mocha: { run(done: (failures: number) => void): unknown }): Promise<void> {
  await import('./all.ts');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failing`))));
  });
}
