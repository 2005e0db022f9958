import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { Failure, systemReason } from './failure.ts';
import { buildOf, isSnapshot, startingMark, startWords } from './snapshot-file.ts';
import { isStartFile, startFile, startText } from './snapshot-start.ts';

/** How long a server that starts from a snapshot may take to answer, in milliseconds. */
const ANSWER_MS = 20_000;

/** So many are left in the folder, the newest: another program, or another Node, may have its own. */
const MOST_KEPT = 4;

/**
 * Starts a server of the program and keeps it in a file, unless a good one is there. Tried before it has its name: a server that does not start from it
 * would not start again. Rejects with a Failure where that does not succeed.
 */
export async function makeSnapshot(program: string, file: string): Promise<void> {
  const answersFrom = (snapshot: string): Promise<boolean> => answers([...startWords(snapshot, program), 'serve', '--stdio']);
  const unready = `${file}.${process.pid}`;
  try {
    if (existsSync(file)) {
      if (await answersFrom(file)) {
        utimesSync(file, new Date(), new Date());
        writeStart(file, program);
        return;
      }
      rmSync(file, { recursive: true, force: true });
    }
    mkdirSync(dirname(file), { recursive: true });
    await ended(spawn(process.execPath, ['--snapshot-blob', unready, '--build-snapshot', program], { stdio: 'ignore' }));
    if (!(await answersFrom(unready))) throw new Failure('a server that was kept does not answer; it starts without');
    writeToDisk(unready);
    renameSync(unready, file);
    rmSync(startingMark(file), { force: true });
    writeStart(file, program);
    removeOld(dirname(file), isSnapshot);
    removeOld(dirname(file), isStartFile);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${file}: ${systemReason(error as Error)}`);
  } finally {
    rmSync(unready, { force: true });
  }
}

/** Before it has its name: what a loss of power leaves under that name would be started from. */
function writeToDisk(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** For `emh-serve`, which looks for it by the name of its build. */
function writeStart(file: string, program: string): void {
  const text = startText(file, program);
  if (text === null) return;
  const start = join(dirname(file), startFile(buildOf(program)));
  // Others may be reading the one that is there.
  const unready = `${start}.${process.pid}`;
  writeFileSync(unready, text, { mode: 0o600 });
  writeToDisk(unready);
  renameSync(unready, start);
}

function removeOld(folder: string, isOne: (name: string) => boolean): void {
  const all = readdirSync(folder)
    .filter(isOne)
    .map((name) => join(folder, name));
  const made = new Map(all.map((path) => [path, statSync(path).mtimeMs]));
  const newestFirst = all.sort((a, b) => (made.get(b) ?? 0) - (made.get(a) ?? 0));
  for (const path of newestFirst.slice(MOST_KEPT)) rmSync(path, { force: true });
}

async function ended(child: ChildProcess): Promise<void> {
  // Whoever works at the machine comes first.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Failure('the started server could not be kept; it starts without');
}

/** Whether a server answers what every editor asks first, and ends when it should. */
async function answers(words: readonly string[]): Promise<boolean> {
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
  // It may be gone before it is spoken to.
  child.stdin.on('error', () => {});
  const [code] = await once(child, 'exit');
  return code === 0 && said.includes('"capabilities"');
}
