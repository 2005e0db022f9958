import { findingWords } from '../../language/assist/finding-words.ts';
import type { ExplainedFinding, ExplainedReport, ExplainedStatement } from '../../language/explain.ts';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { Finding, Part } from '../../language/meaning/finding.ts';
import { type LevelStyle, levelStyleOf } from '../../language/meaning/notation.ts';
import type { Scope } from '../../language/scopes.ts';
import type { Span } from '../../language/text/span.ts';
import { cut, oneLine, widthOf } from './cells.ts';
import type { Style } from './diagnostic.ts';
import type { Lines } from './lines.ts';
import { underlined } from './underlined.ts';

/** What a drawing of one report needs. */
interface Page {
  readonly lines: Lines;
  readonly lexicon: Lexicon;
  readonly levels: LevelStyle;
  readonly all: readonly Finding[];
  readonly style: Style;
}

const INDENT = '    ';
/** Columns that a text is given however narrow the screen. */
const LEAST = 20;

/**
 * Each statement of a report with its understood words underlined, what they were taken as, the scopes of its cues, and its findings
 * with the words that gave them.
 */
export function drawExplained(file: string, lines: Lines, { report, statements }: ExplainedReport, lexicon: Lexicon, style: Style): string {
  const { start, end } = report.range;
  const all = [...report.findings, ...report.impression.flatMap(({ findings }) => findings)];
  const page: Page = { lines, lexicon, levels: levelStyleOf(lines.text.slice(start, end)), all, style };
  return statements.map((statement) => `${drawStatement(file, statement, page).join('\n')}\n`).join('\n');
}

function drawStatement(file: string, statement: ExplainedStatement, page: Page): string[] {
  const { lines, style } = page;
  const { colours, room } = style;
  const { line, column } = lines.placeOf(statement.range.start);
  const topic = statement.topic === null ? '' : `, under ${quoted(statement.topic, page)}`;
  const section = statement.section === '' ? 'no section' : statement.section;
  const marked = statement.words.map((word) => word.range).sort((a, b) => a.start - b.start);
  const words = statement.words.map(({ range, category, value }) => `${quoted(range, page)} ${asWhat(category, value)}`);
  return [
    `${colours.strong(`${oneLine(file)}:${line}:${column}:`)} ${section}${topic}`,
    ...underlined(lines.text, statement.range, marked, Math.max(LEAST, room - 2)).map(
      (row) => `  ${/^[ -]+$/.test(row) ? colours.related(row) : row}`,
    ),
    ...wrapped('words', words, page),
    ...wrapped(
      'not understood',
      statement.unknown.map((range) => quoted(range, page)),
      page,
    ),
    ...statement.scopes.map((scope) => field(scopeName(scope, page), quoted(scope.range, page), page)),
    ...statement.findings.flatMap((found) => drawFinding(found, page)),
  ];
}

const asWhat = (category: string, value: string): string =>
  category === 'level' || category === 'number' || value === '' ? category : `${category} ${value}`;

const SCOPES: Readonly<Record<Scope['kind'], string>> = {
  denied: 'denied',
  possible: 'hedged',
  apart: 'past, another person or only asked',
  'not-new': 'denied only as new',
};

const scopeName = ({ kind, cue }: Scope, page: Page): string => `${SCOPES[kind]}${cue === null ? '' : ` by ${quoted(cue, page)}`}`;

function drawFinding({ finding, named, reasons }: ExplainedFinding, page: Page): string[] {
  const { colours } = page.style;
  const words = findingWords(finding, page.all, page.levels, page.lexicon).join('; ');
  const head = `  ${colours.strong(`${finding.id} ${finding.kind}`)} ${words}`;
  const why =
    named.type === 'elsewhere'
      ? [`${INDENT}stands in line ${page.lines.placeOf(finding.range.start).line}; this statement adds:`]
      : [
          `${INDENT}named by ${quoted(named.range, page)}: ${named.type === 'head' ? named.id : `${named.observation} × ${named.structure}`}`,
        ];
  return [
    cut(head, page.style.room),
    ...why,
    ...reasons.map(
      ({ part, range, from }) => `${INDENT}${PARTS[part] ?? part} ${range === null ? FROM[from] : `from ${placed(range, finding, page)}`}`,
    ),
  ];
}

const PARTS: Readonly<Partial<Record<Part, string>>> = { suggests: 'diagnosis' };
const FROM = { words: '', topic: 'from the topic', name: 'from the words that name it, or what it belongs to' } as const;

/** The words; with their line where they stand in another than the finding. */
function placed(range: Span, finding: Finding, page: Page): string {
  const line = page.lines.placeOf(range.start).line;
  const isNear = range.start >= finding.range.start && range.start < finding.range.end;
  return `${quoted(range, page)}${isNear ? '' : ` (line ${line})`}`;
}

const LONGEST_QUOTE = 60;
const quoted = ({ start, end }: Span, { lines, style }: Page): string => {
  // A far longer text is not put on one line first.
  const words = oneLine(lines.text.slice(start, Math.min(end, start + 8 * LONGEST_QUOTE)));
  return `"${cut(words, Math.max(LEAST, Math.min(LONGEST_QUOTE, style.room - 30)))}"`;
};

const field = (name: string, text: string, { style }: Page): string => `  ${style.colours.frame(`${name}:`)} ${text}`;

/** A list of things under a name, over as many lines as it takes; none for an empty list. */
function wrapped(name: string, things: readonly string[], page: Page): string[] {
  const rows: string[] = [];
  let row = '';
  let room = page.style.room - name.length - 5;
  for (const [i, thing] of things.entries()) {
    const next = i < things.length - 1 ? `${thing}, ` : thing;
    if (row !== '' && widthOf(row) + widthOf(next.trimEnd()) > room) {
      rows.push(row.trimEnd());
      row = '';
      room = page.style.room - INDENT.length;
    }
    row += next;
  }
  if (row !== '') rows.push(row.trimEnd());
  return rows.map((text, i) => (i === 0 ? field(name, text, page) : `${INDENT}${text}`));
}
