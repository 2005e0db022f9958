import { codeOf, systemReason } from './failure.ts';
import type { Io } from './io.ts';
import { run } from './run.ts';

/** As a program that the signal of a broken pipe ended. */
const BROKEN_PIPE = 141;

// `emh check reports | head`: the reader has gone, and with it the reason to go on.
process.stdout.on('error', (error) => {
  if (codeOf(error) === 'EPIPE') process.exit(BROKEN_PIPE);
  process.stderr.write(`emh: the output cannot be written: ${systemReason(error)}\n`);
  process.exit(2);
});
process.stderr.on('error', () => {});

const io: Io = {
  env: process.env,
  cwd: process.cwd(),
  // Opened only by what reads it.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
};

run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
