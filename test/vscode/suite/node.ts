import { createRequire } from 'node:module';
import { Reporter } from './reporter.ts';
import { finished, TIMEOUT_MS } from './run.ts';

/** What VS Code's node extension host calls. Rejects where a test fails. */
export async function run(): Promise<void> {
  // Not bundled: it looks for files of its own when it runs.
  const Mocha = createRequire(__filename)('mocha/lib/mocha.cjs') as typeof import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: TIMEOUT_MS, reporter: Reporter as never });
  // Puts `describe` and `it` in place, which mocha otherwise does for each file that it loads itself.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await finished(mocha);
}
