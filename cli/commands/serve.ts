import { type Command, EXIT } from '../command.ts';
import { UsageFailure } from '../failure.ts';

export const serve: Command = {
  name: 'serve',
  summary: 'run the language server for an editor',
  usage: ['--stdio'],
  notes: ['The editor starts it, speaks the Language Server Protocol on standard input and output, and ends it.'],
  options: { stdio: { help: 'speak on standard input and output' } },

  async run(args) {
    if (!args.has('stdio')) throw new UsageFailure('serve needs --stdio');
    if (args.operands.length > 0) throw new UsageFailure('serve takes no files');
    // The module starts the server; its open input keeps the process alive until the editor ends it.
    await import('../../server/node/main.ts');
    return EXIT.clean;
  },
};
