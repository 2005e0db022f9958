import { createConnection as connectTo } from 'node:net';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Environment } from '../environment.ts';
import { startServer } from '../startServer.ts';
import { NoMessage, PromptMessageReader } from './message-reader.ts';
import { KeptMessageWriter } from './message-writer.ts';
import { optimizeLate } from './optimize-late.ts';
import { sweepOften } from './sweep-often.ts';

/** Serves over what the command line names: `--stdio`, `--node-ipc`, `--pipe=NAME` or `--socket=PORT`. */
export function serve(environment: Environment): void {
  optimizeLate();
  sweepOften();
  startServer(connect(), environment);
}

function connect(): Connection {
  const streams = streamsOf(process.argv);
  if (streams === null) return createConnection(ProposedFeatures.all);
  const reader = new PromptMessageReader(streams.from);
  const connection = createConnection(ProposedFeatures.all, reader, new KeptMessageWriter(streams.to));
  let isShutDown = false;
  connection.onShutdown(() => void (isShutDown = true));
  // A client that goes without a word leaves no server behind.
  const end = (): never => process.exit(isShutDown ? 0 : 1);
  streams.from.on('end', end);
  reader.onClose(end);
  reader.onError((error) => {
    if (isShutDown) end();
    const isOver = !(error instanceof NoMessage);
    process.stderr.write(`emh: ${isOver ? 'the editor cannot be reached: ' : ''}${error.message}\n`);
    if (isOver) process.exit(1);
  });
  return connection;
}

interface Streams {
  readonly from: NodeJS.ReadableStream;
  readonly to: NodeJS.WritableStream;
}

/** What of the console would write to standard output. */
const ON_STDOUT = ['log', 'info', 'debug', 'dir', 'dirxml', 'table', 'group', 'groupCollapsed', 'count', 'timeEnd', 'timeLog'] as const;

/** Standard input and output, or a pipe or port that the client listens at; null where it speaks over what the process was started with. */
function streamsOf(words: readonly string[]): Streams | null {
  if (words.includes('--stdio')) {
    // What a library has to say must not stand between messages.
    for (const name of ON_STDOUT) console[name] = console.error;
    return { from: process.stdin, to: process.stdout };
  }
  const pipe = wordBehind('--pipe', words);
  const port = Number(wordBehind('--socket', words) ?? Number.NaN);
  if (pipe === undefined && !Number.isInteger(port)) return null;
  const socket = pipe === undefined ? connectTo(port, '127.0.0.1') : connectTo(pipe);
  return { from: socket, to: socket };
}

/** `--pipe=NAME` or `--pipe NAME`. */
function wordBehind(option: string, words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === option || word.startsWith(`${option}=`));
  const word = words[at];
  return word === option ? words[at + 1] : word?.slice(option.length + 1);
}
