import type { Lexicon } from './lexicon/lexicon.ts';
import type { Report, WordProblem } from './meaning/report.ts';
import { checkTemplate } from './template/check.ts';
import { codeWords } from './template/codes.ts';
import { type Filled, fillTemplate, usedWith, type Values } from './template/fill.ts';
import { leftOver, normalsOf, templateOf, type Written } from './template/left-over.ts';
import { maskTemplate } from './template/mask.ts';
import { type Migration, migrateReports } from './template/migrate/migrate.ts';
import { readTemplate } from './template/read.ts';
import { type TemplateTrial, trialsOf } from './template/run-examples.ts';
import { snippetOf } from './template/snippet.ts';
import type { Template } from './template/template.ts';
import type { Diagnostic, DiagnosticSeverity } from './text/diagnostic.ts';
import { lazy } from './text/lazy.ts';
import type { Source } from './text/source.ts';

/** The templates of a language, and what can be done with any template. */
export interface Templates {
  /** In the order given; of two of one name, the later stands for it. */
  readonly all: readonly Template[];
  /** By name, in any letter case. */
  get(name: string): Template | undefined;
  read(source: Source): Template;
  /** The text of a template unit for unit as a report's: lines about the template and examples are blank. */
  asReport(template: Template): string;
  /** The report of a template with these values; with `defaults`, fields that have one take it, else they stay open. */
  fill(template: Template, values: Values, defaults: boolean): Filled;
  /** The same as a snippet of an editor, to tab through its fields. */
  snippet(template: Template, values: Values): string;
  /** What is wrong with a template, its examples included. `today` counts days since 1970-01-01; null asks for no overdue review. */
  check(template: Template, today: number | null): readonly Diagnostic[];
  /** Runs the examples of a template. */
  trials(template: Template): readonly TemplateTrial[];
  /** What a report that names its template left of it and contradicts, and what it does not speak of. */
  leftOver(report: Report, text: string): readonly WordProblem[];
  /** The edits that make the reports of a text that were made from one template reports of another. No word that a person wrote is lost. */
  migrate(text: string, from: Template, to: Template): Migration;
}

interface Reading {
  readonly reports: readonly Report[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Templates are read on first use. `severities` are those of the checks of templates: id -> severity or `off`. */
export function createTemplates(
  sources: readonly Source[],
  packs: readonly unknown[],
  lexicon: Lexicon,
  read: (text: string) => Reading,
  severities: Readonly<Record<string, string>> = {},
): Templates {
  const known = lazy(() => sources.map(readTemplate));
  const byName = lazy(() => new Map(known().map((template) => [template.name, template])));
  const codes = lazy(() => codeWords(packs, lexicon));
  const written = new Map<string, Written>();
  const get = (name: string): Template | undefined => byName().get(name.toLowerCase());
  const fill = (template: Template, values: Values, defaults: boolean): Filled =>
    fillTemplate(template, values, { library: get, lexicon, defaults });
  const writtenBy = (template: Template): Written => {
    const before = written.get(template.name);
    if (before !== undefined) return before;
    const made: Written = {
      normals: new Set(normalsOf(read(fill(template, {}, true).text).reports)),
      required: usedWith(template, get).flatMap(({ required }) => required.map(({ topic }) => topic)),
    };
    written.set(template.name, made);
    return made;
  };
  return {
    get all() {
      return known();
    },
    get,
    read: readTemplate,
    asReport: maskTemplate,
    fill,
    snippet: (template, values) => snippetOf(fill(template, values, false)),
    check: (template, today) => {
      const others = known().filter(({ file }) => file !== template.file);
      const found = checkTemplate(template, { lexicon, library: get, others, codes: codes(), read, today });
      return withSeverities(found, severities);
    },
    trials: (template) => trialsOf(template, { lexicon, library: get, read }),
    leftOver: (report, text) => {
      const name = templateOf(report, text);
      const template = name === null ? undefined : get(name.name);
      return template === undefined ? [] : leftOver(report, text, writtenBy(template), lexicon);
    },
    migrate: (text, from, to) => migrateReports(text, read(text).reports, from, to, { library: get, lexicon, read }),
  };
}

const isSeverity = (word: string | undefined): word is DiagnosticSeverity => ['error', 'warning', 'info', 'hint'].includes(word ?? '');

/** With the severities that a site or a person sets; without what is turned off. */
const withSeverities = (found: readonly Diagnostic[], severities: Readonly<Record<string, string>>): Diagnostic[] =>
  found.flatMap((diagnostic) => {
    const set = severities[diagnostic.rule];
    if (set === 'off') return [];
    return isSeverity(set) ? [{ ...diagnostic, severity: set }] : [diagnostic];
  });
