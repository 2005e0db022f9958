// How fast an archive is checked, with how much memory, beside linters of prose on the same texts in the same run.
//   npm run build && npm run bench:batch [-- --reports 100000] [--rounds 3] [--peers FOLDER]
// Peers are no dependencies: install them into a folder of their own, outside the repository (`npm install textlint
// textlint-rule-max-comma textlint-rule-no-todo textlint-rule-alex write-good alex`), and name it. What is missing there is left out.
//
// Rates are per core: reports for each second of processor time, which other work on the machine changes little. Ours have the start in them,
// theirs have not. What two workers gain is by the clock, and stands beside what two runs of one job at once gain: about what the machine has to give. Each
// round measures all three one after another, since other work comes and goes; what is said is the median of the rounds, and of memory the largest.
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateReports } from '../mutation/generate.ts';
import { type Measured, measured } from './measured.ts';
import { median } from './median.ts';
import { PEER_NAMES, type PeerTime } from './peers.ts';

const { values } = parseArgs({
  options: { reports: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' }, peers: { type: 'string' } },
});
const COUNT = Number(values.reports);
const ROUNDS = Math.max(1, Number(values.rounds));
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
  const rounds: Round[] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await measureRound(archive));
  const one = middleOf(rounds.map((round) => round.one));
  const two = middleOf(rounds.map((round) => round.two));
  const tell = (name: string, ratio: (round: Round) => number): void => {
    const each = rounds.map(ratio);
    console.log(`${name}: ${median(each).toFixed(2)} (${each.map((value) => value.toFixed(2)).join(', ')})`);
  };
  row('emh check, one worker', COUNT, one, one.peak);
  row('emh check, two workers', COUNT, two, two.peak);
  tell('two workers / one, by the clock', (round) => round.one.wall / round.two.wall);
  tell('two runs at once / one, by the clock', (round) => (2 * round.one.wall) / round.both);
  tell('two workers / one, processor time', (round) => round.two.cpu / round.one.cpu);
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

/** What was measured in one round; `both` is how long two runs take that begin at once. */
interface Round {
  readonly one: Measured;
  readonly two: Measured;
  readonly both: number;
}

async function measureRound(archive: string): Promise<Round> {
  const one = await check(archive, '--jobs', '1');
  const two = await check(archive, '--jobs', '2');
  const both = await Promise.all([check(archive, '--jobs', '1'), check(archive, '--jobs', '1')]);
  return { one, two, both: Math.max(...both.map(({ wall }) => wall)) };
}

function middleOf(runs: readonly Measured[]): Pick<Measured, 'wall' | 'cpu' | 'peak'> {
  const [wall, cpu] = [median(runs.map((run) => run.wall)), median(runs.map((run) => run.cpu))];
  return { wall, cpu, peak: Math.max(...runs.map(({ peak }) => peak)) };
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
