import { type Extension, extensions } from 'vscode';
import { when } from '../suite/when.ts';
import { type Taken, toLine } from './times.ts';

const EMPTY = 'emh-report.empty';
const OURS = 'emh-report.emh-report';

/** What an extension host calls: how long it takes to load and activate the extension, and an empty one. */
export async function run(): Promise<void> {
  await measure().catch((error: unknown) => {
    console.log(`not measured: ${String(error)}`);
    throw error;
  });
}

async function measure(): Promise<void> {
  // The first extension that a host activates pays for what all need.
  const other = extensions.all.find(({ id, isActive, packageJSON }) => id.startsWith('vscode.') && !isActive && isCode(packageJSON));
  await other?.activate().then(undefined, () => undefined);
  const names = Date.now() % 2 === 1 ? [EMPTY, OURS] : [OURS, EMPTY];
  const times = new Map<string, Taken>();
  for (const name of names) {
    const find = () => extensions.getExtension(name);
    times.set(name, await timed(await when(extensions.onDidChange, find, () => name)));
  }
  const [empty, ours] = [times.get(EMPTY), times.get(OURS)];
  if (empty !== undefined && ours !== undefined) console.log(toLine({ empty, ours }));
}

const isCode = (manifest: { main?: string; browser?: string }): boolean => manifest.main !== undefined || manifest.browser !== undefined;

async function timed(extension: Extension<unknown>): Promise<Taken> {
  if (extension.isActive) throw new Error(`${extension.id} is active already`);
  // A web host cannot tell how busy it was.
  const used = typeof process === 'undefined' ? undefined : process.cpuUsage();
  const start = performance.now();
  await extension.activate();
  const ms = performance.now() - start;
  const spent = used === undefined ? null : process.cpuUsage(used);
  return { ms, cpuMs: spent === null ? null : (spent.user + spent.system) / 1000 };
}
