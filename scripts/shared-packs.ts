import type { Plugin } from 'esbuild';
import type { Source } from '../language/text/source.ts';

// Lexicon, rules and templates are more than half of each server of the extension. They are in the package once: in the first lines of
// the server for browsers, which must be one file. The server for Node reads those lines, and that of the command a file of them.
// A line is read when it is asked for: a start needs the words and the rules, and not what the files of rules and templates say. The file itself may be
// another one by then, when a new version is installed, so that the lines are held; but for a process that is kept to go on from, which is the smaller the better.

/** What each line gives a name: JSON in a string. */
const LINES = ['emhPacks', 'emhCompiled', 'emhTexts'] as const;

/** The first lines of the server for browsers. To be called when the packs have been generated. */
export async function packsLines(): Promise<string> {
  const { packs, rules, templates, trie, spelt, compiled } = await import('../packs/emh.generated.ts');
  const [ofRules, ofTemplates] = [rules as Source[], templates as Source[]];
  const names = (sources: readonly Source[]): string[] => sources.map(({ name }) => name);
  const texts = [...ofRules, ...ofTemplates].map(({ text }) => text);
  const lines = {
    emhPacks: JSON.stringify({ packs, trie, spelt, rules: names(ofRules), templates: names(ofTemplates) }),
    emhCompiled: compiled(),
    emhTexts: JSON.stringify(texts),
  };
  return LINES.map((name) => `${headOf(name)}${JSON.stringify(lines[name])};`).join('\n');
}

const headOf = (name: string): string => `var ${name}=`;

/** What stands for the generated module, given how each line is read. */
const EXPORTS = `
export const { packs, trie, spelt, ...names } = JSON.parse(read.emhPacks());
export const compiled = read.emhCompiled;
let texts;
const textAt = (i) => (texts ??= JSON.parse(read.emhTexts()))[i];
const sourcesOf = (names, from) => names.map((name, i) => ({ name, get text() { return textAt(from + i); } }));
export const rules = sourcesOf(names.rules, 0);
export const templates = sourcesOf(names.templates, names.rules.length);
`;

/** `read`, by the names of the lines. */
const readBy = (how: (name: string, i: number) => string): string =>
  `const read = { ${LINES.map((name, i) => `${name}: () => ${how(name, i)}`).join(', ')} };`;

/** In a bundle that has those lines: takes them from there. */
export const packsAbove = (): Plugin =>
  inPlace(`${readBy((name) => name)}
export const [hold, letGo] = [() => {}, () => {}];
${EXPORTS}`);

/** In a bundle for Node: reads them from there; `path` leads from it to the server for browsers. */
export const packsFrom = (path: string): Plugin =>
  inPlace(`import { readFileSync } from 'node:fs';
import { join } from 'node:path';
let held = null;
let sizes = null;
const readLines = () => {
  const bytes = readFileSync(join(__dirname, ${JSON.stringify(path)}));
  const lines = ${JSON.stringify(LINES.map(headOf))}.map((head) => {
    const at = bytes.indexOf(head) + head.length;
    return bytes.latin1Slice(at, bytes.indexOf('\\n', at) - 1);
  });
  if (sizes !== null && lines.some((line, i) => line.length !== sizes[i])) throw new Error('the program was replaced: start it again');
  sizes = lines.map((line) => line.length);
  return lines;
};
export const hold = () => void (held ??= readLines());
export const letGo = () => void (held = null);
hold();
${readBy((_, i) => `JSON.parse((held ?? readLines())[${i}])`)}
${EXPORTS}`);

/** A module that stands for the generated one. */
const inPlace = (contents: string): Plugin => ({
  name: 'shared packs',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]packs[\\/]emh.generated.ts$/ }, () => ({ contents, loader: 'js' }));
  },
});
