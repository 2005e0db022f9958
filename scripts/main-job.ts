// The main job, on the examples: `npm start`. Every sound report must be clean, and every mistake of its flawed twin found.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLES, buildBundles } from './build.ts';
import { root } from './root.ts';
import { runNode } from './run.ts';

const COMMAND = 'dist/cli.cjs';
const SHOWN = 'examples/case-1-mri-spine.flawed.emh';

/** A mistake that must be found, from NAME.flawed.expected.json; lines count from 1. */
interface Mistake {
  readonly rule: string;
  readonly words: string;
  readonly line: number;
  readonly what: string;
}

/** A diagnostic as `emh findings --json` gives it; offsets count UTF-16 code units. */
interface Diagnostic {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: number; readonly end: number };
}

// The command, and what it loads from beside itself.
await buildBundles({ bundles: BUNDLES.filter(({ out }) => /^dist\/\w+\.cjs$/.test(out)) });
const names = readdirSync(join(root, 'examples'))
  .filter((name) => name.endsWith('.emh'))
  .sort();
let found = 0;
let expected = 0;
let unclean = 0;

console.log(`\nEvery report of examples/, checked:\n`);
for (const name of names) {
  if (name.endsWith('.flawed.emh')) await judgeFlawed(name);
  else await judgeSound(name);
}

show(['check', SHOWN]);
show(['sync', '--diff', SHOWN]);

const sound = names.filter((name) => !name.endsWith('.flawed.emh')).length;
console.log(`\n${sound - unclean} of ${sound} sound reports are clean; ${found} of ${expected} mistakes found in their flawed twins.`);
process.exitCode = unclean === 0 && expected > 0 && found === expected ? 0 : 1;

async function judgeSound(name: string): Promise<void> {
  const bad = (await diagnosticsOf(name)).filter(({ severity }) => severity === 'error' || severity === 'warning');
  if (bad.length > 0) unclean++;
  console.log(`  ${name}: ${bad.length === 0 ? 'clean' : 'NOT CLEAN'}`);
  for (const { rule, message } of bad) console.log(`      ${rule}: ${message}`);
}

async function judgeFlawed(name: string): Promise<void> {
  const { mistakes } = JSON.parse(readFileSync(join(root, 'examples', name.replace(/\.emh$/, '.expected.json')), 'utf8')) as {
    mistakes: Mistake[];
  };
  const text = readFileSync(join(root, 'examples', name), 'utf8');
  const diagnostics = await diagnosticsOf(name);
  const missed = mistakes.filter((mistake) => !diagnostics.some((diagnostic) => isOf(mistake, diagnostic, text)));
  expected += mistakes.length;
  found += mistakes.length - missed.length;
  console.log(`  ${name}: ${mistakes.length - missed.length} of ${mistakes.length} mistakes found`);
  for (const mistake of mistakes) {
    console.log(
      `      line ${mistake.line}, "${mistake.words}": ${mistake.what} [${mistake.rule}]${missed.includes(mistake) ? ' - MISSED' : ''}`,
    );
  }
}

/** Whether the diagnostic is of the mistake's rule and at its words. */
function isOf({ rule, words, line }: Mistake, diagnostic: Diagnostic, text: string): boolean {
  const lineStart = text
    .split('\n')
    .slice(0, line - 1)
    .join('\n').length;
  const start = text.indexOf(words, lineStart);
  return diagnostic.rule === rule && diagnostic.range.start < start + words.length && start < diagnostic.range.end;
}

async function diagnosticsOf(name: string): Promise<Diagnostic[]> {
  const { stdout, output } = await runNode(COMMAND, ['findings', '--json', join('examples', name)], false);
  try {
    const { reports } = JSON.parse(stdout) as { reports: { diagnostics: Diagnostic[] }[] };
    return reports.flatMap(({ diagnostics }) => diagnostics);
  } catch {
    throw new Error(`emh findings --json ${name} gave no JSON: ${output.slice(0, 500)}`);
  }
}

/** Runs the command in this terminal, as a person would. */
function show(args: readonly string[]): void {
  console.log(`\n$ emh ${args.join(' ')}\n`);
  spawnSync(process.execPath, [COMMAND, ...args], { cwd: root, stdio: 'inherit' });
}
