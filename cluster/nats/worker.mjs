// Checks shards from a queue until it is empty: node worker.mjs SHARD_SCRIPT IN_FOLDER OUT_FOLDER. Start as many as there are cores, on
// any host that sees both folders. Ends with 1 where a shard failed; it is then on the queue again.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { jetstream } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';

const [script, from, to] = process.argv.slice(2);
if (to === undefined) throw new Error('usage: node worker.mjs SHARD_SCRIPT IN_FOLDER OUT_FOLDER');
const connection = await connect({ servers: process.env.NATS_URL ?? '127.0.0.1:4222' });
const consumer = await jetstream(connection).consumers.get('EMH', 'workers');
const { ack_wait } = (await consumer.info()).config;
for (;;) {
  const message = await consumer.next({ expires: 2000 });
  if (message === null) {
    const { num_pending, num_ack_pending } = await consumer.info();
    if (num_pending + num_ack_pending === 0) break;
    continue;
  }
  // Said more often than the queue waits: the shard is still being worked on.
  const timer = setInterval(() => message.working(), ack_wait / 1e6 / 3);
  const code = await checked(message.string());
  clearInterval(timer);
  if (code === 0) await message.ackAck();
  else {
    console.error(`${message.string()}: ended with ${code}`);
    process.exitCode = 1;
    message.nak(1000);
  }
}
await connection.drain();

/** The exit code of the shard script, which writes nothing in part. */
function checked(name) {
  return new Promise((resolve) => {
    const child = spawn('sh', [script, join(from, name), join(to, name)], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 128));
  });
}
