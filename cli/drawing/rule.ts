import type { Parameters } from '../../language/rules/check.ts';
import { type Entry, readRuleFile } from '../../language/rules/lines.ts';
import type { Example, Rule } from '../../language/rules/rule.ts';
import type { DiagnosticSeverity } from '../../language/text/diagnostic.ts';
import { type Precision, precisionInWords } from '../review/precision.ts';
import { oneLine, printable } from './cells.ts';
import type { Colours } from './colours.ts';
import { linesOf } from './lines.ts';
import { underlined } from './underlined.ts';

/** Columns that a text is given however narrow the screen. */
const LEAST = 20;
const INDENT = '    ';
/** They have places of their own on the page. */
const APART = ['title', 'because', 'source', 'good', 'bad'];

/** Its severities, each once, in the order of its lines. */
export const severitiesOf = ({ verdicts }: Rule): DiagnosticSeverity[] => [...new Set(verdicts.map(({ severity }) => severity))];

/** Its parameters with their usual values, and the values `here` of a site; null where that sets none. */
export const parametersOf = (
  rule: Rule,
  here: Parameters,
): { readonly name: string; readonly usual: number; readonly here: number | null }[] =>
  Object.entries(rule.parameters).map(([name, usual]) => ({ name, usual, here: here[name] ?? null }));

/** What a site knows of a rule. */
export interface RuleHere {
  readonly parameters: Parameters;
  /** As far as it was judged; null where it was not. */
  readonly precision: Precision | null;
}

const judgedInWords = (precision: Precision): string => {
  const { accepted, rejected, disputed } = precision;
  const words = precisionInWords(precision);
  return `${words === '' ? '' : `${words}: `}${accepted} accepted, ${rejected} rejected${disputed > 0 ? `, ${disputed} disputed` : ''}`;
};

/**
 * A rule for a person: its place, severities, title and id on one line as a diagnostic has them, then why, how often it was right, its lines as they stand in
 * `text` (its file), its parameters with what they are `here`, and its examples with the words underlined that it must find. `room` null:
 * no screen that ends. Ends in a line break.
 */
export function drawRule(
  rule: Rule,
  text: string,
  { parameters: here, precision }: RuleHere,
  room: number | null,
  colours: Colours,
): string {
  const { file, line, title, because, source, good, bad } = rule;
  const severities = severitiesOf(rule).map((severity) => colours.severity[severity](severity));
  const head = `${colours.strong(`${oneLine(file)}:${line}:`)} ${severities.join(', ')}: ${colours.strong(oneLine(title))} ${colours.frame(`[${rule.id}]`)}`;
  const draw = (kind: string, examples: readonly Example[], paint: (text: string) => string): string[] =>
    examples.flatMap((example) => [part(kind, colours), ...drawExample(example, room, paint)]);
  const rows = [
    head,
    ...(because === '' ? [] : [`${part('because', colours)} ${oneLine(because)}`]),
    ...(source === '' ? [] : [`${part('source', colours)} ${oneLine(source)}`]),
    ...(precision === null ? [] : [`${part('precision', colours)} ${judgedInWords(precision)}`]),
    part('rule', colours),
    ...writtenLines(text, line).map((row) => `${INDENT}${printable(row)}`),
    ...drawParameters(rule, here, colours),
    ...draw('good', good, colours.strong),
    ...draw('bad', bad, colours.severity[severitiesOf(rule)[0] ?? 'hint']),
  ];
  return `${rows.map((row) => row.trimEnd()).join('\n')}\n`;
}

function drawParameters(rule: Rule, here: Parameters, colours: Colours): string[] {
  const all = parametersOf(rule, here);
  if (all.length === 0) return [];
  const width = Math.max(...all.map(({ name }) => name.length));
  const value = (usual: number, here: number | null): string => (here === null ? `${usual}` : `${here} here, usually ${usual}`);
  return [part('parameters', colours), ...all.map((each) => `${INDENT}${each.name.padEnd(width)}  ${value(each.usual, each.here)}`)];
}

const part = (name: string, colours: Colours): string => `  ${colours.frame(`${name}:`)}`;

/** The clauses, messages and fixes of the rule that begins at a line, in their order and with their own line breaks. */
function writtenLines(text: string, line: number): string[] {
  const entries = readRuleFile(text).rules.find((rule) => rule.line === line)?.entries ?? [];
  return entries.filter(({ key }) => !APART.includes(key)).flatMap(written);
}

/** A word of nine columns before what it says, as rule files have it. */
const written = ({ key, text, block }: Entry): string[] => [`${key.padEnd(8)} ${text}`, ...block.map((row) => `${' '.repeat(9)}${row}`)];

/** Whole lines, wrapped where the screen ends: an example without its context, or cut, would explain nothing. */
function drawExample({ text, marks }: Example, room: number | null, paint: (text: string) => string): string[] {
  const lines = linesOf(text);
  const columns = room === null ? Number.MAX_SAFE_INTEGER : Math.max(LEAST, room - INDENT.length);
  return Array.from({ length: lines.count }, (_, i) => ({ start: lines.startOf(i), end: lines.endOf(i) })).flatMap((range) => {
    const here = marks.filter(({ start, end }) => start < range.end && end > range.start);
    return underlined(text, range, here, columns).map((row) => {
      // A line of dashes in a report is a line, unless something is marked on it.
      const isMarks = here.length > 0 && /^[ -]+$/.test(row);
      return `${INDENT}${isMarks ? row.replace(/-+/g, (run) => paint('^'.repeat(run.length))) : row}`;
    });
  });
}
