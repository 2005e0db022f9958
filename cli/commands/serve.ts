import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Command, EXIT } from '../command.ts';
import { Failure, UsageFailure } from '../failure.ts';
import type { Io } from '../io.ts';
import { snapshotFile } from '../snapshot-file.ts';

const WAYS = ['stdio', 'pipe', 'socket', 'prepare'] as const;

export const serve: Command = {
  name: 'serve',
  summary: 'run the language server for an editor',
  usage: ['--stdio', '--pipe=NAME', '--socket=PORT', '--prepare'],
  notes: [
    'The editor starts it, speaks the Language Server Protocol over the way that is named, and ends it.',
    'The first start keeps the started server in your folder for caches, and later ones go on from there; --prepare does that at once.',
  ],
  options: {
    stdio: { help: 'speak on standard input and output' },
    pipe: { value: 'NAME', help: 'connect to a named pipe or Unix socket at which the editor listens' },
    socket: { value: 'PORT', help: 'connect to a port of this machine at which the editor listens' },
    prepare: { help: 'serve no one: keep the started server, so that the next start is quicker' },
  },

  async run(args, io) {
    const ways = WAYS.filter((way) => args.has(way));
    if (ways.length === 0) throw new UsageFailure('serve needs --stdio, --pipe=NAME, --socket=PORT or --prepare');
    if (ways.length > 1) throw new UsageFailure(`serve takes one of --${ways.join(' and --')}`);
    if (args.operands.length > 0) throw new UsageFailure('serve takes no files');
    if (args.has('prepare')) return prepare(io);
    const port = Number(args.value('socket') ?? 1);
    if (!Number.isInteger(port) || port < 1 || port > 65535)
      throw new UsageFailure(`--socket is a port from 1 to 65535, not '${args.value('socket')}'`);
    // The module starts the server, which reads the way from the command line; its connection keeps the process alive until the
    // editor ends it.
    await import('../../server/node/main.ts');
    return EXIT.clean;
  },
};

async function prepare({ program, stdout }: Io): Promise<number> {
  // Beside the command as it is built; in its sources there is none.
  const server = join(dirname(program ?? ''), 'serve.cjs');
  const file = existsSync(server) ? snapshotFile(server) : null;
  if (file === null) throw new Failure('a started server cannot be kept here; it starts without');
  const { makeSnapshot } = await import('../snapshot.ts');
  await makeSnapshot(server, file);
  stdout.write(`${file}\n`);
  return EXIT.clean;
}
