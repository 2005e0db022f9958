// All that must hold before a change lands: `npm test`. The last line counts what passed and what failed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles } from './build.ts';
import { generatePacks } from './generate-packs.ts';
import { generatePage } from './generate-page.ts';
import { type Counts, countsIn, failuresIn } from './outcome.ts';
import { root } from './root.ts';
import { type Ended, runNode } from './run.ts';

const counts: Counts[] = [];
/** What failed, said again at the end: a log may be cut. */
const failures: string[] = [];

await single('generated packs', async () => generatePacks());
await single('generated page', async () => generatePage());
await single('types', () => mustEndWell(runNode('node_modules/typescript/bin/tsc', ['-b'])));
await single('lint and format', () => mustEndWell(runNode('node_modules/@biomejs/biome/bin/biome', ['check', '--log-level=warn', '.'])));
await single('bundles', () => buildBundles());
await suite('tests', 'node_modules/mocha/bin/mocha.js', ['--reporter', 'dot', 'test/**/*.test.ts']);
if (existsSync(join(root, 'test/vscode/run.mjs'))) await suite('editor tests', 'test/vscode/run.mjs', []);
await suite('other editors', 'scripts/editors.ts', []);

if (failures.length > 0) console.log(['\n== what failed', ...failures].join('\n'));
const total = (key: keyof Counts): number => counts.reduce((sum, each) => sum + each[key], 0);
process.exitCode = total('failed') > 0 || total('passed') === 0 ? 1 : 0;
console.log(`${total('passed')} passed, ${total('failed')} failed${total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''}`);

/** A check that passes or fails as a whole. */
async function single(name: string, check: () => Promise<void>): Promise<void> {
  console.log(`\n== ${name}`);
  try {
    await check();
    counts.push({ passed: 1, failed: 0, skipped: 0 });
    console.log('ok');
  } catch (error) {
    counts.push({ passed: 0, failed: 1, skipped: 0 });
    const why = error instanceof Error ? error.message : String(error);
    console.log(why);
    failures.push(`${name}: ${why}`, ...(error instanceof Error && 'output' in error ? failuresIn(String(error.output)) : []));
  }
}

/** A run that counts its own tests. One that ends badly without a failed test counts as a failure of its own. */
async function suite(name: string, script: string, args: readonly string[]): Promise<void> {
  console.log(`\n== ${name}`);
  const { code, output } = await runNode(script, args);
  const count = countsIn(output);
  if (code !== 0) failures.push(`${name} (exit code ${code})`, ...failuresIn(output));
  counts.push(code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count);
}

async function mustEndWell(ended: Promise<Ended>): Promise<void> {
  const { code, output } = await ended;
  if (code !== 0) throw Object.assign(new Error(`failed (exit code ${code})`), { output });
}
