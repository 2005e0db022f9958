import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { hashOf, hashOfResults, writeShards } from './archive.ts';
import { fullDiskCase } from './full-disk.ts';
import { makeHosts } from './hosts.ts';
import { memoryCase } from './memory.ts';
import { comesTrue, isInstalled, killGroup, type Started, start } from './processes.ts';

/** What the cases need. */
export interface Bench {
  readonly folder: string;
  /** Path of the command. */
  readonly emh: string;
  readonly reports: number;
  /** Folder with the packages of the NATS client in its `node_modules`; empty for none. */
  readonly nats: string;
  /** Told how a case ended; null where all is well. */
  readonly tell: (name: string, why: string | null) => void;
  readonly leaveOut: (name: string, why: string) => void;
}

const SHARDS = 12;
const SCRIPT = join(root, 'cluster/shard.sh');

export async function runCases(bench: Bench): Promise<void> {
  const { folder, emh, tell } = bench;
  const shards = join(folder, 'shards');
  const all = join(folder, 'all.ndjson');
  writeFileSync(all, writeShards(shards, bench.reports, SHARDS));
  console.log(`${bench.reports} reports in ${SHARDS} shards`);
  const one = start(emh, ['check', '--ndjson', all]);
  let reference = '';
  one.child.stdout?.on('data', (chunk: Buffer) => (reference += chunk.toString('latin1')));
  const { code } = await one.ended;
  const expected = hashOf(Buffer.from(reference, 'latin1').toString());
  tell(`one process, ${reference.split('\n').length - 1} lines`, code === 0 ? null : `ended with ${code}`);
  const { hosts, ssh } = makeHosts(['one', 'two'], folder);
  for (const host of hosts) host.up();
  const env = { HOME: folder, EMH: emh };
  /** GNU parallel over the shards, into a folder of results. */
  const parallel = (out: string, ...options: string[]): Started => {
    const words = ['--will-cite', ...options, 'sh', SCRIPT, '{}', `${join(folder, out)}/{/}`, ':::', ...shardsIn(shards)];
    return start('parallel', words, env, folder);
  };
  const over = ['--ssh', `ssh -F ${ssh}`, '-S', '1/one,1/two', '--env', 'EMH', '--joblog'];
  /** Ends well, and leaves the results of one process. */
  const judge = async (name: string, run: Started, out: string): Promise<void> => {
    const begun = performance.now();
    const { code: end, output } = await run.ended;
    const time = `${((performance.now() - begun) / 1000).toFixed(0)} s`;
    const drafts = readdirSync(join(folder, out)).filter((file) => file.includes('.tmp.'));
    const isSame = hashOfResults(join(folder, out)) === expected;
    tell(
      `${name} (${time})`,
      end === 0 && isSame ? null : `ended with ${end}, ${isSame ? 'the same' : 'other'} results, ${drafts.length} drafts\n${output}`,
    );
  };

  await judge('GNU parallel, this host', parallel('local', '-j2'), 'local');
  await judge('again: nothing is done twice', parallel('local', '-j2'), 'local');
  await judge('GNU parallel, two hosts', parallel('two', ...over, join(folder, 'two.log')), 'two');
  hosts[1]?.down();
  await judge('one of two hosts down, --retries 3', parallel('down', '--retries', '3', ...over, join(folder, 'down.log')), 'down');
  hosts[1]?.up();
  await judge('a host that goes down in the middle, --retries 3', await goesDown(), 'middle');
  hosts[1]?.up();

  const log = join(folder, 'killed.log');
  const killed = parallel('killed', ...over, log);
  const some = await comesTrue(() => resultsIn(join(folder, 'killed')) >= 2);
  killGroup(killed);
  await killed.ended;
  const left = resultsIn(join(folder, 'killed'));
  tell(`killed after ${left} of ${SHARDS} shards`, some && left < SHARDS ? null : 'too early or too late');
  await judge('then --resume-failed', parallel('killed', '--resume-failed', ...over, log), 'killed');

  await shardCases(bench, shards);
  await memoryCase(bench);
  await fullDiskCase(bench);
  await natsCases(bench, shards, expected);

  /** Starts a run, and takes the second host away while it works. */
  async function goesDown(): Promise<Started> {
    const run = parallel('middle', '--retries', '3', ...over, join(folder, 'middle.log'));
    await comesTrue(() => resultsIn(join(folder, 'middle')) >= 2);
    hosts[1]?.down();
    return run;
  }
}

/** The script alone: a tool that loses a line, and one that is not there, publish nothing. */
async function shardCases({ folder, tell }: Bench, shards: string): Promise<void> {
  const lossy = join(folder, 'lossy');
  writeFileSync(lossy, '#!/bin/sh\nfor file; do :; done\ngrep -v not <"$file" | head -n 3\n', { mode: 0o755 });
  for (const [name, emh] of [
    ['a command that loses lines publishes nothing', lossy],
    ['a command that is missing publishes nothing', join(folder, 'no-such')],
  ] as const) {
    const out = join(folder, 'kept-out', '0000.ndjson');
    const { code } = await start('sh', [SCRIPT, join(shards, '0000.ndjson'), out], { EMH: emh }).ended;
    const there = existsSync(join(folder, 'kept-out')) ? readdirSync(join(folder, 'kept-out')) : [];
    tell(name, code !== 0 && there.length === 0 ? null : `ended with ${code}, left ${there}`);
  }
}

/** A queue: a worker is killed while it holds a shard, which then goes to another. */
async function natsCases({ folder, emh, nats, tell, leaveOut }: Bench, shards: string, expected: string): Promise<void> {
  if (!isInstalled('nats-server')) return leaveOut('NATS JetStream', 'nats-server is not installed');
  if (!existsSync(join(nats, 'node_modules/@nats-io/jetstream')))
    return leaveOut('NATS JetStream', '--nats FOLDER names no folder with @nats-io/jetstream and @nats-io/transport-node installed');
  const own = join(folder, 'nats');
  mkdirSync(own);
  cpSync(join(root, 'cluster/nats'), own, { recursive: true });
  symlinkSync(join(nats, 'node_modules'), join(own, 'node_modules'));
  start('nats-server', ['-js', '-sd', join(own, 'store'), '-a', '127.0.0.1', '-p', '4222']);
  const env = { EMH: emh, EMH_ACK_WAIT: '3' };
  const publish = async () => start(process.execPath, [join(own, 'publish.mjs'), shards], env).ended;
  let published = await publish();
  // The server may need a moment.
  await comesTrue(() => (published.code === 0 ? true : (void publish().then((again) => (published = again)), false)), 10_000);
  tell('shards are put on a queue', published.output === `${SHARDS} shards on the queue\n` ? null : published.output);
  const again = await publish();
  tell('and not a second time', again.output === '0 shards on the queue\n' ? null : again.output);
  const out = join(folder, 'queued');
  const worker = (): Started => start(process.execPath, [join(own, 'worker.mjs'), SCRIPT, shards, out], env);
  const first = worker();
  const holds = await comesTrue(() => existsSync(out) && readdirSync(out).some((name) => name.includes('.tmp.')) && resultsIn(out) >= 1);
  killGroup(first);
  await first.ended;
  tell(`a worker is killed while it holds a shard, after ${resultsIn(out)}`, holds && resultsIn(out) < SHARDS ? null : 'it held none');
  const others = await Promise.all([worker(), worker()].map(({ ended }) => ended));
  const isSame = hashOfResults(out) === expected;
  tell('two others do the rest', isSame && others.every(({ code }) => code === 0) ? null : others.map(({ output }) => output).join('\n'));
}

const shardsIn = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
const resultsIn = (folder: string): number =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ndjson')).length : 0;
