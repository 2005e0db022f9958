import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { shippedLanguage } from '../../cli/language.ts';
import { run } from '../../cli/run.ts';
import type { Language, Snapshot } from '../../language/language.ts';
import type { Diagnostic } from '../../language/text/diagnostic.ts';
import type { TextEdit } from '../../language/text/edit.ts';
import type { Span } from '../../language/text/span.ts';

/** What a person would have seen, and the exit code. */
export interface Seen {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface World {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** In the place of the shipped one. */
  readonly language?: Language;
}

/** Runs `emh` in this process. */
export async function emh(words: readonly string[], world: World = {}): Promise<Seen> {
  let out = '';
  let err = '';
  const screen = { ...(world.isTTY ? { isTTY: true } : {}), ...(world.columns !== undefined ? { columns: world.columns } : {}) };
  const { language } = world;
  const io = {
    env: world.env ?? {},
    cwd: world.cwd ?? process.cwd(),
    stdin: bytes(world.stdin ?? ''),
    stdout: { ...screen, write: (text: string) => (out += text) },
    stderr: { ...screen, write: (text: string) => (err += text) },
  };
  const code = await run(words, io, language === undefined ? shippedLanguage : async () => language);
  return { code, out, err };
}

async function* bytes(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof text === 'string' ? Buffer.from(text) : text;
}

/** A language that finds what a test says: what it is to say is worked out from the text. */
export function fakeLanguage(says: {
  readonly diagnostics?: (text: string) => readonly Diagnostic[];
  readonly syncEdits?: (text: string) => readonly TextEdit[];
}): Language {
  const read = (text: string): Snapshot => ({
    text,
    reports: [],
    links: [],
    understood: [],
    diagnostics: says.diagnostics?.(text) ?? [],
    syncEdits: says.syncEdits?.(text) ?? [],
  });
  return {
    lexicon: { terms: [], problems: [] } as unknown as Language['lexicon'],
    problems: [],
    rules: [],
    templates: {} as unknown as Language['templates'],
    off: [],
    read,
    readTemplate: ({ text }) => read(text),
    readParts: () => unused(),
    readRules: () => unused(),
    testRules: () => [],
    explain: () => [],
    itemFixes: () => [],
    format: () => [],
    formatLineBreak: () => [],
    refactor: () => [],
    explainChecks: ({ diagnostics }) => diagnostics,
  };
}

const unused = (): never => {
  throw new Error('not asked for by commands');
};

/** Where words stand in a text. Throws where they do not. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return { start, end: start + words.length };
}

/** A warning with nothing but what the test gives. */
export const warning = (range: Span, more: Partial<Diagnostic> = {}): Diagnostic => ({
  rule: 'some-rule',
  severity: 'warning',
  message: 'Something is wrong.',
  range,
  related: [],
  fixes: [],
  because: '',
  ...more,
});

/** A folder with these files, gone after the tests of the `describe` that it is called in. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'emh-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
