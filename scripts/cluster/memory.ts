import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Bench } from './cases.ts';
import { peakOf, start } from './processes.ts';

const FEW = 10_000;

/** Four times as many records take hardly more memory. */
export async function memoryCase({ folder, emh, tell }: Bench): Promise<void> {
  const [few, many] = [await peak(FEW), await peak(4 * FEW)];
  const name = `memory of the filter: ${few.toFixed(0)} MB for ${FEW} short records, ${many.toFixed(0)} MB for ${4 * FEW}`;
  tell(name, few > 0 && many < few * 1.3 ? null : 'it grows');

  async function peak(count: number): Promise<number> {
    const file = join(folder, 'short.ndjson');
    const stream = createWriteStream(file);
    for (let id = 0; id < count; id++)
      if (!stream.write(`${JSON.stringify({ id, text: `Extradural mass at D${(id % 9) + 3}, ${id} mm.` })}\n`)) await once(stream, 'drain');
    stream.end();
    await once(stream, 'finish');
    const { child, ended } = start('sh', ['-c', `exec '${emh}' check --ndjson '${file}' >/dev/null`]);
    let highest = 0;
    let isRunning = true;
    void ended.then(() => (isRunning = false));
    while (isRunning) {
      highest = Math.max(highest, peakOf(child.pid));
      await setTimeout(50);
    }
    return highest;
  }
}
