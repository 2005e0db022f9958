import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './cases.ts';
import { start } from './processes.ts';

/** The disk for the results is full in the middle: that is told, and with more room the run goes on to the same file. */
export async function fullDiskCase({ folder, emh, tell }: Bench): Promise<void> {
  const disk = join(folder, 'disk');
  const archive = join(folder, 'disk.ndjson');
  const text = readFileSync(new URL('../../examples/case-1-mri-spine.flawed.emh', import.meta.url), 'utf8');
  writeFileSync(archive, `${JSON.stringify({ id: 1, text })}\n`.repeat(2000));
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
  const check = (to: string, ...words: string[]) => start(emh, ['check', archive, '--format', 'csv', '--output', to, ...words]).ended;
  const whole = join(folder, 'disk-whole');
  const expected = await check(whole);
  const full = await check(join(disk, 'out'));
  const isTold = full.code === 2 && full.output.endsWith('cannot be written: no space left\n');
  tell('a disk that is full is told', expected.code === 1 && isTold ? null : `ended with ${full.code}: ${full.output}`);
  execFileSync('mount', ['-o', 'remount,size=64m', disk]);
  const { code, output } = await check(join(disk, 'out'), '--resume');
  const isSame = code === 1 && readFileSync(join(disk, 'out'), 'utf8') === readFileSync(whole, 'utf8');
  tell('and with more room --resume gives the same file', isSame ? null : `ended with ${code}: ${output}`);
}
