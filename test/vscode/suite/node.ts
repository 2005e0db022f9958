import Mocha from 'mocha';
import { Reporter } from './reporter.ts';

/** What VS Code's node extension host calls. Rejects where a test fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 20000, reporter: Reporter as never });
  // Puts `describe` and `it` in place, which mocha otherwise does for each file that it loads itself.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./tests.ts');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failing`))));
  });
}
