import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { stoppable } from '../../cli/archive/outcomes.ts';
import type { Unit } from '../../cli/archive/unit.ts';

const unit = (text: string): Unit => ({ origin: { file: 'a', path: null, line: null }, content: { is: 'text', text, id: null, rest: {} } });

describe('units that can be stopped', () => {
  it('end when that is asked for, also while one is waited for', async () => {
    let stop = (): void => {};
    async function* slow(): AsyncGenerator<Unit> {
      yield unit('first');
      await new Promise(() => {});
    }
    const units = stoppable(slow(), new Promise((resolve) => (stop = resolve)));
    assert.equal((await units.next()).done, false);
    const next = units.next();
    stop();
    assert.equal((await next).done, true);
    assert.equal((await units.next()).done, true);
  });

  it('pass on what goes wrong', async () => {
    // biome-ignore lint/correctness/useYield: it never comes to that.
    async function* broken(): AsyncGenerator<Unit> {
      throw new Error('broken');
    }
    await assert.rejects(stoppable(broken(), new Promise(() => {})).next(), { message: 'broken' });
  });

  it('are not held when they have gone by', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const gone: WeakRef<Unit>[] = [];
    async function* many(): AsyncGenerator<Unit> {
      for (let i = 0; i < 200; i++) yield unit(String(i));
    }
    const stop = new Promise<void>(() => {});
    const units = stoppable(many(), stop);
    for (let result = await units.next(); result.done !== true; result = await units.next()) gone.push(new WeakRef(result.value));
    await new Promise((resolve) => setTimeout(resolve));
    collect();
    assert.ok(gone.filter((reference) => reference.deref() !== undefined).length < 5);
    assert.ok(stop instanceof Promise);
  });
});
