import assert from 'node:assert/strict';
import { emh, folderWith } from './harness.ts';

describe('emh preview', () => {
  const cwd = folderWith({ 'a.emh': 'FINDINGS\nMass at D4. // mine\n' });

  it('writes a page of the report', async () => {
    const { code, out, err } = await emh(['preview', 'a.emh'], { cwd });
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^<!doctype html>\n<html lang="en">[\s\S]*<title>a\.emh<\/title>[\s\S]*Mass[\s\S]*<\/html>\n$/);
    assert.ok(!out.includes('mine'));
  });

  it('takes one file', async () => {
    assert.equal((await emh(['preview'], { cwd })).code, 2);
    assert.equal((await emh(['preview', 'a.emh', 'a.emh'], { cwd })).code, 2);
  });
});
