/** One entry of a rule file: its key word, what stands behind it, and the indented lines below it. Lines count from 1. */
export interface Entry {
  readonly key: string;
  readonly text: string;
  readonly line: number;
  /** Indented lines below, without the indent that they share; empty lines inside are kept. */
  readonly block: readonly string[];
}

/** From one `rule ID` line to the next. */
export interface RuleText {
  readonly id: string;
  readonly line: number;
  readonly entries: readonly Entry[];
}

export interface RuleFile {
  readonly rules: readonly RuleText[];
  /** Entries that stand before the first rule. */
  readonly stray: readonly Entry[];
}

/** Small letters, digits and hyphens. */
export const isRuleId = (id: string): boolean => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id);

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The block without its outer blank lines and its common indent. */
function unindent(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const kept = lines.slice(0, last + 1);
  const indent = Math.min(...kept.filter((line) => line.trim() !== '').map(indentOf));
  return kept.map((line) => (line.trim() === '' ? '' : line.slice(indent)));
}

/** Splits a rule file into its entries. Blank lines and lines that begin with `#` or `//` are for readers only. */
function entriesOf(text: string): Entry[] {
  const entries: { key: string; text: string; line: number; block: string[] }[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, i) => {
    const open = entries.at(-1);
    if (/^\s/.test(line) || line === '') {
      open?.block.push(line.replaceAll('\t', '  '));
      return;
    }
    if (/^(?:#|\/\/)/.test(line)) return;
    const key = /^\S+/.exec(line)?.[0] ?? '';
    entries.push({ key, text: line.slice(key.length).trim(), line: i + 1, block: [] });
  });
  return entries.map((entry) => ({ ...entry, block: unindent(entry.block) }));
}

/** The rules of a file as written. Any text at all gives something; what is wrong with it is for the compiler to say. */
export function readRuleFile(text: string): RuleFile {
  const rules: { id: string; line: number; entries: Entry[] }[] = [];
  const stray: Entry[] = [];
  for (const entry of entriesOf(text)) {
    if (entry.key === 'rule') rules.push({ id: entry.text, line: entry.line, entries: [] });
    else (rules.at(-1)?.entries ?? stray).push(entry);
  }
  return { rules, stray };
}

/** The entry's words on one line: a long message may go on below, indented. */
export const joined = (entry: Entry): string =>
  [entry.text, ...entry.block.map((line) => line.trim())].filter((part) => part !== '').join(' ');
