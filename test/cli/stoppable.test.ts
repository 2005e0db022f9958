import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { stoppable } from '../../cli/archive/outcomes.ts';
import type { Unit } from '../../cli/archive/unit.ts';

const unit = (file: string): Unit => ({ origin: { file, path: null, line: null }, content: { is: 'file', word: file } });

describe('units that can be stopped', () => {
  it('end where a person asks for it, also while the next one never comes', async () => {
    let stop = (): void => {};
    const asked = new Promise<void>((resolve) => (stop = resolve));
    const units = stoppable({ next: () => new Promise(() => {}) }, asked);
    const waiting = units.next();
    stop();
    assert.deepEqual([(await waiting).done, (await units.next()).done], [true, true]);
  });

  it('hand on what goes wrong, and go on', async () => {
    const given = [
      Promise.resolve({ done: false, value: unit('a') }),
      Promise.reject(new Error('no')),
      Promise.resolve({ done: true, value: undefined }),
    ];
    const units = stoppable({ next: () => given.shift() as Promise<IteratorResult<Unit>> }, new Promise(() => {}));
    assert.equal((await units.next()).value?.origin.file, 'a');
    await assert.rejects(units.next(), /no/);
    assert.equal((await units.next()).done, true);
  });

  it('are kept by nothing once they are taken', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const seen: WeakRef<Unit>[] = [];
    const units = stoppable(
      {
        next: async () => {
          const value = unit(String(seen.length));
          seen.push(new WeakRef(value));
          return { done: false, value };
        },
      },
      new Promise(() => {}),
    );
    for (let i = 0; i < 100; i++) await units.next();
    // What the last turn holds is let go in the next.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    const left = seen.filter((ref) => ref.deref() !== undefined).length;
    assert.ok(left < 10, `${left} of 100 units are kept`);
  });
});
