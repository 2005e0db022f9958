import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { type Assist, createAssist } from '../language/assist/assist.ts';
import { createRuleAssist, type RuleAssist } from '../language/authoring/assist.ts';
import type { RuleFileReading } from '../language/authoring/reading.ts';
import { type LexiconReading, readLexiconFile } from '../language/authoring/vocabulary/reading.ts';
import type { Language } from '../language/language.ts';
import type { PackFile } from '../language/lexicon/pack-file.ts';
import { onePart, type Parts } from '../language/parts.ts';
import type { TemplateTrial } from '../language/template/run-examples.ts';
import type { Template } from '../language/template/template.ts';
import { NO_SETTINGS, type RuleSettings } from '../packs/rule-settings.ts';
import { OpenDocument } from './document.ts';
import { kindOf } from './document-kind.ts';
import type { Environment } from './environment.ts';
import { ruleFileName } from './features/rule-page.ts';
import { OpenedReport } from './opened.ts';
import { PositionEncodingKind, TextDocuments } from './protocol.ts';
import { ReportDiagnostics } from './report-diagnostics.ts';
import { type LoadedSite, Sites } from './site.ts';
import { Turns } from './turns.ts';

export type { Opened } from './opened.ts';

/** A rule file's version with what was read of it. */
export interface OpenedRules {
  readonly document: OpenDocument;
  readonly reading: RuleFileReading;
  readonly language: Language;
  readonly assist: RuleAssist;
  readonly id: string;
}

/** A template's version as a template, with what became of its examples. */
export interface OpenedTemplate {
  readonly document: OpenDocument;
  readonly language: Language;
  readonly template: Template;
  /** Runs them when first asked. */
  readonly trials: readonly TemplateTrial[];
}

/** A lexicon file's version with what was read of it. */
export interface OpenedLexicon {
  readonly document: OpenDocument;
  readonly vocabulary: LexiconReading;
  readonly language: Language;
  readonly id: string;
  /** Reads another text as this file. */
  parse(text: string): PackFile;
}

export interface Hints {
  readonly supportingFindings: boolean;
  readonly grades: boolean;
  readonly levels: boolean;
}

interface Made {
  readonly language: Language;
  readonly assist: Assist;
  readonly ruleAssist: RuleAssist;
}

/** Days since 1970-01-01: what reviews of templates are overdue by. */
const today = (): number => Math.floor(Date.now() / 86_400_000);

/** A template is read as a whole: its blank lines and headings part no reports. */
function partsOf(document: OpenDocument, language: Language, before: OpenedReport | null): Parts {
  if (kindOf(document) === 'template') return onePart(language.readTemplate({ name: document.uri, text: document.text }, today()));
  return before === null
    ? language.readParts(document.words)
    : language.readParts(document.words, before.parts, document.sameEnds(before.document));
}

/** Documents, languages (one for each site) and settings of one client. */
export class Session {
  readonly connection: Connection;
  readonly environment: Environment;
  readonly documents = new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) => new OpenDocument(uri, languageId, version, text, this.encoding),
    update: (document, changes, version) => document.update(changes, version),
  });
  readonly sites: Sites;
  readonly reportDiagnostics = new ReportDiagnostics();
  readonly turns: Turns;
  capabilities: ClientCapabilities = {};
  /** What `character` of positions counts. */
  encoding: PositionEncodingKind = PositionEncodingKind.UTF16;
  /** URIs of the folders that the client works in. */
  folders: readonly string[] = [];
  /** What the client said of the settings before it was asked. */
  givenSettings: Readonly<Record<string, unknown>> = {};
  /** Whether the client shows by itself what becomes of rule examples. */
  showsExamples = false;
  /** Whether the client shows a lens whose command has no name as words that cannot be pressed; to others a command must be known. */
  showsPlainLenses = false;
  /** Which hints are shown between the words. */
  hints: Hints = { supportingFindings: false, grades: false, levels: false };
  #settings: RuleSettings = NO_SETTINGS;
  #made = new Map<LoadedSite | null, Made>();
  #opened = new Map<string, OpenedReport>();
  #openedRules = new Map<string, OpenedRules>();
  #openedTemplates = new Map<string, OpenedTemplate>();
  #openedLexicons = new Map<string, OpenedLexicon>();
  /** Reads YAML; the parser is loaded when the first lexicon file is opened. */
  #readPack: ((file: string, text: string) => PackFile) | null = null;
  /** Reports of the workspace that are not open, by URI. */
  #closed = new Map<string, OpenedReport>();
  readonly #renewed: (() => void)[] = [];
  /** What was last asked for its folder: mostly the next is the same. */
  #asked: { readonly uri: string; readonly folder: string | undefined } = { uri: '', folder: undefined };
  #count = 0;

  constructor(connection: Connection, environment: Environment) {
    this.connection = connection;
    this.environment = environment;
    this.turns = new Turns(environment);
    this.sites = new Sites(environment.findSite);
    this.documents.onDidOpen(({ document }) => {
      if (this.#readPack === null && kindOf(document) === 'lexicon') void this.#loadParser();
    });
    this.documents.onDidClose(({ document }) => {
      this.#opened.delete(document.uri);
      this.#openedRules.delete(document.uri);
      this.#openedLexicons.delete(document.uri);
      this.#openedTemplates.delete(document.uri);
    });
  }

  /** The newest version of a report or template with its snapshot; undefined for what is not open or no report. */
  opened(uri: string): OpenedReport | undefined {
    const document = this.documents.get(uri);
    if (document === undefined) return undefined;
    const kind = kindOf(document);
    if (kind !== 'report' && kind !== 'template') return undefined;
    const { language, assist } = this.#madeFor(this.sites.at(this.folderOf(uri)));
    const before = this.#opened.get(uri);
    const isSameLanguage = before?.language === language;
    if (before?.document === document && isSameLanguage) return before;
    const parts = partsOf(document, language, isSameLanguage ? before : null);
    const opened = new OpenedReport(document, parts, language, assist, String(++this.#count));
    this.#opened.set(uri, opened);
    return opened;
  }

  /** A report that is not open, with its snapshot; the same as before where neither its text nor the language has changed. */
  closed(uri: string, text: string): OpenedReport {
    const { language, assist } = this.#madeFor(this.sites.at(this.folderOf(uri)));
    const before = this.#closed.get(uri);
    if (before?.document.text === text && before.language === language) return before;
    const document = new OpenDocument(uri, 'emh', 0, text, this.encoding);
    const opened = new OpenedReport(document, partsOf(document, language, null), language, assist, String(++this.#count));
    this.#closed.set(uri, opened);
    return opened;
  }

  /** The newest version of a rule file; undefined for what is not open or holds no rules. */
  openedRules(uri: string): OpenedRules | undefined {
    const document = this.documents.get(uri);
    if (document === undefined || kindOf(document) !== 'rules') return undefined;
    const { language, ruleAssist: assist } = this.#madeFor(this.sites.at(this.folderOf(uri)));
    const before = this.#openedRules.get(uri);
    const isSameLanguage = before?.language === language;
    if (before?.document === document && isSameLanguage) return before;
    const reading = language.readRules({ name: ruleFileName(uri), text: document.text }, isSameLanguage ? before.reading : null);
    const opened: OpenedRules = { document, reading, language, assist, id: String(++this.#count) };
    this.#openedRules.set(uri, opened);
    return opened;
  }

  /** The newest version of a template; undefined for what is not open or no template. */
  openedTemplate(uri: string): OpenedTemplate | undefined {
    const document = this.documents.get(uri);
    if (document === undefined || kindOf(document) !== 'template') return undefined;
    const { language } = this.#madeFor(this.sites.at(this.folderOf(uri)));
    const before = this.#openedTemplates.get(uri);
    if (before?.document === document && before.language === language) return before;
    const { templates } = language;
    const template = templates.read({ name: uri, text: document.text });
    let trials: readonly TemplateTrial[] | null = null;
    const opened: OpenedTemplate = {
      document,
      language,
      template,
      get trials() {
        trials ??= templates.trials(template);
        return trials;
      },
    };
    this.#openedTemplates.set(uri, opened);
    return opened;
  }

  /** The newest version of a lexicon file; undefined for what is not open or no lexicon, and before it has been waited for (`lookUpSite`). */
  openedLexicon(uri: string): OpenedLexicon | undefined {
    const document = this.documents.get(uri);
    const read = this.#readPack;
    const site = this.sites.at(this.folderOf(uri));
    if (document === undefined || read === null || kindOf(document) !== 'lexicon') return undefined;
    const bench = this.environment.bench?.(site?.site ?? null);
    if (bench === undefined) return undefined;
    const { language } = this.#madeFor(site);
    const before = this.#openedLexicons.get(uri);
    if (before?.document === document && before.language === language) return before;
    const parse = (text: string): PackFile => read(uri, text);
    const vocabulary = readLexiconFile(parse(document.text), bench);
    const opened: OpenedLexicon = { document, vocabulary, language, id: String(++this.#count), parse };
    this.#openedLexicons.set(uri, opened);
    return opened;
  }

  /** The language of a document, with the current settings. */
  languageOf(uri: string): Language {
    return this.languageOfSite(this.sites.at(this.folderOf(uri)));
  }

  /** Made on first use. */
  languageOfSite(site: LoadedSite | null): Language {
    return this.#madeFor(site).language;
  }

  /** Sets what a person set of the rules; true where that changes anything. */
  setSettings(settings: RuleSettings): boolean {
    if (JSON.stringify(settings) === JSON.stringify(this.#settings)) return false;
    this.#settings = settings;
    this.renew();
    return true;
  }

  /** Languages are made and documents read anew. */
  renew(): void {
    this.#made.clear();
    this.#opened.clear();
    this.#openedRules.clear();
    this.#openedLexicons.clear();
    this.#openedTemplates.clear();
    this.#closed.clear();
    this.reportDiagnostics.forgetAll();
    this.filesChanged();
  }

  /** Reports of the workspace have changed on disk. */
  filesChanged(): void {
    for (const renewed of this.#renewed) renewed();
  }

  /** Called whenever documents are to be read anew, or files have changed. */
  onRenewed(renewed: () => void): void {
    this.#renewed.push(renewed);
  }

  /** Looks for the site of a document, and for what reads it; null where there is nothing to wait for. */
  lookUpSite(uri: string): Promise<void> | null {
    const site = this.sites.lookUp(this.folderOf(uri));
    const document = this.documents.get(uri);
    if (this.#readPack !== null || document === undefined || kindOf(document) !== 'lexicon') return site;
    return Promise.all([site, this.#loadParser()]).then(() => undefined);
  }

  async #loadParser(): Promise<void> {
    const { readPackText } = await import('../packs/yaml-pack.ts');
    this.#readPack = readPackText;
  }

  /** The folder of a document; of one that is not saved yet, where the client works. */
  folderOf(uri: string): string {
    if (this.#asked.uri !== uri) this.#asked = { uri, folder: /^([a-z][\w+.-]*:\/\/.*)\/[^/]*$/is.exec(uri)?.[1] };
    return this.#asked.folder ?? this.folders[0] ?? '';
  }

  #madeFor(site: LoadedSite | null): Made {
    const before = this.#made.get(site);
    if (before !== undefined) return before;
    const language = this.environment.createLanguage(this.#settings, site?.site ?? null);
    // Those of a site are shown in its files.
    if (site === null)
      for (const { file, line, message } of language.problems)
        this.connection.console.warn(`${file}${line > 0 ? `:${line}` : ''}: ${message}`);
    const assist = createAssist(language.lexicon, language.rules);
    const made = { language, assist, ruleAssist: createRuleAssist(language.lexicon, assist, language.read) };
    this.#made.set(site, made);
    return made;
  }
}
