import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Failure } from './failure.ts';
import { isSnapshot } from './snapshot-file.ts';

/** How long a server that starts from a snapshot may take to answer, in milliseconds. */
const ANSWER_MS = 20_000;

/**
 * Starts a server of the program and keeps it in a file, in the place of those that were kept before; tried before it has its name, for a server that
 * does not start would not start again. Rejects with a Failure where that does not succeed.
 */
export async function makeSnapshot(program: string, file: string): Promise<void> {
  if (existsSync(file)) return;
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  const unready = `${file}.${process.pid}`;
  try {
    await ended(spawn(process.execPath, ['--snapshot-blob', unready, '--build-snapshot', program], { stdio: 'ignore' }));
    await answers(['--snapshot-blob', unready, program, 'serve', '--stdio']);
    renameSync(unready, file);
  } finally {
    rmSync(unready, { force: true });
  }
  for (const name of readdirSync(folder)) if (isSnapshot(name) && name !== basename(file)) rmSync(join(folder, name), { force: true });
}

async function ended(child: ChildProcess): Promise<void> {
  // Whoever works at the machine comes first.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Failure('the started server could not be kept; it starts without');
}

/** Whether a server answers what every editor asks first, and ends when it should. */
async function answers(words: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'ignore'], timeout: ANSWER_MS });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const messages = [
    { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
    { id: 2, method: 'shutdown' },
    { method: 'exit' },
  ].map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }));
  for (const message of messages) child.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
  const [code] = await once(child, 'exit');
  if (code !== 0 || !said.includes('"capabilities"')) throw new Failure('a server that was kept does not answer; it starts without');
}
