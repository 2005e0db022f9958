// Mocha's own browser build: it makes the global `mocha`.
import 'mocha/mocha.js';
import { Reporter } from './reporter.ts';

/** What VS Code's web extension host calls. Rejects where a test fails. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 20000, reporter: Reporter as never });
  await import('./tests.ts');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failing`))));
  });
}
