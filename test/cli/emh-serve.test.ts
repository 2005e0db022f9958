import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startingMark } from '../../cli/snapshot-file.ts';
import { startLines } from '../../cli/snapshot-start.ts';
import { root } from '../../scripts/root.ts';
import { folderWith } from './harness.ts';

const SHELLS = ['sh', 'dash', 'bash'].filter((shell) => spawnSync(shell, ['-c', ':']).status === 0);

describe('the start by a shell', () => {
  before(function () {
    if (SHELLS.length === 0) this.skip();
  });

  for (const shell of SHELLS) {
    /** What `emh-serve` comes to in a folder of its own, where "emh" only tells what it was given; `folder` is where it is started. */
    function started(words: readonly string[], more: NodeJS.ProcessEnv = {}, kept = '') {
      const folder = folderWith({ 'emh.cjs': 'console.log(JSON.stringify(process.argv.slice(2)));' });
      copyFileSync(join(root, 'cli/emh-serve.sh'), join(folder, 'emh-serve'));
      mkdirSync(join(folder, 'bin'));
      symlinkSync(process.execPath, join(folder, 'bin/node'));
      mkdirSync(join(folder, 'cache/emh-report'), { recursive: true });
      // It is no built one, and asks for what bears its placeholder.
      writeFileSync(join(folder, 'cache/emh-report/start-@BUILD@.sh'), kept);
      const env = { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, XDG_CACHE_HOME: join(folder, 'cache'), ...more };
      return spawnSync(shell, ['emh-serve', ...words], { cwd: folder, env, encoding: 'utf8' }).stdout;
    }

    it(`finds the command beside itself where its name has no folder: ${shell}`, () => {
      assert.equal(started(['--stdio']), '["serve","--stdio"]\n');
    });

    it(`reads what is kept in a folder that is named in full alone: ${shell}`, () => {
      assert.equal(started(['--stdio'], {}, 'echo kept; exit'), 'kept\n');
      for (const more of [{ XDG_CACHE_HOME: 'cache' }, { NODE_COMPILE_CACHE: 'cache/emh-report' }])
        assert.equal(started(['--stdio'], more, 'echo kept; exit'), '["serve","--stdio"]\n');
    });

    it(`leaves to the command what it refuses: ${shell}`, () => {
      assert.equal(started(['--socket=80'], {}, 'echo kept; exit'), 'kept\n');
      for (const word of ['--socket=abc', '--socket=8a', '--socket=', '--pipe=', '--stdin'])
        assert.equal(started([word], {}, 'echo kept; exit'), `["serve","${word}"]\n`);
    });

    it(`gives back where Node or the program is gone: ${shell}`, () => {
      const folder = folderWith({ 'kept.blob': '', 'serve.cjs': '' });
      const [file, program] = [join(folder, 'kept.blob'), join(folder, 'serve.cjs')];
      // Newer than Node, the program and their folders: only that one of them is gone is in the way.
      const later = new Date(Date.now() + 60_000);
      utimesSync(file, later, later);
      const lines = startLines(file, program);
      for (const gone of [process.execPath, program]) {
        writeFileSync(join(folder, 'start.sh'), lines.replaceAll(`'${gone}'`, `'${gone}.gone'`));
        const { stdout, status } = spawnSync(shell, ['-c', '. "$0"; echo back', join(folder, 'start.sh')], { encoding: 'utf8' });
        assert.deepEqual([stdout, status], ['back\n', 0]);
        assert.equal(existsSync(startingMark(file)), false);
      }
    });
  }
});
