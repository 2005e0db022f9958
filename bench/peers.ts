// Linters of prose on texts of an archive: node bench/peers.ts FOLDER NAME ARCHIVE COUNT. Prints one line of JSON. Started by batch.ts, each
// in a process of its own.
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

// biome-ignore lint/suspicious/noExplicitAny: packages that are not here have no types here.
type Call = any;
type Check = (text: string) => unknown;

const TEXTLINT_RULES = ['max-comma', 'no-todo', 'alex'];

/** Makes the check of a peer from its package. */
const PEERS: Readonly<Record<string, { readonly name: string; make(loaded: Call, folder: string): Promise<Check> }>> = {
  textlint: {
    name: `textlint, ${TEXTLINT_RULES.length} rules`,
    async make(textlint, folder) {
      const own = mkdtempSync(join(tmpdir(), 'emh-textlint-'));
      const configFilePath = join(own, '.textlintrc.json');
      writeFileSync(configFilePath, JSON.stringify({ rules: Object.fromEntries(TEXTLINT_RULES.map((id) => [id, true])) }));
      const descriptor = await textlint.loadTextlintrc({ configFilePath, node_modulesDir: join(folder, 'node_modules') });
      rmSync(own, { recursive: true });
      const linter = textlint.createLinter({ descriptor });
      return (text) => linter.lintText(text, 'report.md');
    },
  },
  'write-good': { name: 'write-good', make: async (writeGood) => (text) => writeGood.default(text) },
  alex: { name: 'alex', make: async (alex) => (text) => alex.text(text) },
};

export const PEER_NAMES: readonly string[] = Object.keys(PEERS);

/** What one peer took for texts, in seconds of all processors; what it took to start is left out, as the first tenth of them is. */
export interface PeerTime {
  readonly name: string;
  readonly texts: number;
  readonly wall: number;
  readonly cpu: number;
}

if (process.argv[1] === import.meta.filename) {
  const [folder = '', name = '', archive = '', count = '0'] = process.argv.slice(2);
  console.log(JSON.stringify(await timeOf(folder, name, archive, Number(count))));
}

async function timeOf(folder: string, id: string, archive: string, count: number): Promise<PeerTime | null> {
  const peer = PEERS[id];
  const require = createRequire(join(folder, 'x.js'));
  let loaded: Call;
  try {
    // Some are modules that say where they begin in `exports` alone.
    loaded = await import(resolved(require, id, folder));
  } catch {
    return null;
  }
  if (peer === undefined) return null;
  const check = await peer.make(loaded, folder);
  const texts: string[] = [];
  for await (const line of createInterface({ input: createReadStream(archive) })) {
    texts.push((JSON.parse(line) as { text: string }).text);
    if (texts.length === count) break;
  }
  for (const text of texts.slice(0, count / 10)) await check(text);
  const [start, used] = [performance.now(), process.cpuUsage()];
  for (const text of texts) await check(text);
  const { user, system } = process.cpuUsage(used);
  return { name: peer.name, texts: texts.length, wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
}

function resolved(require: NodeJS.Require, id: string, folder: string): string {
  try {
    return require.resolve(id);
  } catch {
    return join(folder, 'node_modules', id, 'index.js');
  }
}
