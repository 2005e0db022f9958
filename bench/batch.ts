// How fast an archive is checked, with how much memory, beside linters of prose on the same texts in the same run.
//   npm run build && npm run bench:batch [-- --reports 100000] [--peers FOLDER]
// Peers are no dependencies: install them into a folder of their own, outside the repository (`npm install textlint
// textlint-rule-max-comma textlint-rule-no-todo textlint-rule-alex write-good`), and name it. What is missing there is left out.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { generateReports } from '../mutation/generate.ts';

const { values } = parseArgs({ options: { reports: { type: 'string', default: '100000' }, peers: { type: 'string' } } });
const COUNT = Number(values.reports);
const CLI = new URL('../dist/cli.cjs', import.meta.url).pathname;
/** Of a report, in characters. */
const SIZE = 2000;
/** A peer is timed on so many texts: some are a hundred times slower. */
const FEW = Math.min(COUNT, 1000);

if (!existsSync(CLI)) throw new Error('dist/cli.cjs is missing: npm run build');
const folder = mkdtempSync(join(tmpdir(), 'emh-bench-'));
try {
  const archive = join(folder, 'archive.ndjson');
  await writeArchive(archive);
  const one = await timed(archive, 1);
  const two = await timed(archive, 2);
  row('emh check, one worker', one.rate, one.peak);
  row('emh check, two workers', two.rate, two.peak);
  console.log(`two workers / one: ${(two.rate / one.rate).toFixed(2)}`);
  for (const peer of values.peers === undefined ? [] : await peersIn(resolve(values.peers))) {
    const rate = await rateOf(archive, peer.check);
    row(peer.name, rate, null);
    console.log(`emh, one worker / ${peer.name}: ${(one.rate / rate).toFixed(1)}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

function row(name: string, rate: number, peak: number | null): void {
  console.log(`${name.padEnd(34)} ${rate.toFixed(0).padStart(8)} reports/s${peak === null ? '' : `   peak ${peak.toFixed(0)} MB`}`);
}

/** Reports of about 2 kB made of generated ones; every sentence comes back some times, as in a real archive. */
async function writeArchive(file: string): Promise<void> {
  const reports = generateReports(3000, 7);
  const stream = createWriteStream(file);
  for (let i = 0, next = 0; i < COUNT; i++) {
    let text = '';
    while (text.length < SIZE) text += `${text === '' ? '' : '---\n'}${reports[((next += 1 + (i % 7))) % reports.length]}`;
    if (!stream.write(`${JSON.stringify({ id: i, text })}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

/** Reports a second, start included, and the largest resident memory in MB, looked at ten times a second (Linux). */
async function timed(archive: string, jobs: number): Promise<{ rate: number; peak: number }> {
  const start = performance.now();
  const words = [CLI, 'check', archive, '--format', 'ndjson', '--jobs', String(jobs), '--output', join(folder, `out${jobs}`)];
  const child = spawn(process.execPath, words, { stdio: 'ignore' });
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, residentOf(child.pid))), 100);
  await once(child, 'close');
  clearInterval(timer);
  return { rate: (COUNT * 1000) / (performance.now() - start), peak };
}

function residentOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: packages that are not here have no types here.
type Call = any;

interface Peer {
  readonly name: string;
  check(text: string): unknown;
}

async function peersIn(own: string): Promise<Peer[]> {
  const require = createRequire(join(own, 'x.js'));
  const load = async (name: string): Promise<Record<string, Call> | null> => {
    try {
      return (await import(require.resolve(name))) as Record<string, Call>;
    } catch {
      console.log(`${name} is not in ${own}; left out`);
      return null;
    }
  };
  const [textlint, writeGood] = [await load('textlint'), await load('write-good')];
  const peers: Peer[] = [];
  if (textlint !== null) {
    const ids = ['max-comma', 'no-todo', 'alex'];
    const config = join(folder, '.textlintrc.json');
    writeFileSync(config, JSON.stringify({ rules: Object.fromEntries(ids.map((id) => [id, true])) }));
    const descriptor = await textlint.loadTextlintrc({
      configFilePath: config,
      node_modulesDir: join(own, 'node_modules'),
    });
    const linter = textlint.createLinter({ descriptor });
    peers.push({ name: `textlint, ${ids.length} rules`, check: (text) => linter.lintText(text, 'report.md') });
  }
  if (writeGood !== null) peers.push({ name: 'write-good', check: (text) => writeGood.default(text) });
  return peers;
}

/** Reports a second of a peer, after some to warm up. */
async function rateOf(archive: string, check: Peer['check']): Promise<number> {
  const texts: string[] = [];
  for await (const line of createInterface({ input: createReadStream(archive) })) {
    texts.push((JSON.parse(line) as { text: string }).text);
    if (texts.length === FEW) break;
  }
  for (const text of texts.slice(0, FEW / 10)) await check(text);
  const start = performance.now();
  for (const text of texts) await check(text);
  return (texts.length * 1000) / (performance.now() - start);
}
