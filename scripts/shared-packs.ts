import type { Plugin } from 'esbuild';

// Lexicon, rules and templates are more than half of each server of the extension. They are in the package once: in the first line of
// the server for browsers, which must be one file. The server for Node reads that line, and that of the command a file of it.

const HEAD = 'var emhPacks=JSON.parse(';
const TAIL = ');';

/** The first line of the server for browsers. To be called when the packs have been generated. */
export async function packsLine(): Promise<string> {
  const { packs, rules, templates, trie, spelt, compiled } = await import('../packs/emh.generated.ts');
  return HEAD + JSON.stringify(JSON.stringify({ packs, rules, templates, trie, spelt, compiled })) + TAIL;
}

const EXPORTS = 'export const { packs, rules, templates, trie, spelt, compiled } =';

/** In a bundle that has that line: takes them from there. */
export const packsAbove = (): Plugin => inPlace(`${EXPORTS} emhPacks;`);

/** In a bundle for Node: reads them from there; `path` leads from it to the server for browsers. */
export const packsFrom = (path: string): Plugin =>
  inPlace(`import { readFileSync } from 'node:fs';
import { join } from 'node:path';
const read = (text) => JSON.parse(JSON.parse(text.slice(${HEAD.length}, text.indexOf('\\n') - ${TAIL.length})));
${EXPORTS} read(readFileSync(join(__dirname, ${JSON.stringify(path)}), 'utf8'));`);

/** A module that stands for the generated one. */
const inPlace = (contents: string): Plugin => ({
  name: 'shared packs',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]packs[\\/]emh.generated.ts$/ }, () => ({ contents, loader: 'js' }));
  },
});
