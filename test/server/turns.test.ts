import assert from 'node:assert/strict';
import { Turns } from '../../server/turns.ts';

/** A host whose callbacks are called one by one. */
function host() {
  const waiting: (() => void)[] = [];
  const turns = new Turns({ defer: (callback) => void waiting.push(callback) });
  /** Calls back so many times, and lets what waits for that go on. */
  const pass = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i++) waiting.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { turns, pass };
}

describe('turns of long work', () => {
  it('come once the host was given way to, so that what has come is handled', async () => {
    const { turns, pass } = host();
    let isTime = false;
    void turns.next().then(() => (isTime = true));
    await pass(0);
    await pass(2);
    assert.equal(isTime, false);
    await pass(1);
    assert.equal(isTime, true);
  });

  it('do not come while somebody waits for an answer', async () => {
    const { turns, pass } = host();
    const [first, second] = [turns.await(), turns.await()];
    let isTime = false;
    void turns.next().then(() => (isTime = true));
    await pass(0);
    await pass(20);
    first();
    await pass(20);
    assert.equal(isTime, false);
    second();
    await pass(1);
    assert.equal(isTime, true);
  });

  it('are one at a time where several work', async () => {
    const { turns, pass } = host();
    const done: string[] = [];
    void turns.next().then(() => done.push('first'));
    void turns.next().then(() => done.push('second'));
    await pass(0);
    for (let i = 0; i < 3; i++) await pass(1);
    assert.deepEqual(done, ['first']);
    for (let i = 0; i < 6; i++) await pass(1);
    assert.deepEqual(done, ['first', 'second']);
  });

  it('wait until nothing more is typed, but not for ever', async () => {
    const turns = new Turns({ defer: setImmediate });
    const begun = performance.now();
    let typed = 0;
    const typing = setInterval(() => {
      typed++;
      turns.typed();
    }, 5);
    turns.typed();
    await turns.next();
    const meanwhile = typed;
    const until = performance.now() - begun;
    await new Promise((resolve) => setTimeout(resolve, 20));
    clearInterval(typing);
    // It came, though there was typing before and after.
    assert.ok(meanwhile > 3 && typed > meanwhile, `${meanwhile} of ${typed} keys in ${until} ms`);
  });
});
