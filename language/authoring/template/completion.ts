import type { Completions } from '../../assist/completion.ts';
import { inOrder, type Proposal } from '../../assist/item.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Category } from '../../lexicon/term.ts';
import { FIELD_TYPES, type FieldType } from '../../syntax/fields.ts';
import { ABOUT_KEYS, type Template } from '../../template/template.ts';
import { FIELD_CATEGORIES } from '../../template/value.ts';
import { contains, type Span } from '../../text/span.ts';
import { ABOUT } from './hover.ts';
import { namesIn } from './names.ts';

/** What completion in a template asks of the language. */
export interface TemplateHelps {
  readonly lexicon: Lexicon;
  /** All that may be used. */
  readonly templates: readonly Template[];
  /** Rules, and what they find. */
  readonly rules: readonly { readonly id: string; readonly title: string }[];
}

/** What fits in a bracket, an example or a line about a template; null where it is words of a report, or a type of field is asked for. */
export function completeTemplate(template: Template, offset: number, helps: TemplateHelps): Completions | null {
  const { text } = template;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  const proposals =
    inBracket(line, offset, template, helps) ??
    inExample(line, lineStart, offset, template) ??
    aboutLine(line, lineStart, offset, template);
  return proposals === null ? null : { items: inOrder(proposals), isIncomplete: false };
}

function inBracket(line: string, offset: number, template: Template, helps: TemplateHelps): Proposal[] | null {
  const open = line.lastIndexOf('[');
  if (open < 0 || line.indexOf(']', open) >= 0) return null;
  const words = line.slice(open + 1).trimStart();
  const close = /^[^[\]\r\n]*\]/.test(template.text.slice(offset)) ? '' : ']';
  const [, used] = /^use\s+(.*)$/i.exec(words) ?? [];
  if (used !== undefined)
    return listed(
      helps.templates.filter(({ name }) => name !== template.name).map(({ name, title }) => [name, title]),
      used,
      offset,
      close,
    );
  const [, rule] = /^expect\s+(.*)$/i.exec(words) ?? [];
  if (rule !== undefined)
    return listed(
      helps.rules.map(({ id, title }) => [id, title]),
      rule,
      offset,
      close,
    );
  const [, condition] = /^if\s+(?:not\s+)?(.*)$/i.exec(words) ?? [];
  if (condition !== undefined) return conditionItems(condition, offset, close, template);
  const [, group] = /^for each\s+(.*)$/i.exec(words) ?? [];
  if (group !== undefined)
    return listed(
      namesOf(template, offset).filter(([name]) => !template.fields.has(name)),
      group,
      offset,
      close,
    );
  const [, asked = '', given] = /^\*?\s*(?:[a-z][a-z0-9 /*-]*:\s*)?([^=[\]]*?)\s*=\s*([^=]*)$/i.exec(words) ?? [];
  if (given !== undefined) return listed(valuesOf(asked, helps.lexicon), given, offset, close);
  const [, range] = /^\*?\s*(?:[a-z][a-z0-9 /*-]*:\s*)?number\s+(.*)$/i.exec(words) ?? [];
  if (range !== undefined) return listed(RANGES, range, offset, close);
  return null;
}

/** Ranges of numbers that reports give, with their units. */
const RANGES: readonly (readonly [string, string])[] = [
  ['0-100 %', 'a share'],
  ['0-300 mm', 'a length'],
  ['0-30 cm', 'a length'],
  ['1-80 ms', 'a relaxation time'],
  ['0-50 mg/g', 'iron in tissue'],
  ['0-20', 'without a unit'],
];

/** The name of a field or switch, what may be asked of it, its choices. */
function conditionItems(typed: string, offset: number, close: string, template: Template): Proposal[] {
  const [, asked, not = '', value] = /^(.+?) is (not )?(.*)$/i.exec(typed) ?? [];
  if (asked !== undefined && value !== undefined) {
    const choices = template.fields.get(asked.toLowerCase())?.field.choices ?? [];
    return listed(
      [
        ...(not === '' ? [['not ', 'any other value'] as const] : []),
        ...choices.map((choice) => [choice, `a choice of ${asked}`] as const),
      ],
      value,
      offset,
      (words) => (words === 'not ' ? '' : close),
    );
  }
  const named = namesOf(template, offset).find(([name]) => typed.toLowerCase().startsWith(`${name} `));
  if (named !== undefined) {
    const rest = typed.slice(named[0].length + 1);
    const states = [
      ['present', 'where it is there'],
      ['absent', 'where it is not'],
      ['is ', 'where it has a value'],
    ] as const;
    const own = listed(states, rest, offset, (words) => (words === 'is ' ? '' : close));
    if (own.length > 0) return own;
  }
  return listed(namesOf(template, offset), typed, offset, '');
}

/** Fields, switches and groups that are named elsewhere than at the cursor, with what they are. */
function namesOf(template: Template, offset: number): (readonly [string, string])[] {
  const { fields, switches, groups } = template;
  const all = new Map<string, string>();
  for (const { key, field } of fields.values()) all.set(key, field.type === 'choice' ? field.choices.join(' | ') : field.type);
  const elsewhere = new Set(namesIn(template).flatMap(({ name, range }) => (contains(range, offset) ? [] : [name])));
  for (const name of [...switches, ...groups]) if (!all.has(name) && elsewhere.has(name)) all.set(name, 'present or absent');
  return [...all];
}

/** Values of a field as it is being written: the choices before it, or words of its type. */
function valuesOf(asked: string, lexicon: Lexicon): (readonly [string, string])[] {
  if (asked.includes('|')) return asked.split('|').map((choice) => [choice.trim(), 'a choice'] as const);
  const categories: readonly Category[] = FIELD_CATEGORIES[asked.trim() as FieldType] ?? [];
  return lexicon.terms
    .filter(({ category }) => category === categories[0])
    .map(({ label, definition }) => [label, definition || asked.trim()] as const);
}

/** In an example, before what it expects: names, then their values. */
function inExample(line: string, lineStart: number, offset: number, template: Template): Proposal[] | null {
  const example = template.examples.find(({ whole }) => whole.start < lineStart && lineStart <= whole.end);
  if (example === undefined || line.includes('[') || (example.text !== null && example.text.range.start < lineStart)) return null;
  const [, key, typed] = /^\s*([^=]+?)\s*=\s*(.*)$/.exec(line) ?? [];
  if (key !== undefined && typed !== undefined) {
    const name = key.toLowerCase().replace(/^.*\.\d+\./, '');
    const field = template.fields.get(name)?.field;
    if (field === undefined)
      return listed(
        [
          ['present', 'it is there'],
          ['absent', 'it is not'],
        ],
        typed,
        offset,
        '',
      );
    const values = [...(field.default === null ? [] : [field.default]), ...field.choices].filter((each) => each !== '');
    return listed(
      [...new Set(values)].map((value) => [value, value === field.default ? 'default' : 'a choice']),
      typed,
      offset,
      '',
    );
  }
  const given = new Set(Object.keys(example.values));
  const names = [...template.fields.values()].map(
    ({ key: own, groups, field }) => [[...groups.map((group) => `${group}.1`), own].join('.'), field.type] as const,
  );
  const all = [...namesOf(template, offset).filter(([name]) => !template.fields.has(name)), ...names].filter(([name]) => !given.has(name));
  return listed(
    all.map(([name, is]) => [name, is]),
    line.trimStart(),
    offset,
    ' = ',
  );
}

/** Lines about a template that it lacks, where only such lines stand before. */
function aboutLine(line: string, lineStart: number, offset: number, template: Template): Proposal[] | null {
  const before = template.text.slice(0, lineStart).split(/\r?\n/).slice(0, -1);
  const isAbout = (words: string): boolean =>
    /^\s*(?:\/\/.*)?$/.test(words) || ABOUT_KEYS.some((key) => new RegExp(`^\\s*${key}\\s*:`, 'i').test(words));
  if (!/^[a-z]*$/i.test(line) || !before.every(isAbout)) return null;
  const missing = ABOUT_KEYS.filter((key) => key === 'code' || !template.about.some((each) => each.key === key));
  const items = missing.map((key) => [`${key.charAt(0).toUpperCase()}${key.slice(1)}`, ABOUT[key] ?? ''] as const);
  const found = listed(items, line, offset, ': ');
  return found.length === 0 ? null : found;
}

/** What the typed words begin, in any letter case; `end` is written behind it. */
function listed(
  all: readonly (readonly [string, string])[],
  typed: string,
  offset: number,
  end: string | ((words: string) => string),
): Proposal[] {
  const replace: Span = { start: offset - typed.length, end: offset };
  return all
    .filter(([words]) => words !== '' && words.toLowerCase().startsWith(typed.toLowerCase()))
    .map(([words, detail]) => ({
      label: words.trim(),
      insertText: words + (typeof end === 'string' ? end : end(words)),
      replace,
      detail,
      kind: 'choice',
      filterText: words,
    }));
}

/** Types of fields, for whoever shows them. */
export const TYPES: readonly string[] = Object.keys(FIELD_TYPES);
