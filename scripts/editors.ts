// Other editors at work with the built server, each set up as docs/editors.md says: `npm run test:editors [NAME]`. One that is not
// installed is left out, with a line that says so.
import { join } from 'node:path';
import { BUNDLES, buildBundles } from './build.ts';
import { EDITORS, type Session } from './editors/editors.ts';
import { runSession } from './editors/session.ts';
import { root } from './root.ts';
import { run } from './run.ts';

const COMMAND = 'dist/emh.cjs';
const SESSIONS: readonly Session[] = ['usual', 'settings'];

const wanted = process.argv[2]?.toLowerCase() ?? '';
let passed = 0;
let failed = 0;
let skipped = 0;
const missing = new Set<unknown>();

await buildBundles({ bundles: BUNDLES.filter(({ out }) => /^dist\/\w+\.cjs$/.test(out)) });
for (const editor of EDITORS) {
  if (!editor.name.toLowerCase().includes(wanted)) continue;
  const [program, ...args] = editor.probe;
  const { code, stdout } = await run(program, args, false);
  if (code !== 0) {
    if (missing.has(editor.probe)) continue;
    missing.add(editor.probe);
    console.log(`${editor.name} is not installed: left out.`);
    skipped++;
    continue;
  }
  const version = stdout.split('\n')[0] ?? '';
  if (editor.isFor?.(version) === false) continue;
  for (const session of SESSIONS) {
    console.log(`\n${editor.name} (${version}), ${editor.heading}${session === 'settings' ? ', with settings' : ''}`);
    for (const { name, why } of runSession(editor, session, join(root, COMMAND))) {
      if (why === null) passed++;
      else failed++;
      console.log(why === null ? `  ok   ${name}` : `  FAIL ${name}: ${why}`);
    }
  }
}
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
