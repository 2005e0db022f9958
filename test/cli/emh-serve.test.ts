import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveScript, startFile } from '../../cli/snapshot-start.ts';
import { root } from '../../scripts/root.ts';
import { folderWith } from './harness.ts';

const SHELLS = ['sh', 'dash', 'bash'].filter((shell) => spawnSync(shell, ['-c', ':']).status === 0);
const ECHO = 'console.log(JSON.stringify(process.argv.slice(2)));';

describe('the start by a shell', () => {
  before(function () {
    if (SHELLS.length === 0) this.skip();
  });

  for (const shell of SHELLS) {
    /** `emh-serve` in a folder of its own, where "emh" tells what it was given, and a "Node" of the kept server that it was started. */
    function installed() {
      const folder = folderWith({ 'emh.cjs': ECHO, 'serve.cjs': '', 'packs.cjs': '', 'old/node': '#!/bin/sh\necho kept "$@"\n' });
      const script = serveScript(readFileSync(join(root, 'cli/emh-serve.sh'), 'utf8'), folder);
      writeFileSync(join(folder, 'emh-serve'), script);
      chmodSync(join(folder, 'old/node'), 0o755);
      mkdirSync(join(folder, 'bin'));
      symlinkSync(process.execPath, join(folder, 'bin/node'));
      mkdirSync(join(folder, 'cache/emh-report'), { recursive: true });
      const [node, kept, program] = [join(folder, 'old/node'), join(folder, 'cache/kept.blob'), join(folder, 'serve.cjs')] as const;
      writeFileSync(kept, '');
      // Newer than Node, the program and their folders.
      const later = new Date(Date.now() + 60_000);
      utimesSync(kept, later, later);
      const start = join(folder, 'cache/emh-report', startFile(/^BUILD=(.+)$/m.exec(script)?.[1] ?? ''));
      writeFileSync(start, [node, kept, program, ''].join('\n'));
      const run = (words: readonly string[] = ['--stdio'], more: NodeJS.ProcessEnv = {}): string => {
        const env = { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, XDG_CACHE_HOME: join(folder, 'cache'), ...more };
        const { stdout } = spawnSync(shell, ['emh-serve', ...words], { cwd: folder, env, encoding: 'utf8' });
        rmSync(`${kept}.starting`, { force: true });
        return stdout.startsWith('kept ') ? 'kept' : stdout.trim();
      };
      return { folder, node, kept, program, start, run };
    }
    const PLAIN = '["serve","--stdio"]';

    it(`goes on from what is kept, and finds the command beside itself where nothing is: ${shell}`, () => {
      const { start, run } = installed();
      assert.equal(run(), 'kept');
      rmSync(start);
      assert.equal(run(), PLAIN);
    });

    it(`reads what is kept in a folder that is named in full alone: ${shell}`, () => {
      const { folder, run } = installed();
      assert.equal(run(['--stdio'], { NODE_COMPILE_CACHE: join(folder, 'cache/emh-report') }), 'kept');
      for (const more of [{ XDG_CACHE_HOME: 'cache' }, { NODE_COMPILE_CACHE: 'cache/emh-report' }])
        assert.equal(run(['--stdio'], more), PLAIN);
    });

    it(`leaves to the command what it refuses: ${shell}`, () => {
      const { run } = installed();
      for (const word of ['--stdio', '--socket=80', '--socket=65535', '--pipe=x']) assert.equal(run([word]), 'kept', word);
      for (const word of [
        '--socket=abc',
        '--socket=8a',
        '--socket=',
        '--socket=0',
        '--socket=65536',
        '--socket=800000',
        '--pipe=',
        '--stdin',
      ])
        assert.equal(run([word]), `["serve","${word}"]`);
      assert.equal(run(['--stdio', '--stdio']), '["serve","--stdio","--stdio"]');
    });

    it(`gives back where Node, the program or what was kept is gone or another: ${shell}`, () => {
      for (const gone of ['node', 'kept', 'program'] as const) {
        const own = installed();
        rmSync(own[gone]);
        assert.equal(own.run(), PLAIN, gone);
        assert.equal(existsSync(`${own.kept}.starting`), false);
      }
      const { folder, node, run } = installed();
      const later = new Date(Date.now() + 120_000);
      for (const newer of [node, join(folder, 'old'), folder]) {
        const { atime, mtime } = { atime: new Date(), mtime: new Date() };
        utimesSync(newer, later, later);
        assert.equal(run(), PLAIN, newer);
        utimesSync(newer, atime, mtime);
        assert.equal(run(), 'kept');
      }
    });

    it(`gives back where what it reads is damaged, or another start is under way: ${shell}`, () => {
      const { kept, start, run } = installed();
      writeFileSync(`${kept}.starting`, '');
      assert.equal(run(), PLAIN);
      const sound = readFileSync(start, 'utf8');
      for (const damaged of ['', 'garbage ( "', sound.slice(0, sound.length - 4), sound.replaceAll('/', ' ')]) {
        writeFileSync(start, damaged);
        assert.equal(run(), PLAIN, damaged);
      }
    });

    it(`reads nothing that another person wrote: ${shell}`, function () {
      if (process.getuid?.() !== 0) this.skip();
      const { start, run } = installed();
      assert.equal(spawnSync('chown', ['nobody', start]).status, 0);
      assert.equal(run(), PLAIN);
    });
  }
});
