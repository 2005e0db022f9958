import assert from 'node:assert/strict';
import { meterLine, meterOn } from '../../cli/archive/meter.ts';

describe('the line that says how far a run is', () => {
  it('gives number, rate, share and what is left', () => {
    assert.equal(meterLine({ texts: 12_345, bytes: 250, total: 1000 }, 10), '12,345 reports, 1,235 a second, 25 %, 0:30 left');
    assert.equal(meterLine({ texts: 1, bytes: 1, total: 7201 }, 1), '1 reports, 1 a second, 0 %, 2:00:00 left');
  });
  it('leaves out what is not known', () => assert.equal(meterLine({ texts: 5, bytes: 9, total: null }, 1), '5 reports, 5 a second'));
  it('is written at times, erased at the end, and nowhere but on a terminal', () => {
    let out = '';
    let now = 0;
    const screen = { write: (text: string) => (out += text) };
    const meter = meterOn(screen, true, () => now);
    for (const time of [100, 300, 350]) {
      now = time;
      meter.show({ texts: time, bytes: 0, total: null });
    }
    assert.equal(out, '\r\u001b[K300 reports, 1,000 a second');
    meter.clear();
    assert.ok(out.endsWith('second\r\u001b[K'));
    const before = out;
    meterOn(screen, false).show({ texts: 1, bytes: 1, total: null });
    meter.clear();
    assert.equal(out, before);
  });
});
