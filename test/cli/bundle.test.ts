import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Source } from '../../language/language.ts';
import * as generated from '../../packs/emh.generated.ts';
import { BUNDLES, LEANER, optionsOf } from '../../scripts/build.ts';
import { root } from '../../scripts/root.ts';
import { packsLines } from '../../scripts/shared-packs.ts';

/** The sources that go into a file of `dist/`, and what it loads from beside itself. */
async function partsOf(out: string): Promise<{ readonly inputs: readonly string[]; readonly loads: readonly string[] }> {
  const bundle = BUNDLES.find((each) => each.out === out);
  assert.ok(bundle !== undefined, out);
  const { metafile } = await build({ ...optionsOf(bundle, true), write: false, metafile: true });
  const output = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint === bundle.entry);
  const inputs = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return {
    inputs: inputs.map(([path]) => path),
    loads: (output?.imports ?? []).map(({ path }) => path).filter((path) => path.startsWith('.')),
  };
}

const isServer = (path: string): boolean => path.startsWith('server/features/');
const isChart = (path: string): boolean => path.includes('node_modules/echarts/');

describe('the bundle of the command', () => {
  it('starts without charts and the server, which stand in files beside it', async function () {
    this.timeout(60_000);
    const command = await partsOf('dist/cli.cjs');
    assert.deepEqual(command.inputs.filter(isChart), []);
    assert.deepEqual([...command.loads].sort(), ['./serve.cjs', './stats.cjs']);
    assert.deepEqual(command.inputs.filter(isServer), []);
    const stats = await partsOf('dist/stats.cjs');
    assert.ok(stats.inputs.some(isChart));
    // Of all kinds of charts, those that are drawn.
    assert.deepEqual(
      stats.inputs.filter((path) => /echarts\/lib\/chart\/(?:pie|map|graph|tree|candlestick)\//.test(path)),
      [],
    );
  });
});

describe('the servers', () => {
  for (const out of ['dist/node/server-main.cjs', 'dist/browser/server.js', 'dist/serve.cjs'])
    it(`do not hold lexicon and rules a second time: ${out}`, async function () {
      this.timeout(60_000);
      const bundle = BUNDLES.find((each) => each.out === out);
      assert.ok(bundle !== undefined);
      const { outputFiles } = await build({ ...optionsOf(bundle, true), write: false });
      assert.equal(outputFiles.length, 1);
      // A sentence of each that stands nowhere else.
      const text = outputFiles[0]?.text ?? '';
      for (const own of ['Compression without a note of whom was told', '"category":"heading"'])
        assert.equal(text.replaceAll('\\"', '"').includes(own), false, own);
    });

  it('have them in lines of their own, from which both read', async () => {
    const lines = await packsLines();
    const { packs, rules, templates, trie, spelt, compiled } = generated;
    const read = new Function(`${lines}\nreturn [JSON.parse(emhPacks), emhCompiled, JSON.parse(emhTexts)];`) as () => unknown;
    const [ofRules, ofTemplates] = [rules as Source[], templates as Source[]];
    const names = (sources: readonly Source[]): string[] => sources.map(({ name }) => name);
    const texts = [...ofRules, ...ofTemplates].map(({ text }) => text);
    assert.deepEqual(read(), [{ packs, trie, spelt, rules: names(ofRules), templates: names(ofTemplates) }, compiled(), texts]);
  });
});

describe('what is left out of libraries', () => {
  const files = ['vscode-jsonrpc', 'vscode-languageclient', 'vscode-languageserver', 'vscode-languageserver-protocol', 'chevrotain']
    .map((name) => join(root, 'node_modules', name))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path))))
    .filter((path) => path.endsWith('.js'));
  for (const { files: own, from } of LEANER)
    it(`is still in them: ${from}`, () => assert.ok(files.some((path) => own.test(path) && readFileSync(path, 'utf8').includes(from))));
});
