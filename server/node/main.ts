import {
  type Connection,
  createConnection,
  createServerPipeTransport,
  createServerSocketTransport,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import { shipped } from '../shipped.ts';
import { startServer } from '../startServer.ts';
import { reportFiles } from './report-files.ts';
import { findSite } from './site-files.ts';
import { createSiteWatcher } from './watch-sites.ts';

/** Serves over what the command line names: `--stdio`, `--node-ipc`, `--pipe=NAME` or `--socket=PORT`. */
startServer(connect(), shipped(setImmediate, { findSite, reportFiles, watchSites: createSiteWatcher }));

function connect(): Connection {
  const transport = transportOf(process.argv);
  if (transport === null) return createConnection(ProposedFeatures.all);
  const [reader, writer] = transport;
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  let isShutDown = false;
  connection.onShutdown(() => void (isShutDown = true));
  // As over standard input: a client that goes without a word leaves no server behind.
  reader.onClose(() => process.exit(isShutDown ? 0 : 1));
  reader.onError((error) => {
    process.stderr.write(`emh: the editor cannot be reached: ${error.message}\n`);
    process.exit(1);
  });
  return connection;
}

/** A pipe or port that the client listens at; null where it speaks over what the process was started with. */
function transportOf(words: readonly string[]): ReturnType<typeof createServerPipeTransport> | null {
  const pipe = wordBehind('--pipe', words);
  if (pipe !== undefined) return createServerPipeTransport(pipe);
  const port = Number(wordBehind('--socket', words) ?? Number.NaN);
  return Number.isInteger(port) ? createServerSocketTransport(port) : null;
}

/** `--pipe=NAME` or `--pipe NAME`. */
function wordBehind(option: string, words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === option || word.startsWith(`${option}=`));
  const word = words[at];
  return word === option ? words[at + 1] : word?.slice(option.length + 1);
}
