import { Reporter } from './reporter.ts';
import { finished, TIMEOUT_MS } from './run.ts';

/** What VS Code's web extension host calls. Rejects where a test fails. */
export async function run(): Promise<void> {
  // Its browser build puts itself in the place of what the bundle around it exports; this late, that has been read.
  // @ts-expect-error It has no types of its own.
  await import('mocha/mocha.js');
  mocha.setup({ ui: 'bdd', timeout: TIMEOUT_MS, reporter: Reporter as never });
  await finished(mocha);
}
