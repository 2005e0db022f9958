import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { root } from '../scripts/root.ts';

// The random texts and edits of the laws follow from the commit: a commit passes or fails for everyone, and each one tries new ones.
// `EMH_SEED=5` tries those of that number; outside a repository they are always the same.
const commit = (): number =>
  Number.parseInt(spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout?.slice(0, 7), 16) || 0;
const given = process.env.EMH_SEED ?? '';
const seed = given === '' ? commit() : Number(given);
if (!Number.isInteger(seed)) throw new Error(`EMH_SEED is no whole number: ${given}`);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
