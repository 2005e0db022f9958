import { type RuleFileReading, readRules } from './authoring/reading.ts';
import { type ExplainedReport, explainReport } from './explain.ts';
import { formatRange, formatText } from './format/format.ts';
import { formatLineBreak } from './format/on-type.ts';
import { type FormatOptions, USUAL_FORMAT } from './format/options.ts';
import { type ItemFix, itemFixes } from './impression/item-fixes.ts';
import { linkImpression } from './impression/match.ts';
import { syncImpression } from './impression/sync.ts';
import { createLexicon } from './lexicon/create.ts';
import type { Lexicon, Problem } from './lexicon/lexicon.ts';
import type { Finding } from './meaning/finding.ts';
import type { Link } from './meaning/link.ts';
import { noteKinds } from './meaning/notes.ts';
import { readReport } from './meaning/read.ts';
import type { Report } from './meaning/report.ts';
import { createStatementReader } from './meaning/statement.ts';
import { type Parts, readParts } from './parts.ts';
import type { Prepared } from './prepared.ts';
import { createRefactor } from './refactor/refactor.ts';
import type { Refactoring } from './refactor/refactoring.ts';
import { checkReport } from './rules/check.ts';
import { compileRules } from './rules/compile.ts';
import type { CompiledRules, PhraseReader, Rule } from './rules/rule.ts';
import { readRuleText } from './rules/rule-text.ts';
import { type ExampleFailure, testRules } from './rules/test.ts';
import { readOutlines } from './syntax/outline.ts';
import { createStatementParser } from './syntax/parse.ts';
import { createTemplates, type Templates } from './templates.ts';
import type { SameEnds } from './text/common-ends.ts';
import type { Diagnostic } from './text/diagnostic.ts';
import type { TextEdit } from './text/edit.ts';
import { fold } from './text/fold.ts';
import { lazy } from './text/lazy.ts';
import type { LongText } from './text/long-text.ts';
import type { Source } from './text/source.ts';
import { contains, type Span } from './text/span.ts';
import { type Understood, understoodOf } from './understood.ts';

export type { Source } from './text/source.ts';
export type { Understood } from './understood.ts';

export interface LanguageOptions {
  /** Lexicon packs, parsed from YAML; later packs add to and override earlier ones. */
  readonly packs: readonly unknown[];
  /** Rule files (`.emhr`). */
  readonly rules: readonly Source[];
  /** Templates (`.emht`); of two of one name, the later stands for it. */
  readonly templates?: readonly Source[];
  /** Rule id -> severity or `off`. */
  readonly severities?: Readonly<Record<string, string>>;
  /** Parameter of rules (`spleen-mm`) -> its number, where it is not the rule's own. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** What formatting does, where it is not the usual. */
  readonly format?: Partial<FormatOptions>;
  /** What was found out beforehand of the very packs and rule files that come first here; others stand behind them. */
  readonly prepared?: { readonly of: Pick<LanguageOptions, 'packs' | 'rules'>; readonly text: Prepared };
  /** How many statements are kept as they were read, some kilobytes each; where it is missing, as many as an editor needs. */
  readonly statementsKept?: number;
}

/** One version of a text. Immutable; every part is computed on first use and kept. */
export interface Snapshot {
  readonly text: string;
  readonly reports: readonly Report[];
  readonly diagnostics: readonly Diagnostic[];
  /** What the impression's findings rest on, for each report. */
  readonly links: readonly (readonly Link[])[];
  readonly understood: readonly Understood[];
  /** The edits that bring every impression in line with its findings; empty when in sync. */
  readonly syncEdits: readonly TextEdit[];
}

export interface Language {
  readonly lexicon: Lexicon;
  /** What is wrong with the packs or rules it was made from. */
  readonly problems: readonly Problem[];
  readonly rules: readonly Rule[];
  readonly templates: Templates;
  /** Ids of checks that the settings turn off. */
  readonly off: readonly string[];
  read(text: string): Snapshot;
  /** A template as what it says of a report, with what is wrong with it as a template; `today` as for `Templates.check`. */
  readTemplate(source: Source, today: number | null): Snapshot;
  /** Reads a text report by report; `before` is an earlier version of it, to save work, and `same` what is known to have stayed as it was in it. */
  readParts(text: LongText, before?: Parts | null, same?: SameEnds): Parts;
  /** Reads a rule file as it is being written; `before` is an earlier version of it, to save work. */
  readRules(source: Source, before?: RuleFileReading | null): RuleFileReading;
  /** Examples of the rules that do not do what is said of them, each tried by its own rule, as if nothing were set otherwise. */
  testRules(): readonly ExampleFailure[];
  /** How the statements of a snapshot's reports were understood, and why. */
  explain(snapshot: Snapshot): readonly ExplainedReport[];
  /** Single steps that would bring a snapshot's impressions in step, for a person to choose from. */
  itemFixes(snapshot: Snapshot): readonly ItemFix[];
  /** The diagnostics of a snapshot, made anew: each says which line of its rule matched which words. */
  explainChecks(snapshot: Snapshot): readonly Diagnostic[];
  /** The edits that write a text, or the lines of a range of it, in one way; what it says stays the same. */
  format(snapshot: Snapshot, range?: Span): readonly TextEdit[];
  /** The edits for a line break just typed, with the cursor at an offset behind it: the next number of a list. */
  formatLineBreak(snapshot: Snapshot, offset: number): readonly TextEdit[];
  /** Other ways to say what stands at a range. */
  refactor(snapshot: Snapshot, range: Span): readonly Refactoring[];
}

/** Makes the language of lexicon packs and rule files; made once, it reads any number of texts. */
export function createLanguage(options: LanguageOptions): Language {
  // Words of a site change what the rules' phrases mean.
  const prepared = options.prepared?.of.packs.length === options.packs.length ? preparedFor(options) : null;
  const lexicon = createLexicon(options.packs, prepared);
  const readStatement = createStatementReader(createStatementParser(lexicon), lexicon, options.statementsKept);
  const reportsIn = (text: string): Report[] =>
    readOutlines(text, lexicon).map((outline) => readReport(text, outline, readStatement, lexicon));
  const findingsIn = (text: string): Finding[] => reportsIn(text).flatMap(({ findings }) => findings);
  // Rules say the same phrases again and again: each is read once.
  const phrasesRead = new Map<string, { readonly findings: readonly Finding[]; readonly unknown: readonly string[] }>();
  const phraseIn = (text: string): { readonly findings: readonly Finding[]; readonly unknown: readonly string[] } => {
    let read = phrasesRead.get(text);
    if (read === undefined) {
      const reports = reportsIn(text);
      const known = reports.flatMap((report) => understoodOf(report, readStatement));
      const words = [...text.matchAll(/\p{L}[\p{L}\p{N}'-]*/gu)];
      const found = reports.flatMap(({ findings }) => findings);
      read = {
        // What explains others when it stands alone (`EMH`) is a finding where it has a place.
        findings: found.length > 0 ? found : findingsIn(`${text} at T5`).map((finding) => ({ ...finding, levels: [] })),
        unknown: words.filter(({ index }) => !known.some(({ range }) => contains(range, index))).map(([word]) => word),
      };
      phrasesRead.set(text, read);
    }
    return read;
  };
  const phrases: PhraseReader = {
    readPhrase: (text) => phraseIn(text).findings,
    unknownWords: (text) => phraseIn(text).unknown,
    term: (kind) => lexicon.term(kind, 'head'),
    implies: lexicon.implies,
    knows: (word) => lexicon.match(fold(word), 0)?.end === word.length,
    noteKinds: (category, words) => noteKinds(category, words, lexicon, readStatement),
  };
  const checkWith = (text: string, rules: readonly Rule[]): Diagnostic[] =>
    reportsIn(text).flatMap((report) =>
      checkReport(rules, report, linkImpression(report), text, {}, phrases, { problems: templates().leftOver(report, text) }),
    );
  const compiled = lazy((): CompiledRules => {
    if (prepared === null) return compileRules(options.rules, phrases);
    const shipped = readRuleText(prepared.rules(), (id) => written().get(id));
    return compileRules(options.rules.slice(options.prepared?.of.rules.length), phrases, shipped);
  });
  const compiledAnew = lazy(() => compileRules(options.rules, phrases).rules);
  const written = lazy(() => new Map(compiledAnew().map((rule) => [rule.id, rule])));
  const check = ({ text, reports, links }: Pick<Snapshot, 'text' | 'reports' | 'links'>, explain: boolean): Diagnostic[] =>
    reports.flatMap((report, r) =>
      // To say which line of a rule matched what, its lines must be at hand.
      checkReport(explain ? compiledAnew() : compiled().rules, report, links[r] ?? [], text, options.severities ?? {}, phrases, {
        parameters: options.parameters ?? {},
        problems: templates().leftOver(report, text),
        explain,
      }),
    );
  const formatOptions = { ...USUAL_FORMAT, ...options.format };
  const reader: SnapshotReader = {
    reports: reportsIn,
    links: (reports) => reports.map(linkImpression),
    diagnostics: (snapshot) => check(snapshot, false),
    understood: (reports) => reports.flatMap((report) => understoodOf(report, readStatement)),
    syncEdits: ({ text, reports, links }) => reports.flatMap((report, r) => syncImpression(report, links[r] ?? [], text, lexicon)),
  };
  const read = (text: string): Snapshot => new ReadSnapshot(text, reader);
  const templates = lazy(() => createTemplates(options.templates ?? [], options.packs, lexicon, read, options.severities));
  const refactor = lazy(() => createRefactor(lexicon, readStatement, read));
  return {
    lexicon,
    readParts: (text, before = null, same) => readParts(text, before, lexicon, read, same),
    get problems() {
      return [...lexicon.problems, ...compiled().problems];
    },
    get rules() {
      return compiled().rules;
    },
    get templates() {
      return templates();
    },
    off: Object.entries(options.severities ?? {}).flatMap(([id, severity]) => (severity === 'off' ? [id] : [])),
    readRules: (source, before = null) => readRules(source, { reader: phrases, rules: compiled().rules, check: checkWith }, before),
    testRules: () => testRules(compiled().rules, compiled().rules, checkWith),
    explain: ({ text, reports }) => reports.map((report) => explainReport(text, report, readStatement, lexicon)),
    itemFixes: ({ text, reports, links }) => reports.flatMap((report, r) => itemFixes(report, links[r] ?? [], text, lexicon)),
    explainChecks: (snapshot) => check(snapshot, true),
    read,
    readTemplate: (source, today) => {
      const template = templates().read(source);
      const snapshot = read(templates().asReport(template));
      const diagnostics = lazy(() => templates().check(template, today));
      return {
        text: source.text,
        get reports() {
          return snapshot.reports;
        },
        get links() {
          return snapshot.links;
        },
        get understood() {
          return snapshot.understood;
        },
        get diagnostics() {
          return diagnostics();
        },
        syncEdits: [],
      };
    },
    format: (snapshot, range) =>
      range === undefined ? formatText(snapshot, formatOptions, read) : formatRange(snapshot, formatOptions, read, range),
    formatLineBreak: (snapshot, offset) => formatLineBreak(snapshot, offset, read),
    refactor: (snapshot, range) => refactor()(snapshot, range),
  };
}

/** How each part of a snapshot is made. */
interface SnapshotReader {
  reports(text: string): readonly Report[];
  links(reports: readonly Report[]): Snapshot['links'];
  diagnostics(snapshot: Snapshot): readonly Diagnostic[];
  understood(reports: readonly Report[]): readonly Understood[];
  syncEdits(snapshot: Snapshot): readonly TextEdit[];
}

/** A class for the reason that a report is one: see `ReadReport`. */
class ReadSnapshot implements Snapshot {
  readonly text: string;
  readonly #reader: SnapshotReader;
  #reports: readonly Report[] | null = null;
  #links: Snapshot['links'] | null = null;
  #diagnostics: readonly Diagnostic[] | null = null;
  #understood: readonly Understood[] | null = null;
  #syncEdits: readonly TextEdit[] | null = null;

  constructor(text: string, reader: SnapshotReader) {
    this.text = text;
    this.#reader = reader;
  }

  get reports(): readonly Report[] {
    return (this.#reports ??= this.#reader.reports(this.text));
  }

  get links(): Snapshot['links'] {
    return (this.#links ??= this.#reader.links(this.reports));
  }

  get diagnostics(): readonly Diagnostic[] {
    return (this.#diagnostics ??= this.#reader.diagnostics(this));
  }

  get understood(): readonly Understood[] {
    return (this.#understood ??= this.#reader.understood(this.reports));
  }

  get syncEdits(): readonly TextEdit[] {
    return (this.#syncEdits ??= this.#reader.syncEdits(this));
  }
}

/** What was prepared, where it was of what comes first in the options. */
function preparedFor({ prepared, packs, rules }: LanguageOptions): Prepared | null {
  const isFirst = (own: readonly unknown[], all: readonly unknown[]): boolean => own.every((each, i) => each === all[i]);
  return prepared && isFirst(prepared.of.packs, packs) && isFirst(prepared.of.rules, rules) ? prepared.text : null;
}
