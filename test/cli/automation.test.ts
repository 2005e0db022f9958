import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { BUNDLES, buildBundles } from '../../scripts/build.ts';
import { root } from '../../scripts/root.ts';
import { folderWith } from './harness.ts';

const SOUND = readFileSync(join(root, 'examples/case-1-mri-spine.emh'), 'utf8');
const FLAWED = readFileSync(join(root, 'examples/case-1-mri-spine.flawed.emh'), 'utf8');
const COMMAND = BUNDLES.filter(({ out }) => out === 'dist/cli.cjs' || out === 'dist/emh.cjs');

/** A folder with programs of these names, and the path of a shell that finds them first. */
function programs(scripts: Readonly<Record<string, string>>): string {
  const folder = folderWith(Object.fromEntries(Object.entries(scripts).map(([name, script]) => [name, `#!/bin/sh\n${script}\n`])));
  for (const name of Object.keys(scripts)) chmodSync(join(folder, name), 0o755);
  return [folder, dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);
}

describe('the hook of pre-commit', function () {
  this.timeout(60_000);
  const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as {
    id: string;
    entry: string;
    language: string;
    files: string;
  }[];

  it('lets a sound report be committed, and no flawed one', async function () {
    if (process.platform === 'win32') this.skip();
    assert.ok(hook !== undefined && hook.language === 'system');
    const cwd = folderWith({ 'sound report.emh': SOUND, 'note.txt': FLAWED });
    const PATH = programs({ emh: `exec '${process.execPath}' '${join(root, 'cli/main.ts')}' "$@"` });
    const git = (...words: string[]) =>
      spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...words], {
        cwd,
        encoding: 'utf8',
        env: { ...process.env, PATH },
      });
    git('init', '-q');
    // As pre-commit does: the staged files that the pattern fits, behind the words of the entry.
    const names = `git diff --cached --name-only -z --diff-filter=d | grep -zE '${hook.files}'`;
    writeFileSync(join(cwd, '.git/hooks/pre-commit'), `#!/bin/bash\n${names} | xargs -0r ${hook.entry}\n`, { mode: 0o755 });
    git('add', '.');
    const sound = git('commit', '-q', '-m', 'sound');
    assert.equal(sound.status, 0, sound.stderr);
    writeFileSync(join(cwd, 'sound report.emh'), FLAWED);
    const flawed = git('commit', '-q', '-a', '-m', 'flawed');
    assert.equal(flawed.status, 1);
    assert.match(flawed.stdout + flawed.stderr, /^sound report\.emh:\d+:\d+: error: /m);
    assert.equal(git('rev-list', '--count', 'HEAD').stdout, '1\n');
  });
});

describe('the action for GitHub', function () {
  this.timeout(60_000);
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default: string; description: string }>;
    runs: { using: string; steps: { shell: string; env: Record<string, string>; run: string }[] };
  };
  const [step, ...more] = action.runs.steps;

  it('is one step, whose environment names inputs that there are', () => {
    assert.deepEqual([action.runs.using, step?.shell, more.length], ['composite', 'bash', 0]);
    for (const value of Object.values(step?.env ?? {})) {
      const [, input = ''] = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(value) ?? [];
      assert.ok(Object.hasOwn(action.inputs, input), value);
    }
    // A value that is put into the script itself would be run.
    assert.doesNotMatch(step?.run ?? '', /\$\{\{/);
  });

  it('builds where the action lies, checks the workspace, and ends as the check does', async function () {
    if (process.platform === 'win32' || spawnSync('bash', ['--version']).status !== 0) this.skip();
    const place = folderWith({ 'dist/cli.cjs': `import(${JSON.stringify(join(root, 'cli/main.ts'))});\n` });
    const workspace = folderWith({ 'reports/a.emh': FLAWED, 'sound/b.emh': SOUND });
    const built = join(place, 'built');
    const PATH = programs({ npm: `echo "$@" >>'${built}'` });
    const run = (paths: string, options = '') =>
      spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step?.run ?? ''], {
        cwd: workspace,
        encoding: 'utf8',
        env: { ...process.env, PATH, GITHUB_ACTION_PATH: place, EMH_PATHS: paths, EMH_OPTIONS: options },
      });
    const flawed = run(action.inputs.paths?.default ?? '');
    assert.equal(flawed.status, 1, flawed.stderr);
    assert.match(flawed.stdout, /^::error file=reports\/a\.emh,line=18,endLine=18,col=\d+,endColumn=\d+,title=level-drift::/m);
    assert.equal(run('sound reports', '--max-errors 99 --max-warnings 99 --quiet').status, 0);
    assert.equal(run('sound').status, 0);
    assert.equal(run('no-such').status, 2);
    const inputs = run('sound; touch hacked', '$(touch hacked) `touch hacked`');
    assert.equal(inputs.status, 2);
    assert.equal(existsSync(join(workspace, 'hacked')), false);
    assert.match(readFileSync(built, 'utf8'), new RegExp(`^--prefix ${place} run --silent build\n`));
  });
});

describe('the Dockerfile', function () {
  this.timeout(120_000);
  const lines = readFileSync(join(root, 'Dockerfile'), 'utf8')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line));

  it('copies what is built, runs as no root, and pins the version of Node', () => {
    const stages = new Set(lines.flatMap((line) => /^FROM \S+ AS (\w+)$/.exec(line)?.[1] ?? []));
    for (const line of lines) assert.match(line, /^(?:FROM|WORKDIR|COPY|RUN|USER|ENTRYPOINT|CMD|ENV|LABEL) \S/);
    for (const [, , image] of lines.join('\n').matchAll(/^(FROM) (\S+)/gm)) assert.match(image ?? '', /^node:\d+-slim$/);
    const copies = lines
      .flatMap((line) => (/^COPY --from=(\w+) \/source\/(\S+)\*\.cjs (\S+)$/.exec(line) ?? []).slice(1, 4))
      .filter((part) => part !== undefined);
    const [stage = '', source = '', target = ''] = copies;
    assert.ok(stages.has(stage) && BUNDLES.some(({ out }) => out === `${source}emh.cjs`), copies.join(' '));
    assert.ok(lines.includes(`RUN ln -s ${target}emh.cjs /usr/local/bin/emh`), target);
    assert.ok(lines.indexOf('USER node') > lines.findIndex((line) => line.startsWith('COPY --from')));
    assert.deepEqual(JSON.parse(lines.find((line) => line.startsWith('ENTRYPOINT'))?.slice(11) ?? ''), ['emh']);
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    for (const needed of ['package.json', 'package-lock.json', 'scripts', 'language', 'cli', 'lexicon', 'rules']) {
      assert.ok(existsSync(join(root, needed)));
      assert.equal(ignored.includes(needed), false, needed);
    }
  });

  it('has a command that needs nothing but what is copied, workers included', async function () {
    if (process.platform === 'win32') this.skip();
    await buildBundles({ bundles: COMMAND });
    const image = folderWith({ 'reports/a.emh': FLAWED, 'reports/b.ndjson': `${JSON.stringify({ id: 1, text: SOUND })}\n`.repeat(40) });
    mkdirSync(join(image, 'bin'));
    for (const { out } of COMMAND) copyFileSync(join(root, out), join(image, 'bin', basename(out)));
    symlinkSync('emh.cjs', join(image, 'bin/emh'));
    const emh = (...words: string[]) =>
      spawnSync(process.execPath, [join(image, 'bin/emh'), ...words], { cwd: join(image, 'reports'), encoding: 'utf8', env: {} });
    assert.match(emh('--help').stdout, /^Usage: emh /m);
    const one = emh('check', '.', '--format', 'csv');
    assert.equal(one.status, 1, one.stderr);
    assert.equal(emh('check', '.', '--format', 'csv', '--jobs', '2').stdout, one.stdout);
    assert.match(execFileSync('head', ['-n', '1', join(image, 'bin/emh')], { encoding: 'utf8' }), /^#!\/usr\/bin\/env node$/m);
  });
});
