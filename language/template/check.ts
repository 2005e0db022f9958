import type { Lexicon } from '../lexicon/lexicon.ts';
import { nearIndex } from '../lexicon/near.ts';
import { datesIn } from '../meaning/dates.ts';
import type { Report } from '../meaning/report.ts';
import type { Field } from '../syntax/fields.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { normalsThatStay } from './check-normals.ts';
import type { CodeWords } from './codes.ts';
import { fillTemplate, placeInTemplate, usedBy, usedWith } from './fill.ts';
import { maskTemplate } from './mask.ts';
import { runExamples } from './run-examples.ts';
import { spokenName, spokenProblem } from './spoken.ts';
import { type Library, type Part, TEMPLATE_RULES, type Template, type TemplateProblem, type TemplateRule } from './template.ts';
import { choicesInWords, FIELD_CATEGORIES, isOf, valueProblem } from './value.ts';

/** What the checks of a template ask of the language. */
export interface Bench {
  readonly lexicon: Lexicon;
  readonly library: Library;
  /** Spoken names of the other templates. */
  readonly others: readonly Template[];
  readonly codes: CodeWords;
  /** Reads a text as reports, and checks it as a report. */
  read(text: string): { readonly reports: readonly Report[]; readonly diagnostics: readonly Diagnostic[] };
  /** Days since 1970-01-01; null where overdue reviews are not asked for. */
  readonly today: number | null;
}

/** All that is wrong with a template, in the order of its text. */
export function checkTemplate(template: Template, bench: Bench): Diagnostic[] {
  const problems = [
    ...template.problems,
    ...uses(template, bench),
    ...conditions(template),
    ...unreachable(template.parts, new Map()),
    ...[...template.fields.values()].flatMap(({ field }) => fieldProblems(field, bench.lexicon)),
    ...topics(template, bench),
    ...about(template, bench),
    ...normalsThatStay(template, bench),
    ...runExamples(template, bench),
  ];
  return [...problems.map(diagnostic), ...ofReport(template, bench)].sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  );
}

const diagnostic = ({ rule, message, range }: TemplateProblem): Diagnostic => {
  const [severity, because] = TEMPLATE_RULES[rule];
  return { rule, severity, message, range, related: [], fixes: [], because };
};

const problem = (rule: TemplateRule, message: string, range: Span): TemplateProblem => ({ rule, message, range });

function uses(template: Template, { library }: Bench): TemplateProblem[] {
  const visit = (parts: readonly Part[]): TemplateProblem[] =>
    parts.flatMap((part) => {
      if (part.type === 'if' || part.type === 'each') return visit(part.parts);
      if (part.type !== 'use') return [];
      const used = part.name === template.name ? template : library(part.name);
      if (used === undefined) return [problem('template-unknown-name', `There is no template "${part.name}".`, part.range)];
      const isCircle = used === template || usedWith(used, library).some(({ parts: theirs }) => usedBy(theirs).includes(template.name));
      return isCircle ? [problem('template-syntax', `"${part.name}" uses this template, which goes in a circle.`, part.range)] : [];
    });
  return visit(template.parts);
}

/** Conditions on names and choices that there are not. */
function conditions({ conditions: all, fields, switches }: Template): TemplateProblem[] {
  const near = nearIndex([...fields.keys()]);
  return all.flatMap(({ name, is, value, range }) => {
    if (switches.has(name)) {
      const [meant] = near(name);
      if (meant !== undefined) return [problem('template-unknown-name', `No field is called "${name}"; "${meant}" is.`, range)];
      return is === 'present' || is === 'absent' ? [] : [problem('template-unknown-name', `No field is called "${name}".`, range)];
    }
    const field = fields.get(name)?.field;
    if (field?.type !== 'choice' || (is !== 'value' && is !== 'other')) return [];
    if (field.choices.some((choice) => choice.toLowerCase() === value)) return [];
    return [problem('template-unreachable', `"${name}" is never "${value}"; it is ${choicesInWords(field)}.`, range)];
  });
}

/** Lines under conditions that cannot hold together: `mass absent` within `mass present`. */
function unreachable(parts: readonly Part[], within: ReadonlyMap<string, string>): TemplateProblem[] {
  return parts.flatMap((part): TemplateProblem[] => {
    if (part.type === 'each') return unreachable(part.parts, within);
    if (part.type !== 'if') return [];
    const { name, is, value, range } = part.condition;
    const state = is === 'value' ? `is ${value}` : is === 'filled' ? 'present' : is === 'empty' ? 'absent' : is;
    const before = within.get(name);
    const isDone =
      before !== undefined &&
      state !== 'other' &&
      before !== 'other' &&
      before !== state &&
      !(before.startsWith('is ') && state === 'present');
    const own = isDone
      ? [problem('template-unreachable', `This never holds: "${name}" is "${before?.replace(/^is /, '')}" here.`, range)]
      : [];
    return [...own, ...unreachable(part.parts, isDone ? within : new Map([...within, [name, state]]))];
  });
}

function fieldProblems(field: Field, lexicon: Lexicon): TemplateProblem[] {
  const { choices, range, required, type, name } = field;
  const small = choices.map((choice) => choice.toLowerCase());
  const twice = small.find((choice, i) => small.indexOf(choice) < i);
  const found: TemplateProblem[] = [];
  if (twice !== undefined && twice !== '') found.push(problem('template-unreachable', `"${twice}" can be chosen twice.`, range));
  if (field.low !== null && field.high !== null && field.low > field.high)
    found.push(problem('template-unreachable', `No number is from ${field.low} to ${field.high}.`, range));
  if (type === 'number' && /^[-+]?\d/.test(field.unit ?? ''))
    found.push(problem('template-syntax', `"${field.unit}" is no range; one is written as in [${name}: number 1.5-80 ms].`, range));
  if (required && field.default !== null)
    found.push(problem('template-required', `A field that must be filled takes no default; leave out "*" or "= ${field.default}".`, range));
  if (required && type === 'choice' && choices.every((choice) => choice === ''))
    found.push(problem('template-required', 'This field must be filled and offers nothing to choose.', range));
  if (required && type === 'text' && name === '')
    found.push(problem('template-required', 'This field must be filled and offers nothing: give it a type or choices.', range));
  if (field.default !== null) {
    const wrong = valueProblem(field, field.default, lexicon);
    if (wrong !== null && !(type !== 'choice' && field.default === ''))
      found.push(problem('template-default', `The default "${field.default}" is not for this field, which ${wrong}.`, range));
  }
  const categories = FIELD_CATEGORIES[name as keyof typeof FIELD_CATEGORIES];
  const unknown =
    categories === undefined
      ? undefined
      : choices.find((choice) => choice !== '' && !NONE.test(choice) && !isOf(choice, categories, lexicon));
  if (unknown !== undefined) found.push(problem('template-unknown-term', `"${unknown}" is no ${name} that the vocabulary knows.`, range));
  return found;
}

const NONE = /^(?:no|none|not [a-z]+)$/i;

/** Topics that give their statements no site. */
function topics(template: Template, { lexicon, read }: Bench): TemplateProblem[] {
  const text = maskTemplate(template);
  return read(text).reports.flatMap(({ outline }) =>
    outline.topics.flatMap(({ name, sites }) => {
      const words = text.slice(name.start, name.end);
      const isKnown = sites.length > 0 || lexicon.match(fold(words), 0)?.end === words.length;
      const section = outline.sections.findLast(({ range }) => range.start <= name.start)?.id;
      return isKnown || section !== 'findings' ? [] : [problem('template-unknown-term', `The topic "${words}" is not known.`, name)];
    }),
  );
}

function about(template: Template, { others, codes, today }: Bench): TemplateProblem[] {
  const found: TemplateProblem[] = [];
  const at = (key: string): Span =>
    template.about.find((line) => line.key === key)?.range ?? { start: 0, end: template.text.search(/\r?\n|$/) };
  const missing = (['owner', 'version', 'review'] as const).filter(
    (key) => !template.about.some((line) => line.key === key && line.value !== ''),
  );
  if (missing.length > 0) found.push(problem('template-about', `Say the template's ${missing.join(', ')}.`, at('template')));
  if (others.some(({ name }) => name === template.name))
    found.push(problem('template-unknown-name', `Another template is called "${template.name}" too.`, at('template')));
  if (/\s/.test(template.name))
    found.push(
      problem(
        'template-syntax',
        `"${template.name}" is more than a word; reports name a template by one, as ${oneWord(template.name)}.`,
        at('template'),
      ),
    );
  const spoken = spokenProblem(spokenName(template), others.filter(({ name }) => name !== template.name).map(spokenName));
  if (spoken !== null) found.push(problem('template-spoken-name', `The name "${spokenName(template)}": ${spoken}.`, at('spoken')));
  for (const { key, value, range } of template.about) {
    if (key === 'review') {
      const days = /^\d{4}-\d{2}-\d{2}$/.test(value) ? datesIn(value)[0]?.days : null;
      if (days == null) found.push(problem('template-syntax', `"${value}" is no date; write it as 2027-06-30.`, range));
      else if (today !== null && days[1] < today)
        found.push(problem('template-review', `The template was to be reviewed by ${value}.`, range));
    }
    if (key === 'code') {
      const [, code = '', label = ''] = /^(\S+)\s*(.*)$/.exec(value) ?? [];
      const words = codes(code);
      if (words !== undefined && !words.includes(fold(label)))
        found.push(problem('template-code', `${code} is "${words[0]}", not "${label}".`, range));
    }
  }
  return found;
}

const oneWord = (name: string): string => `"${name.trim().replace(/\s+/g, '-')}"`;

/** What the checks of reports say of the report with all defaults, where it stands in this template. */
function ofReport(template: Template, { lexicon, library, read }: Bench): Diagnostic[] {
  const filled = fillTemplate(template, {}, { library, lexicon, defaults: true });
  return read(filled.text).diagnostics.flatMap((found) => {
    const isMisspelt = found.rule === 'spelling';
    if (OPEN.has(found.rule) || !(found.severity === 'error' || found.severity === 'warning' || isMisspelt)) return [];
    const range = placeInTemplate(filled, template, found.range);
    if (range === null) return [];
    const related = found.related.flatMap(({ message, range: place }) => {
      const at = placeInTemplate(filled, template, place);
      return at === null ? [] : [{ message, range: at }];
    });
    const rule: TemplateRule = isMisspelt ? 'template-unknown-term' : 'template-report';
    const [severity] = TEMPLATE_RULES[rule];
    return [{ ...found, rule, severity, message: `${found.message} [${found.rule}]`, range, related, fixes: [] }];
  });
}

/** What the person who fills the template has yet to say. */
const OPEN: ReadonlySet<string> = new Set(['field-unfilled']);
