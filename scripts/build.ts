import { chmodSync, copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Format, type Plugin } from 'esbuild';
import { serveScript } from '../cli/snapshot-start.ts';
import { generatePacks } from './generate-packs.ts';
import { generatePage } from './generate-page.ts';
import { isStarted, root } from './root.ts';
import { runNode } from './run.ts';
import { packsAbove, packsFrom, packsLines } from './shared-packs.ts';

/** One file of `dist/` and what it is made from. */
interface Bundle {
  readonly entry: string;
  readonly out: string;
  readonly platform: 'node' | 'browser';
  readonly format: Format;
}

const CLI = 'dist/cli.cjs';
/** What `emh` starts: the command's file takes long to load where nothing is kept of it. */
const LAUNCH = 'dist/emh.cjs';
/** The two servers of the extension, which share what they know. */
const WORKER = 'dist/browser/server.js';
const SERVER = 'dist/node/server-main.cjs';
/** `emh-report/check`, and its types, which are a source that stands alone. */
const LIBRARY = { entry: 'cli/library/check.ts', out: 'dist/check.cjs', platform: 'node', format: 'cjs' } as const;
const LIBRARY_TYPES = { from: 'cli/library/public.ts', to: 'dist/check.d.cts' };

/** The server of the command, apart: an editor starts it without the rest. */
const SERVE = { entry: 'server/node/main.ts', out: 'dist/serve.cjs' };
/** What that server knows: it starts sooner where this is no part of its program. */
const PACKS = 'dist/packs.cjs';

/** What editors start where there is a shell. */
const SERVE_SCRIPT = { from: 'cli/emh-serve.sh', to: 'dist/emh-serve' };

/** What the command loads only for its page of statistics: charts take longer to load than all the rest. */
const STATS = { entry: 'cli/stats/page.ts', out: 'dist/stats.cjs' };

export const BUNDLES: readonly Bundle[] = [
  { entry: 'client/node/extension.ts', out: 'dist/node/client.cjs', platform: 'node', format: 'cjs' },
  { entry: 'server/node/launch.ts', out: 'dist/node/server.cjs', platform: 'node', format: 'cjs' },
  { entry: 'server/node/main.ts', out: SERVER, platform: 'node', format: 'cjs' },
  { entry: 'client/browser/extension.ts', out: 'dist/browser/client.js', platform: 'browser', format: 'cjs' },
  { entry: 'server/browser/main.ts', out: WORKER, platform: 'browser', format: 'iife' },
  { entry: 'client/webview/panel.ts', out: 'dist/browser/panel.js', platform: 'browser', format: 'iife' },
  { entry: 'cli/launch.ts', out: LAUNCH, platform: 'node', format: 'cjs' },
  { entry: 'cli/main.ts', out: CLI, platform: 'node', format: 'cjs' },
  LIBRARY,
  { ...SERVE, platform: 'node', format: 'cjs' },
  { ...STATS, platform: 'node', format: 'cjs' },
];

/** Names the version for code that shows it, such as `emh --version`. */
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** Written before everything else, so that an old Node says what it lacks and not where it stumbled over newer syntax. */
const CLI_BANNER = `#!/usr/bin/env node
var emhNode = process.versions.node.split('.');
if (+emhNode[0] < 22) { console.error('emh needs Node 22 or newer; this is Node ' + process.versions.node + '.'); process.exit(2); }`;

/** Makes the given bundles, or all; `minify` for what is shipped. Throws where one does not build. */
export async function buildBundles({ minify = false, bundles = BUNDLES } = {}): Promise<void> {
  generatePacks();
  generatePage();
  if (bundles === BUNDLES) rmSync(join(root, 'dist'), { recursive: true, force: true });
  await Promise.all(
    bundles.map(async (bundle) => {
      const options = optionsOf(bundle, minify);
      await build(bundle.out === WORKER ? { ...options, banner: { js: await packsLines() } } : options);
      writeInAscii(join(root, bundle.out));
    }),
  );
  if (bundles.some(({ out }) => out === SERVE.out)) {
    writeFileSync(join(root, PACKS), `${await packsLines()}\n`);
    writeInAscii(join(root, PACKS));
    const lines = readFileSync(join(root, SERVE_SCRIPT.from), 'utf8');
    writeFileSync(join(root, SERVE_SCRIPT.to), serveScript(lines, join(root, 'dist')), { mode: 0o755 });
  }
  for (const { out } of bundles.filter(({ out }) => isCommand(out))) chmodSync(join(root, out), 0o755);
  if (bundles.some(({ out }) => out === LIBRARY.out)) copyFileSync(join(root, LIBRARY_TYPES.from), join(root, LIBRARY_TYPES.to));
}

/** How esbuild makes a bundle. */
export function optionsOf({ entry, out, platform, format }: Bundle, minify: boolean): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    platform,
    format,
    minify,
    target: targetOf(out, platform),
    // The protocol packages name their browser files by these.
    ...(platform === 'browser'
      ? { mainFields: ['browser', 'module', 'main'], conditions: ['browser'] }
      : { mainFields: ['module', 'main'] }),
    external: ['vscode'],
    plugins: [...pluginsOf(out), leanLibraries],
    sourcemap: minify ? false : 'linked',
    legalComments: 'none',
    define: { 'process.env.EMH_VERSION': JSON.stringify(version) },
    ...(isCommand(out) ? { banner: { js: CLI_BANNER } } : {}),
    logLevel: 'warning',
  };
}

function pluginsOf(out: string): Plugin[] {
  if (out === CLI) return [apart];
  if (out === WORKER) return [packsAbove()];
  if (out === SERVE.out) return [packsFrom(basename(PACKS))];
  return out === SERVER ? [packsFrom('../browser/server.js')] : [];
}

/**
 * The bundler leaves letters beyond ASCII in regular expressions and comments. One of them makes the engine hold the whole program in two bytes a
 * letter: megabytes, and a slower start.
 */
function writeInAscii(file: string): void {
  const text = readFileSync(file, 'utf8');
  if (/\\[^\0-\x7f]/.test(text)) throw new Error(`${file}: a backslash before a letter beyond ASCII cannot be kept`);
  const ascii = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (ascii !== text) writeFileSync(file, ascii);
}

/** Words in the files of a library that cost a start much and give us nothing, with others to stand in their place. */
interface Leaner {
  readonly files: RegExp;
  readonly from: string;
  readonly to: string;
}

const OF_PROTOCOL = /[\\/]vscode-(?:jsonrpc|languageclient|languageserver(?:-protocol)?)[\\/]lib[\\/].*\.js$/;
const LEXER = /[\\/]chevrotain[\\/]lib[\\/]src[\\/]scan[\\/]lexer\.js$/;

export const LEANER: readonly Leaner[] = [
  // Each name of one file is handed on to the next by a function that fetches it, through up to four files: thousands of functions, made at every
  // start. No name changes its value after its file is loaded, so that it can be copied.
  {
    files: OF_PROTOCOL,
    from: 'if (k2 === undefined) k2 = k;',
    to: 'if (k2 === undefined) k2 = k; if (m.__esModule) return void (o[k2] = m[k]);',
  },
  // The same for all names of Node or VS Code, in each file that uses one.
  ...['fs', 'os', 'path', 'url', 'vscode'].map((name) => ({
    files: OF_PROTOCOL,
    from: `__importStar(require("${name}"))`,
    to: `require("${name}")`,
  })),
  // To name a pipe that nobody asks for, and to look for packages that nobody has, more than twenty modules of Node would be loaded.
  {
    files: /[\\/]vscode-jsonrpc[\\/]lib[\\/]node[\\/]main\.js$/,
    from: 'const crypto_1 = require("crypto");',
    to: 'const crypto_1 = { randomBytes: (size) => require("crypto").randomBytes(size) };',
  },
  {
    files: /[\\/]vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/,
    from: 'const child_process_1 = require("child_process");',
    to: 'const child_process_1 = { get fork() { return require("child_process").fork; }, get spawnSync() { return require("child_process").spawnSync; } };',
  },
  // A table of half a megabyte, of what is as soon calculated: of letters beyond Latin, few of which a report has.
  { files: LEXER, from: ': charCodeToOptimizedIdxMap[charCode];', to: ': 255 + ~~(charCode / 255);' },
  { files: LEXER, from: 'if (charCodeToOptimizedIdxMap.length === 0) {', to: 'if (false) {' },
];

const leanLibraries: Plugin = {
  name: 'lean libraries',
  setup({ onLoad }) {
    onLoad({ filter: new RegExp(`${OF_PROTOCOL.source}|${LEXER.source}`) }, ({ path }) => {
      let contents = readFileSync(path, 'utf8');
      for (const { files, from, to } of LEANER) if (files.test(path)) contents = contents.replace(from, () => to);
      return { contents, loader: 'js' };
    });
  },
};

/** Leaves the server and the page of statistics to the files beside the command's. */
const apart: Plugin = {
  name: 'apart',
  setup({ onResolve }) {
    for (const { entry, out } of [SERVE, STATS])
      onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) =>
        kind === 'dynamic-import' && join(resolveDir, path) === join(root, entry)
          ? { path: `./${basename(out)}`, external: true }
          : undefined,
      );
  },
};

/** VS Code 1.101 runs Node 22. The command's file must be readable by a Node that is too old to run it, for its first lines to say so. */
function targetOf(out: string, platform: Bundle['platform']): string {
  if (platform === 'browser') return 'es2022';
  return isCommand(out) ? 'node14.6' : 'node22';
}

const isCommand = (out: string): boolean => out === CLI || out === LAUNCH;

/** Those of `dist/` with their sizes, for a person. */
export function bundleSizes(): string {
  const made = BUNDLES.filter(({ out }) => existsSync(join(root, out)));
  return made.map(({ out }) => `${out} ${Math.round(statSync(join(root, out)).size / 1024)} kB`).join(', ');
}

if (isStarted(import.meta.filename)) {
  await buildBundles({ minify: process.argv.includes('--minify') });
  console.log(bundleSizes());
  // The first start is as quick as later ones then; where a system cannot keep a server, that is no failure of the build.
  await runNode(LAUNCH, ['serve', '--prepare'], false);
}
