import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { BUNDLES, buildBundles } from '../../scripts/build.ts';
import { root } from '../../scripts/root.ts';
import { TestClient } from '../server/client.ts';
import { folderWith } from './harness.ts';

const EMH = join(root, 'dist/emh.cjs');
const SERVE = join(root, 'dist/emh-serve');
const EXAMPLE = join(root, 'examples/case-1-mri-spine.flawed.emh');
const PARTS = ['dist/emh.cjs', 'dist/cli.cjs', 'dist/serve.cjs'];

describe('the command as npm installs it', function () {
  this.timeout(120_000);
  const home = folderWith({});
  const env = {
    ...process.env,
    XDG_CACHE_HOME: home,
    LOCALAPPDATA: home,
    HOME: home,
    NODE_OPTIONS: '',
    NODE_COMPILE_CACHE: join(home, 'kept'),
  };
  const kept = (): string[] => readdirSync(join(home, 'kept')).filter((name) => name.endsWith('.blob'));
  const emh = (words: readonly string[], more: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, [EMH, ...words], { encoding: 'utf8', env: { ...env, ...more }, cwd: root });

  before(() => buildBundles({ bundles: BUNDLES.filter(({ out }) => PARTS.includes(out)) }));

  /** What a server says of the example, the words that its process was started with where the system tells them, and how it ended. */
  const served = (more: NodeJS.ProcessEnv = {}) => servedBy(process.execPath, [EMH, 'serve', '--stdio'], more);

  async function servedBy(command: string, words: readonly string[], more: NodeJS.ProcessEnv = {}) {
    const child = spawn(command, words, { env: { ...env, ...more }, cwd: root });
    const complaints: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
    const found = await diagnosticsOf(child);
    const told = `/proc/${child.pid}/cmdline`;
    const started = existsSync(told) ? readFileSync(told, 'utf8').split('\0') : null;
    const exit = once(child, 'exit');
    await found.end();
    const [code] = await exit;
    return { diagnostics: found.diagnostics, started, code, complaints: complaints.join('') };
  }

  async function diagnosticsOf({ stdout, stdin }: ChildProcessWithoutNullStreams) {
    const client = new TestClient(createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin)));
    await client.initialize({});
    await client.connection.sendNotification('initialized', {});
    const told = new Promise<PublishDiagnosticsParams>((resolve) =>
      client.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => resolve(params)),
    );
    await client.open(readFileSync(EXAMPLE, 'utf8'), 'emh', 'file:///example.emh');
    return {
      diagnostics: (await told).diagnostics,
      end: async () => {
        await client.shutdown();
        await client.connection.sendNotification('exit');
      },
    };
  }

  it('does what the command does', () => {
    assert.match(emh(['--version']).stdout, /^emh \d/);
    const { status, stdout } = emh(['check', EXAMPLE, '--format', 'csv']);
    assert.equal(status, 1);
    assert.match(stdout, /level-drift/);
    assert.match(emh(['serve']).stderr, /serve needs --stdio/);
    assert.equal(emh(['serve', '--stdio', 'file']).status, 2);
  });

  it('keeps a started server, from which the next start goes on and says the same', async function () {
    if (process.platform === 'win32' || typeof process.execve !== 'function') this.skip();
    const before = await served();
    assert.equal(before.started?.includes('--snapshot-blob') ?? false, false);
    for (let i = 0; i < 6; i++) {
      const old = join(home, `kept/server-of-an-older-emh-${i}.blob`);
      writeFileSync(old, '');
      utimesSync(old, i + 1, i + 1);
    }
    const { status, stdout, stderr } = emh(['serve', '--prepare']);
    assert.equal(status, 0, stderr);
    const path = stdout.trim();
    assert.deepEqual(kept().sort(), [basename(path), ...[3, 4, 5].map((i) => `server-of-an-older-emh-${i}.blob`)].sort());
    // It is there already.
    assert.equal(emh(['serve', '--prepare']).stdout, stdout);
    const after = await served();
    if (after.started !== null) assert.ok(after.started.includes('--snapshot-blob'), after.started.join(' '));
    assert.ok(before.diagnostics.length > 3);
    assert.deepEqual(after.diagnostics, before.diagnostics);
    assert.deepEqual([before.code, after.code, after.complaints], [0, 0, '']);
    assert.equal(existsSync(`${path}.starting`), false);

    // Damaged: the first start from it fails, and leaves its mark. The next does without it, and once the mark is old does away with both.
    writeFileSync(path, 'damaged');
    assert.notEqual(spawnSync(process.execPath, [EMH, 'serve', '--stdio'], { env, input: '' }).status, 0);
    assert.deepEqual((await served()).diagnostics, before.diagnostics);
    utimesSync(`${path}.starting`, 1, 1);
    const healed = await served();
    assert.deepEqual(healed.diagnostics, before.diagnostics);
    assert.deepEqual([existsSync(path), existsSync(`${path}.starting`)], [false, false]);
    // Whoever asks for it by name has a good one at once.
    writeFileSync(path, 'damaged');
    assert.equal(emh(['serve', '--prepare']).stdout, stdout);
    assert.deepEqual((await served()).diagnostics, before.diagnostics);
  });

  it('is started by a shell straight from the server that is kept, where that fits', async function () {
    if (process.platform === 'win32' || typeof process.execve !== 'function') this.skip();
    // As npm installs it: a link from elsewhere, in a folder with any name.
    const folder = join(home, "a user's folder");
    mkdirSync(folder);
    const command = join(folder, 'emh-serve');
    symlinkSync(relative(folder, SERVE), command);
    // Of the same name, the Node that runs this: the shell looks for one where nothing is kept.
    symlinkSync(process.execPath, join(folder, 'node'));
    const cache = join(folder, 'kept');
    const more = { NODE_COMPILE_CACHE: cache, PATH: `${folder}:${process.env.PATH}` };
    const start = (others: NodeJS.ProcessEnv = {}) => servedBy(command, ['--stdio'], { ...more, ...others });
    const isFromKept = ({ started }: { started: string[] | null }): boolean | null => started?.includes('--snapshot-blob') ?? null;

    const plain = await start();
    assert.ok(plain.diagnostics.length > 3);
    assert.notEqual(isFromKept(plain), true);
    const { status, stdout } = emh(['serve', '--prepare'], more);
    assert.equal(status, 0);
    const path = stdout.trim();
    const kept = await start();
    assert.notEqual(isFromKept(kept), false);
    assert.deepEqual([kept.diagnostics, kept.code, kept.complaints], [plain.diagnostics, 0, '']);
    assert.equal(existsSync(`${path}.starting`), false);

    // Where that is older than Node it does not fit, until the command has looked more closely and found that it does.
    const isStraight = (): boolean => {
      // Without the command there is nothing to fall back to.
      const { status } = spawnSync(command, ['--stdio'], { env: { ...env, ...more, PATH: '/nowhere' }, input: '' });
      rmSync(`${path}.starting`, { force: true });
      return status !== 127;
    };
    assert.equal(isStraight(), true);
    utimesSync(path, 1, 1);
    assert.equal(isStraight(), false);
    assert.notEqual(isFromKept(await start()), false);
    assert.equal(isStraight(), true);

    for (const others of [{ NODE_DISABLE_COMPILE_CACHE: '1' }, { NODE_OPTIONS: '--no-warnings' }]) {
      const own = await start(others);
      assert.notEqual(isFromKept(own), true);
      assert.deepEqual(own.diagnostics, plain.diagnostics);
    }
    assert.match(spawnSync(command, ['--stdin'], { encoding: 'utf8', env: { ...env, ...more } }).stderr, /unknown option|--stdin/);
  });

  it('goes on when a new version is installed meanwhile, also with other settings', async () => {
    const folder = folderWith({});
    for (const name of ['serve.cjs', 'packs.cjs']) copyFileSync(join(root, 'dist', name), join(folder, name));
    const child = spawn(process.execPath, [join(folder, 'serve.cjs'), '--stdio'], { env });
    const client = new TestClient(createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)));
    await client.initialize({});
    await client.connection.sendNotification('initialized', {});
    rmSync(join(folder, 'packs.cjs'));
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { emh: { severities: { 'level-drift': 'off' } } },
    });
    const told = new Promise<PublishDiagnosticsParams>((resolve) =>
      client.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => resolve(params)),
    );
    await client.open(readFileSync(EXAMPLE, 'utf8'), 'emh', 'file:///example.emh');
    const rules = (await told).diagnostics.map(({ code }) => code);
    assert.ok(rules.length > 3);
    assert.equal(rules.includes('level-drift'), false);
    const exit = once(child, 'exit');
    await client.shutdown();
    await client.connection.sendNotification('exit');
    assert.deepEqual(await exit, [0, null]);
  });

  it('keeps nothing for who wants nothing kept, and serves all the same', async () => {
    const more = { NODE_DISABLE_COMPILE_CACHE: '1', NODE_COMPILE_CACHE: join(home, 'none') };
    const { status, stderr } = emh(['serve', '--prepare'], more);
    assert.equal(status, 2);
    assert.equal(stderr, 'emh: a started server cannot be kept here; it starts without\n');
    const { diagnostics, started } = await served(more);
    assert.ok(diagnostics.length > 3);
    assert.equal(started?.includes('--snapshot-blob') ?? false, false);
    assert.equal(existsSync(join(home, 'none')), false);
  });
});
