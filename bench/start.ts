// From the start of a server to its first diagnostics of a report, beside a bundled echo server in the same run: each way to start it, in turn. Ratios,
// not milliseconds.
//   npm run build && npm run bench:start [-- ROUNDS]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { median } from './median.ts';

const root = join(import.meta.dirname, '..');
const uri = 'file:///bench.emh';
const text = readFileSync(join(root, 'examples/case-1-mri-spine.flawed.emh'), 'utf8');
const inDist = (name: string): string => join(root, 'dist', name);
const folder = mkdtempSync(join(tmpdir(), 'emh-start-'));
const echo = join(folder, 'echo.cjs');

/** What an editor may start; what is not there is left out. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  'echo server': [process.execPath, echo, '--stdio'],
  'emh-serve --stdio': [inDist('emh-serve'), '--stdio'],
  'emh serve --stdio': [process.execPath, inDist('emh.cjs'), 'serve', '--stdio'],
  'the server of the extension': [process.execPath, inDist('node/server.cjs'), '--stdio'],
};

/** Milliseconds. */
async function firstDiagnostics([command = '', ...words]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const start = performance.now();
  const child = spawn(command, words, { env });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const told = new Promise<void>((resolve) => connection.onNotification('textDocument/publishDiagnostics', () => resolve()));
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  void connection.sendNotification('initialized', {});
  void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'emh', version: 1, text } });
  await told;
  const taken = performance.now() - start;
  await connection.sendRequest('shutdown');
  const exit = new Promise((resolve) => child.on('exit', resolve));
  await connection.sendNotification('exit');
  await exit;
  return taken;
}

try {
  const rounds = Number(process.argv[2] ?? 15);
  await build({
    entryPoints: [join(root, 'bench/echo-server.mjs')],
    bundle: true,
    platform: 'node',
    minify: true,
    outfile: echo,
    logLevel: 'error',
  });
  // With a cache of its own, so that nothing of other runs counts; the echo server keeps nothing.
  const plain = { ...process.env, NODE_OPTIONS: '' };
  const env = { ...plain, NODE_COMPILE_CACHE: join(folder, 'kept') };
  spawnSync(process.execPath, [inDist('emh.cjs'), 'serve', '--prepare'], { env });
  const ways = Object.entries(WAYS).filter(([, [command = '', program = command]]) =>
    existsSync(program.startsWith('-') ? command : program),
  );
  const taken = new Map(ways.map(([name]) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++)
    for (const [name, way] of ways) {
      const time = await firstDiagnostics(way, way.includes(echo) ? plain : env);
      // The first round fills the caches.
      if (round > 0) taken.get(name)?.push(time);
    }
  const floor = median(taken.get('echo server') ?? []);
  for (const [name, times] of taken)
    console.log(`${name.padEnd(30)} ${median(times).toFixed(0).padStart(4)} ms  ${(median(times) / floor).toFixed(2)} times`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
