import { isMainThread } from 'node:worker_threads';
import { isWorker, serveBatches } from './archive/worker.ts';
import { codeOf, systemReason } from './failure.ts';
import type { Io } from './io.ts';
import { run } from './run.ts';

/** As a program that the signal of a broken pipe ended. */
const BROKEN_PIPE = 141;

if (!isMainThread && isWorker()) serveBatches();
else start();

function start(): void {
  // `emh check reports | head`: the reader has gone, and with it the reason to go on.
  process.stdout.on('error', (error) => {
    if (codeOf(error) === 'EPIPE') process.exit(BROKEN_PIPE);
    process.stderr.write(`emh: the output cannot be written: ${systemReason(error)}\n`);
    process.exit(2);
  });
  process.stderr.on('error', () => {});

  let isReading = false;
  const io: Io = {
    env: process.env,
    cwd: process.cwd(),
    // Opened only by what reads it.
    get stdin() {
      isReading = true;
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    ...(process.argv[1] === undefined ? {} : { program: process.argv[1] }),
    onInterrupt,
  };
  run(process.argv.slice(2), io).then((code) => {
    process.exitCode = code;
    // Stopped in the middle of what somebody still sends, it would wait for the rest.
    if (isReading) process.stdin.destroy();
  });
}

/** The second time that a person asks, or where no one listens, the program ends at once. */
function onInterrupt(callback: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, callback);
  return () => {
    for (const signal of signals) process.off(signal, callback);
  };
}
