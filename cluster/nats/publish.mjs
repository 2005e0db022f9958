// Puts shards on a queue: node publish.mjs IN_FOLDER. One message a shard, and the message is its name: no report goes through the queue.
import { readdirSync } from 'node:fs';
import { AckPolicy, jetstreamManager, RetentionPolicy } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node publish.mjs IN_FOLDER');
const connection = await connect({ servers: process.env.NATS_URL ?? '127.0.0.1:4222' });
const manager = await jetstreamManager(connection);
// A shard that is done is gone from the queue; the same name is not taken twice within a day.
await manager.streams.add({ name: 'EMH', subjects: ['emh.shards'], retention: RetentionPolicy.Workqueue, duplicate_window: 86_400e9 });
// A worker that says nothing for so long is taken for dead, and its shard goes to another.
await manager.consumers.add('EMH', {
  durable_name: 'workers',
  ack_policy: AckPolicy.Explicit,
  max_deliver: 5,
  ack_wait: Number(process.env.EMH_ACK_WAIT ?? 60) * 1e9,
});
const queue = manager.jetstream();
let fresh = 0;
for (const name of readdirSync(folder).sort()) {
  const { duplicate } = await queue.publish('emh.shards', name, { msgID: name });
  if (!duplicate) fresh++;
}
console.log(`${fresh} shards on the queue`);
await connection.drain();
