import type { Report } from '../../meaning/report.ts';
import { commonItems } from '../../text/common-items.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { fillTemplate, usedWith } from '../fill.ts';
import { templateOf } from '../left-over.ts';
import { aboutOf, type Library, type Template } from '../template.ts';
import { valueProblem } from '../value.ts';
import { type ContradictionTools, withoutContradicted } from './contradicted.ts';
import { mergeLines } from './merge.ts';
import { valuesIn } from './recover.ts';
import { countsBeyond, countWords, wordsBeyond } from './words.ts';
import { valuesFor, writtenLines } from './written-lines.ts';

/** Something about a migrated report that a person has to look at. */
export interface MigrationNote {
  readonly message: string;
  /** In the report as it was. */
  readonly range: Span;
}

export interface Migration {
  readonly edits: readonly TextEdit[];
  readonly notes: readonly MigrationNote[];
  /** How many reports of the text were made from the old template. */
  readonly count: number;
}

export interface MigrationTools extends ContradictionTools {
  readonly library: Library;
}

/** The edits that make the reports of a text, made from one template, reports of another; nothing that a person wrote is lost. */
export function migrateReports(text: string, reports: readonly Report[], from: Template, to: Template, tools: MigrationTools): Migration {
  const edits: TextEdit[] = [];
  const notes: MigrationNote[] = [];
  let count = 0;
  for (const report of reports) {
    const named = templateOf(report, text);
    if (named === null) continue;
    const isDone = isMade(text, named.start, to) && !isMade(text, named.start, from);
    if (named.name !== from.name && !isDone) continue;
    count++;
    if (isDone) continue;
    const done = migrateReport(text, report.outline.range, from, to, tools);
    edits.push(...done.edits);
    notes.push(...done.notes);
  }
  return { edits, notes, count };
}

/** Where a report names its template. */
const NAMED = /(?<=^[ \t]*Template[ \t]*:[ \t]*)\S/im;

/** Whether a report names this version of a template. */
function isMade(text: string, at: number, template: Template): boolean {
  if (at < 0) return false;
  const [, name = '', version = ''] = /^(\S+)[ \t]*(\S*)/.exec(text.slice(at, at + 200)) ?? [];
  return name.toLowerCase() === template.name && version === aboutOf(template, 'version');
}

/** A migration that goes on changing what it has changed is none. */
const MOST_ROUNDS = 4;

function migrateReport(text: string, { start, end }: Span, from: Template, to: Template, tools: MigrationTools): Omit<Migration, 'count'> {
  const whole = text.slice(start, end);
  const said = whole.trimEnd();
  const lineBreak = /\r\n|\r|\n/.exec(said)?.[0] ?? '\n';
  const before = said.split(/\r\n|\r|\n/);
  const first = round(before, from, to, tools);
  const done = { edits: lineEdits(text, start, before, first.lines, lineBreak), notes: notesOf(text, start, first.conflicts) };
  // It is known by its name then; else it would be migrated again.
  const after = first.lines.join('\n');
  if (!isMade(said, said.search(NAMED), to) && isMade(after, after.search(NAMED), to)) return done;
  let { lines } = first;
  for (let n = 0; n < MOST_ROUNDS; n++) {
    const next = round(lines, from, to, tools).lines;
    if (next.join('\n') === lines.join('\n')) return { ...done, edits: lineEdits(text, start, before, lines, lineBreak) };
    lines = next;
  }
  return refused(start, said);
}

const refused = (start: number, said: string): Omit<Migration, 'count'> => ({
  edits: [],
  notes: [{ message: 'This report has changed too much to be migrated; it is left as it is.', range: { start, end: start + said.length } }],
});

interface Round {
  readonly lines: readonly string[];
  readonly conflicts: ReturnType<typeof mergeLines>['conflicts'];
}

function round(mine: readonly string[], from: Template, to: Template, tools: MigrationTools): Round {
  const { library, lexicon } = tools;
  const values = valuesIn(mine, from, library, lexicon);
  const fill = (template: Template, given: typeof values) => fillTemplate(template, given, { library, lexicon, defaults: false });
  const isValue = (template: Template, key: string, value: string): boolean => {
    const field = usedWith(template, library).flatMap(({ fields }) => fields.get(key)?.field ?? [])[0];
    return field !== undefined && valueProblem(field, value, lexicon) === null;
  };
  const base = writtenLines(fill(from, values), from, library);
  const theirs = writtenLines(fill(to, valuesFor(values, from, to, library, isValue)), to, library);
  // What of the report is no word of the template's own: what the person wrote, and what was filled in.
  const given = base.flatMap((line) => line.given.map(({ words }) => words)).join(' ');
  const templates = wordsBeyond(withoutName(base.map(({ text }) => text)).join('\n'), given);
  const own = countsBeyond(countWords(withoutName(mine).join('\n')), templates);
  const missingIn = (lines: readonly string[]) => countsBeyond(own, countWords(lines.join('\n')));
  const locked = new Set<number>();
  for (let n = 0; n < MOST_ROUNDS; n++) {
    const merged = mergeLines(mine, base, theirs, locked);
    const missing = missingIn(merged.lines);
    if (missing.size === 0) {
      const sound = withoutContradicted(merged.lines, mine, tools);
      return missingIn(sound.lines).size > 0
        ? { ...merged, lines: trimmed(merged.lines) }
        : { lines: trimmed(sound.lines), conflicts: [...merged.conflicts, ...sound.conflicts] };
    }
    for (const [line, words] of mine.entries()) if ([...countWords(words).keys()].some((word) => missing.has(word))) locked.add(line);
  }
  return {
    lines: mine,
    conflicts: [{ line: 0, message: 'What you wrote has no place in the new template; the report is left as it is.' }],
  };
}

/** The report goes on behind its last line as it did. */
const trimmed = (lines: readonly string[]): readonly string[] => lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1);

/** Without the line that names the template. */
const withoutName = (lines: readonly string[]): readonly string[] => lines.filter((line) => !/^\s*Template\s*:/i.test(line));

const notesOf = (text: string, start: number, conflicts: Round['conflicts']): MigrationNote[] => {
  const lines = [...text.slice(start).matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)];
  return conflicts.map(({ line, message }) => {
    const at = line === null ? undefined : lines[line];
    const from = start + (at?.index ?? 0);
    return { message, range: { start: from, end: from + (at?.[0].replace(/[\r\n]+$/, '').length ?? 0) } };
  });
};

/** Edits that put lines in the place of others; those that are the same are not touched. */
function lineEdits(text: string, start: number, before: readonly string[], after: readonly string[], lineBreak: string): TextEdit[] {
  const starts: number[] = [start];
  for (const line of before) {
    const end = (starts.at(-1) ?? start) + line.length;
    starts.push(end + (/^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0].length ?? 0));
  }
  const startOf = (line: number): number => starts[line] ?? start;
  const endOf = (line: number): number => startOf(line) + (before[line]?.length ?? 0);
  const edits: TextEdit[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...commonItems(before, after), [before.length, after.length] as const]) {
    const words = after.slice(j, y).join(lineBreak);
    const isAtEnd = x === before.length;
    if (x > i && y > j) edits.push({ range: { start: startOf(i), end: endOf(x - 1) }, text: words });
    // At the end, the last line has no line break of its own.
    else if (x > i)
      edits.push({
        range: isAtEnd ? { start: i > 0 ? endOf(i - 1) : startOf(i), end: endOf(x - 1) } : { start: startOf(i), end: startOf(x) },
        text: '',
      });
    else if (y > j)
      edits.push(
        isAtEnd
          ? { range: { start: endOf(i - 1), end: endOf(i - 1) }, text: `${lineBreak}${words}` }
          : { range: { start: startOf(i), end: startOf(i) }, text: `${words}${lineBreak}` },
      );
    [i, j] = [x + 1, y + 1];
  }
  return edits;
}
