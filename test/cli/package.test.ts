import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLES, buildBundles } from '../../scripts/build.ts';
import { root } from '../../scripts/root.ts';
import { folderWith } from './harness.ts';

const RECORD = "{ id: 7, study: 'S', text: 'FINDINGS\\nCord compression at D4 to D7.\\nIMPRESSION\\n1. Cord compression at D4 to D8.\\n' }";
const SAY = 'console.log(JSON.stringify([answer.id, answer.study, answer.error === undefined && answer.diagnostics.length > 0]))';

describe('the package as its users see it', function () {
  this.timeout(120_000);
  const folder = folderWith({
    'package.json': '{"type":"module"}',
    'module.mjs': `import { createChecker } from "emh-report/check";\nconst answer = (await createChecker()).check(${RECORD});\n${SAY};\n`,
    'script.cjs': `require("emh-report/check").createChecker().then(({ check }) => { const answer = check(${RECORD}); ${SAY}; });\n`,
    'typed.ts': `
import { type Checker, createChecker } from "emh-report/check";
const checker: Checker = await createChecker({ folder: '.' });
const answer = checker.check({ text: 'x' });
if (answer.error === undefined) {
  const words: string[] = answer.diagnostics.map(({ rule, severity, start }) => \`\${rule} \${severity satisfies 'error' | 'warning' | 'info' | 'hint'} \${start.line + start.column}\`);
  export_(answer.checked.key, words);
} else export_(answer.error.code, [answer.error.message]);
// @ts-expect-error a record that was not checked has no diagnostics
if (answer.error !== undefined) answer.diagnostics.length;
function export_(_a: string, _b: string[]): void {}
`,
  });

  before(async () => {
    await buildBundles({ bundles: BUNDLES.filter(({ out }) => out === 'dist/check.cjs') });
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/emh-report'), 'junction');
  });

  it('can be imported and required', () => {
    for (const name of ['module.mjs', 'script.cjs'])
      assert.equal(execFileSync(process.execPath, [name], { cwd: folder, encoding: 'utf8' }), '[7,"S",true]\n', name);
  });

  it('has types', () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const options = '--noEmit --strict --target es2023 --module nodenext --lib es2023'.split(' ');
    execFileSync(process.execPath, [tsc, ...options, 'typed.ts'], { cwd: folder, stdio: 'pipe' });
  });

  it('holds all that its manifest names', () => {
    assert.ok(['dist/check.cjs', 'dist/check.d.cts'].every((name) => existsSync(join(root, name))));
  });
});
