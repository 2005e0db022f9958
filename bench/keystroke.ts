// What a person waits for at each key: from the change to the diagnostics of that version, and to the completion asked for right behind it,
// beside an echo server in the same run. Ratios, not milliseconds.
//   npm run bench:keystroke [-- LINES ...]
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const root = join(import.meta.dirname, '..');
const SERVER = join(root, 'dist/node/server.cjs');
const ECHO = join(root, 'bench/echo-server.mjs');
const KEYS = 120;
const WARM_UP = 20;
const uri = 'file:///bench.emh';

const reports = readdirSync(join(root, 'examples'))
  .filter((name) => name.endsWith('.emh') && !name.includes('flawed'))
  .map((name) => readFileSync(join(root, 'examples', name), 'utf8').trim());

/** Reports of the examples, one behind the other, so many lines of them. */
function manyReports(lines: number): string {
  const all: string[] = [];
  for (let i = 0; all.length < lines; i++) all.push(...(reports[i % reports.length] ?? '').split('\n'), '---');
  return `${all.slice(0, lines).join('\n')}\n`;
}

/** One report with so many lines of findings. */
function oneReport(lines: number): string {
  const level = (i: number): string => `T${1 + (i % 12)}`;
  const sentences = [
    (i: number) => `Extradural mass at ${level(i)}, T1 isointense to cord.`,
    (i: number) => `Spinal canal: Canal narrowing and cord compression at ${level(i)}.`,
    (i: number) => `Ribs: Expanded posterior ribs on the left at ${level(i)}.`,
    (i: number) => `Paraspinal: Right paraspinal mass at ${level(i)} measuring 3.2 x 2.1 cm.`,
    () => 'The liver is normal in size.',
  ];
  const findings = Array.from({ length: lines - 6 }, (_, i) => sentences[i % sentences.length]?.(i) ?? '');
  return [
    'Exam: MRI thoracic spine',
    '',
    'FINDINGS',
    ...findings,
    '',
    'IMPRESSION',
    '1. Extradural masses with cord compression.',
    '',
  ].join('\n');
}

interface Times {
  readonly diagnostics: number[];
  readonly completion: number[];
}

class Client {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  #waiting: ((params: PublishDiagnosticsParams) => void) | null = null;
  #version = 1;

  constructor(command: readonly string[]) {
    this.#process = spawn(process.execPath, command);
    this.connection = createProtocolConnection(new StreamMessageReader(this.#process.stdout), new StreamMessageWriter(this.#process.stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      if (params.version === undefined || params.version >= this.#version) this.#waiting?.(params);
    });
    this.connection.listen();
  }

  /** Milliseconds from the text's arrival to its first diagnostics. */
  async open(text: string): Promise<number> {
    await this.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    void this.connection.sendNotification('initialized', {});
    const start = performance.now();
    const come = this.#diagnostics();
    void this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'emh', version: 1, text } });
    await come;
    return performance.now() - start;
  }

  /** Types a letter, or takes it back, at a place, and waits for the diagnostics and for a completion. */
  async key(line: number, character: number, isBack: boolean): Promise<{ diagnostics: number; completion: number }> {
    this.#version++;
    const position = { line, character };
    const range = { start: position, end: isBack ? { line, character: character + 1 } : position };
    const start = performance.now();
    const since = (): number => performance.now() - start;
    const come = this.#diagnostics().then(since);
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: this.#version },
      contentChanges: [{ range, text: isBack ? '' : 'x' }],
    });
    const completed = this.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position }).then(since);
    return { diagnostics: await come, completion: await completed };
  }

  end(): void {
    this.#process.kill();
  }

  #diagnostics(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting = () => {
        this.#waiting = null;
        resolve();
      };
    });
  }
}

async function measure(command: readonly string[], text: string): Promise<Times & { readonly first: number }> {
  const client = new Client(command);
  const first = await client.open(text);
  const lines = text.split('\n');
  const places = [0.05, 0.5, 0.95].map((part) => {
    const from = Math.floor(part * lines.length);
    const line = lines.findIndex((words, i) => i >= from && /^[A-Z][\w ]+: .*\.$/.test(words));
    return { line: Math.max(line, 0), character: (lines[Math.max(line, 0)] ?? '').length };
  });
  const times: Times = { diagnostics: [], completion: [] };
  for (let i = 0; i < KEYS + WARM_UP; i++) {
    const { line, character } = places[(i >> 1) % places.length] ?? { line: 0, character: 0 };
    const { diagnostics, completion } = await client.key(line, character, i % 2 === 1);
    if (i >= WARM_UP) {
      times.diagnostics.push(diagnostics);
      times.completion.push(completion);
    }
    // Keys of a person come out of idle.
    await new Promise((resolve) => setTimeout(resolve, 8));
  }
  client.end();
  return { ...times, first };
}

const at = (list: readonly number[], part: number): number => [...list].sort((a, b) => a - b)[Math.floor(part * (list.length - 1))] ?? 0;
const ratio = (own: number, echo: number): string => `${(own / echo).toFixed(1)} times`.padStart(11);

if (!existsSync(SERVER)) throw new Error('dist/node/server.cjs is not there: npm run build');
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 10);
console.log('a key to its diagnostics and to a completion, beside the echo server: p50, p95');
for (const [name, make] of [
  ['many reports', manyReports],
  ['one report', oneReport],
] as const)
  for (const size of sizes.length > 0 ? sizes : [100, 1000, 10000]) {
    const text = make(size);
    const echo = await measure([ECHO, '--stdio'], text);
    const own = await measure([SERVER, '--stdio'], text);
    const row = (key: keyof Times): string => ratio(at(own[key], 0.5), at(echo[key], 0.5)) + ratio(at(own[key], 0.95), at(echo[key], 0.95));
    const ms = `(diagnostics ${at(own.diagnostics, 0.5).toFixed(1)} ms, echo ${at(echo.diagnostics, 0.5).toFixed(1)} ms; first ${own.first.toFixed(0)} ms)`;
    console.log(
      `${name.padEnd(13)} ${String(size).padStart(6)} lines  diagnostics ${row('diagnostics')}   completion ${row('completion')}   ${ms}`,
    );
  }
