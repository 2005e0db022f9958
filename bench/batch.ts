// How fast an archive is checked, with how much memory, beside linters of prose on the same texts in the same run.
//   npm run build && npm run bench:batch [-- --reports 100000] [--peers FOLDER]
// Peers are no dependencies: install them into a folder of their own, outside the repository (`npm install textlint
// textlint-rule-max-comma textlint-rule-no-todo textlint-rule-alex write-good alex`), and name it. What is missing there is left out.
//
// Rates are per core: reports for each second of processor time, which other work on the machine changes little. Ours have the start in them,
// theirs have not. What two workers gain is by the clock, and stands beside what two runs at once gain: the most that the machine has to give.
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateReports } from '../mutation/generate.ts';
import { type Measured, measured } from './measured.ts';
import { PEER_NAMES, type PeerTime } from './peers.ts';

const { values } = parseArgs({ options: { reports: { type: 'string', default: '100000' }, peers: { type: 'string' } } });
const COUNT = Number(values.reports);
const CLI = new URL('../dist/cli.cjs', import.meta.url).pathname;
const PEERS = new URL('./peers.ts', import.meta.url).pathname;
/** Of a report, in characters. */
const SIZE = 2000;
/** A peer is timed on so many texts: some are a hundred times slower. */
const FEW = Math.min(COUNT, 500);

if (!existsSync(CLI)) throw new Error('dist/cli.cjs is missing: npm run build');
const folder = mkdtempSync(join(tmpdir(), 'emh-bench-'));
try {
  const archive = join(folder, 'archive.ndjson');
  await writeArchive(archive);
  console.log(`${COUNT} reports; load of the machine before: ${loadavg()[0]?.toFixed(1)}`);
  const one = await check(archive, '--jobs', '1');
  row('emh check, one worker', COUNT, one, one.peak);
  const two = await check(archive, '--jobs', '2');
  row('emh check, two workers', COUNT, two, two.peak);
  const both = await Promise.all([check(archive, '--jobs', '1'), check(archive, '--jobs', '1')]);
  const ceiling = (2 * one.wall) / Math.max(...both.map(({ wall }) => wall));
  console.log(`two workers / one: ${(one.wall / two.wall).toFixed(2)} by the clock; two runs at once: ${ceiling.toFixed(2)}`);
  console.log(`processor time of two workers / one: ${(two.cpu / one.cpu).toFixed(2)}`);
  for (const name of values.peers === undefined ? [] : PEER_NAMES) {
    const { output, peak } = await measured([PEERS, resolve(values.peers ?? ''), name, archive, String(FEW)]);
    const peer = JSON.parse(output) as PeerTime | null;
    if (peer === null) {
      console.log(`${name} is not in ${values.peers}; left out`);
      continue;
    }
    row(peer.name, peer.texts, peer, peak);
    console.log(`emh, one worker / ${peer.name}: ${(COUNT / one.cpu / (peer.texts / peer.cpu)).toFixed(1)}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

function row(name: string, reports: number, { wall, cpu }: Pick<Measured, 'wall' | 'cpu'>, peak: number): void {
  const rate = (seconds: number): string => (reports / seconds).toFixed(0).padStart(7);
  console.log(`${name.padEnd(28)} ${rate(cpu)} reports/s per core ${rate(wall)} reports/s by the clock   peak ${peak.toFixed(0)} MB`);
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

/** One run over the archive, into a file of its own. */
function check(archive: string, ...words: string[]): Promise<Measured> {
  const output = mkdtempSync(join(folder, 'run-'));
  return measured([CLI, 'check', archive, '--format', 'ndjson', ...words, '--output', join(output, 'out')], [0, 1]);
}
