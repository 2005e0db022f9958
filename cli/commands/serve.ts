import { type Command, EXIT } from '../command.ts';
import { UsageFailure } from '../failure.ts';

const WAYS = ['stdio', 'pipe', 'socket'] as const;

export const serve: Command = {
  name: 'serve',
  summary: 'run the language server for an editor',
  usage: ['--stdio', '--pipe=NAME', '--socket=PORT'],
  notes: ['The editor starts it, speaks the Language Server Protocol over the way that is named, and ends it.'],
  options: {
    stdio: { help: 'speak on standard input and output' },
    pipe: { value: 'NAME', help: 'connect to a named pipe or Unix socket at which the editor listens' },
    socket: { value: 'PORT', help: 'connect to a port of this machine at which the editor listens' },
  },

  async run(args) {
    const ways = WAYS.filter((way) => args.has(way));
    if (ways.length === 0) throw new UsageFailure('serve needs --stdio, --pipe=NAME or --socket=PORT');
    if (ways.length > 1) throw new UsageFailure(`serve takes one of --${ways.join(' and --')}`);
    if (args.operands.length > 0) throw new UsageFailure('serve takes no files');
    const port = Number(args.value('socket') ?? 1);
    if (!Number.isInteger(port) || port < 1 || port > 65535)
      throw new UsageFailure(`--socket is a port from 1 to 65535, not '${args.value('socket')}'`);
    // The module starts the server, which reads the way from the command line; its connection keeps the process alive until the
    // editor ends it.
    await import('../../server/node/main.ts');
    return EXIT.clean;
  },
};
