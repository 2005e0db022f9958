import { type ClientCapabilities, type Connection, TextDocuments } from 'vscode-languageserver';
import { type Assist, createAssist } from '../language/assist/assist.ts';
import type { Language, Snapshot } from '../language/language.ts';
import { OpenDocument } from './document.ts';
import type { Environment, Severities } from './environment.ts';

/** A document's version with what was read of it. */
export interface Opened {
  readonly document: OpenDocument;
  readonly snapshot: Snapshot;
  readonly language: Language;
  readonly assist: Assist;
  /** Names this reading among all of the session. */
  readonly id: string;
}

/** Documents, language and settings of one client. */
export class Session {
  readonly connection: Connection;
  readonly environment: Environment;
  readonly documents = new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) => new OpenDocument(uri, languageId, version, text),
    update: (document, changes, version) => document.update(changes, version),
  });
  capabilities: ClientCapabilities = {};
  #severities: Severities = {};
  #made: { language: Language; assist: Assist } | null = null;
  #opened = new Map<string, Opened>();
  #count = 0;

  constructor(connection: Connection, environment: Environment) {
    this.connection = connection;
    this.environment = environment;
    this.documents.onDidClose(({ document }) => this.#opened.delete(document.uri));
  }

  /** The newest version of a report or template with its snapshot; undefined for what is not open or no report. */
  opened(uri: string): Opened | undefined {
    const document = this.documents.get(uri);
    if (document === undefined || document.languageId === 'emhr') return undefined;
    const before = this.#opened.get(uri);
    if (before?.document === document) return before;
    const { language, assist } = this.#current();
    const opened: Opened = { document, snapshot: language.read(document.text), language, assist, id: String(++this.#count) };
    this.#opened.set(uri, opened);
    return opened;
  }

  /** The language with the current settings, made on first use. */
  get language(): Language {
    return this.#current().language;
  }

  /** Sets rule severities; true where that changes anything. */
  setSeverities(severities: Severities): boolean {
    if (JSON.stringify(severities) === JSON.stringify(this.#severities)) return false;
    this.#severities = severities;
    this.#made = null;
    this.#opened.clear();
    return true;
  }

  #current(): { language: Language; assist: Assist } {
    this.#made ??= this.#make();
    return this.#made;
  }

  #make(): { language: Language; assist: Assist } {
    const language = this.environment.createLanguage(this.#severities);
    for (const { file, line, message } of language.problems)
      this.connection.console.warn(`${file}${line > 0 ? `:${line}` : ''}: ${message}`);
    return { language, assist: createAssist(language.lexicon, language.rules) };
  }
}
