import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ClientCapabilities, Range } from 'vscode-languageserver-protocol';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { BUNDLES, buildBundles } from '../../scripts/build.ts';
import { root } from '../../scripts/root.ts';
import { OpenDocument } from '../../server/document.ts';
import { TestClient } from './client.ts';

/** The command as it is shipped, and the server beside it. */
const BUILT = 'dist/cli.cjs';
const PARTS = [BUILT, 'dist/serve.cjs'];

/** A language server as a person installs it, in a process of its own, with what a test asks of it. */
export class BuiltServer {
  readonly client: TestClient;
  readonly #ended: Promise<unknown>;
  #count = 0;

  private constructor(client: TestClient, ended: Promise<unknown>) {
    this.client = client;
    this.#ended = ended;
  }

  /** Builds `emh`, starts `emh serve --stdio` and initializes it. */
  static async start(capabilities: ClientCapabilities, options?: unknown): Promise<BuiltServer> {
    await buildBundles({ bundles: BUNDLES.filter(({ out }) => PARTS.includes(out)) });
    const child = spawn(process.execPath, [join(root, BUILT), 'serve', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const client = new TestClient(createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)));
    await client.initialize(capabilities, options);
    await client.connection.sendNotification('initialized', {});
    return new BuiltServer(client, once(child, 'exit'));
  }

  /** Opens a text in which `|` is the cursor, where there is one. `ending` says what it is: a report or rules. */
  async open(marked: string, ending: 'emh' | 'emhr' = 'emh'): Promise<Marked> {
    const offset = marked.indexOf('|');
    const text = offset < 0 ? marked : marked.slice(0, offset) + marked.slice(offset + 1);
    const uri = `file:///marked-${++this.#count}.${ending}`;
    await this.client.open(text, ending, uri);
    return new Marked(this.client, new OpenDocument(uri, ending, 1, text), offset);
  }

  /** Ends it as an editor does; the exit code and signal. */
  async end(): Promise<unknown> {
    await this.client.shutdown();
    await this.client.connection.sendNotification('exit');
    return this.#ended;
  }
}

/** An open text with its cursor. Answers that are places read `line: words`, with lines counted from 1. */
export class Marked {
  readonly uri: string;
  readonly #client: TestClient;
  readonly #document: OpenDocument;
  readonly #offset: number;

  constructor(client: TestClient, document: OpenDocument, offset: number) {
    this.uri = document.uri;
    this.#client = client;
    this.#document = document;
    this.#offset = offset;
  }

  /** What a request about the whole text is answered. */
  ask<T>(method: string, more: object = {}): Promise<T> {
    return this.#client.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri: this.uri }, ...more });
  }

  /** What a request at the cursor is answered. */
  at<T>(method: string, more: object = {}): Promise<T> {
    assert.ok(this.#offset >= 0, 'no cursor in the text');
    return this.ask<T>(method, { position: this.#document.positionAt(this.#offset), ...more });
  }

  /** The range of the whole text. */
  get whole(): Range {
    return this.#document.rangeOf({ start: 0, end: this.#document.text.length });
  }

  /** The empty range at the cursor. */
  get here(): Range {
    return this.#document.rangeOf({ start: this.#offset, end: this.#offset });
  }

  /** `4: mass` */
  words = (range: Range): string => {
    const { start, end } = this.#document.spanOf(range);
    return `${range.start.line + 1}: ${this.#document.text.slice(start, end)}`;
  };

  /** The text after edits. */
  edited(edits: readonly { readonly range: Range; readonly newText: string }[]): string {
    const spans = edits.map(({ range, newText }) => ({ ...this.#document.spanOf(range), newText })).sort((a, b) => b.start - a.start);
    return spans.reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), this.#document.text);
  }
}
