import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { root } from '../../scripts/root.ts';

/** A stretch of text with the innermost scope that a TextMate grammar gives it, without the language's ending. */
export interface Coloured {
  readonly start: number;
  readonly text: string;
  readonly scope: string;
}

const FILES: Readonly<Record<string, string>> = {
  'text.emh': 'grammars/emh.tmLanguage.json',
  'text.emh.template': 'grammars/emht.tmLanguage.json',
  'text.emh.rules': 'grammars/emhr.tmLanguage.json',
};

let registry: textmate.Registry | null = null;

async function loadGrammar(scopeName: string): Promise<textmate.IGrammar> {
  if (registry === null) {
    const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
    await oniguruma.loadWASM(readFileSync(wasm));
    registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async (scope) => {
        const path = FILES[scope];
        return path === undefined ? null : textmate.parseRawGrammar(readFileSync(join(root, path), 'utf8'), path);
      },
    });
  }
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`no grammar ${scopeName}`);
  return grammar;
}

/** What the editor's first colouring says of a text, as VS Code itself computes it. `start` counts from the text's beginning. */
export async function tokenize(text: string, scopeName = 'text.emh'): Promise<Coloured[]> {
  const grammar = await loadGrammar(scopeName);
  const coloured: Coloured[] = [];
  let stack = textmate.INITIAL;
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    for (const { startIndex, endIndex, scopes } of tokens) {
      const scope = scopes.at(-1) ?? '';
      if (scope !== scopeName)
        coloured.push({ start: lineStart + startIndex, text: line.slice(startIndex, endIndex), scope: scope.replace(/\.emhr?$/, '') });
    }
    stack = ruleStack;
    lineStart += line.length + 1;
  }
  return coloured;
}
