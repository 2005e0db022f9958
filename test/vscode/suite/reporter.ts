import type { Runner, Test } from 'mocha';
import { type TestEvent, toLine } from './event.ts';

/** A mocha reporter that prints one line for each test, for the run outside to read. */
export class Reporter {
  constructor(runner: Runner) {
    const tell = (outcome: TestEvent['outcome'], test: Test, why = ''): void =>
      console.log(toLine({ outcome, title: test.fullTitle(), ms: test.duration ?? 0, why }));
    runner.on('pass', (test) => tell('pass', test));
    runner.on('pending', (test) => tell('skip', test));
    runner.on('fail', (test, error: Error) => tell('fail', test, error.stack ?? String(error)));
  }
}
