import type { Hover } from '../assist/hover.ts';
import { paragraphs, plain } from '../assist/markdown.ts';
import { termPage } from '../assist/term-page.ts';
import { placeInFile, readExample } from '../rules/example.ts';
import { joined } from '../rules/lines.ts';
import { shift } from '../text/span.ts';
import { exampleFrom } from './example-place.ts';
import { KEYS } from './keys.ts';
import { PHRASES } from './phrases.ts';
import { clauseOf, entryAt } from './place.ts';
import { type RuleFileReading, ruleAt } from './reading.ts';
import { variableAt } from './variables.ts';
import { type WordHelps, wordsAt } from './words.ts';

export interface HoverHelps extends WordHelps {
  hoverReport(text: string, offset: number): Hover | null;
}

/** What stands at a place of a rule file: a key word, a variable, a term, words of the rule language; in an example, what a report says. */
export function hoverRules(reading: RuleFileReading, offset: number, helps: HoverHelps): Hover | null {
  return (
    keyAt(reading, offset) ??
    variable(reading, offset) ??
    inExample(reading, offset, helps) ??
    term(reading, offset, helps) ??
    phrase(reading, offset)
  );
}

function keyAt(reading: RuleFileReading, offset: number): Hover | null {
  const rule = ruleAt(reading, offset);
  if (rule === undefined) return null;
  const starts = [{ key: 'rule', start: 0 }, ...rule.written.entries];
  const entry = starts.find(({ key, start }) => offset - rule.start >= start && offset - rule.start <= start + key.length);
  const page = entry && KEYS[entry.key];
  if (entry === undefined || page === undefined) return null;
  return { range: shift({ start: entry.start, end: entry.start + entry.key.length }, rule.start), markdown: `**${entry.key}** – ${page}` };
}

function variable(reading: RuleFileReading, offset: number): Hover | null {
  const places = variableAt(reading, offset);
  const here = places.find(({ range }) => range.start <= offset && offset <= range.end);
  if (here === undefined) return null;
  const bound = places.find(({ binds }) => binds);
  const line = bound && entryAt(reading, bound.range.start)?.entry;
  const page = line ? `Named in \`${line.key} ${joined(line)}\`.` : 'Nothing above gives it a meaning.';
  return { range: here.range, markdown: paragraphs([`**${here.name}** (variable)`, page]) };
}

function inExample(reading: RuleFileReading, offset: number, { hoverReport }: HoverHelps): Hover | null {
  const here = entryAt(reading, offset);
  if (here === null || (here.entry.key !== 'good' && here.entry.key !== 'bad')) return null;
  const example = readExample(here.entry);
  if ('error' in example) return null;
  const at = exampleFrom(example, offset - here.rule.start);
  const found = at === null ? null : hoverReport(example.text, at);
  return found && { range: shift(placeInFile(example, found.range), here.rule.start), markdown: found.markdown };
}

function term(reading: RuleFileReading, offset: number, helps: HoverHelps): Hover | null {
  const found = wordsAt(reading, offset, helps);
  return found && { range: found.range, markdown: termPage(found.term) };
}

/** Fixed words of the rule language, the longest that stand there. */
function phrase(reading: RuleFileReading, offset: number): Hover | null {
  const here = entryAt(reading, offset);
  const clause = here && clauseOf(here.entry, here.rule);
  if (!clause) return null;
  const found = PHRASES.flatMap(({ words, is }) => {
    const pattern = new RegExp(`(?<![\\w-])${words.replace(/\$(?:old|new)/g, '[A-Z]').replaceAll(' ', '\\s+')}(?![\\w-])`, 'g');
    return [...clause.text.matchAll(pattern)].map(({ index, 0: text }) => ({
      is,
      text,
      range: clause.placeOf({ start: index, end: index + text.length }),
    }));
  })
    .filter(({ range }) => range.start <= offset && offset <= range.end)
    .sort((a, b) => b.text.length - a.text.length)[0];
  return found === undefined ? null : { range: found.range, markdown: `**${plain(found.text)}** – ${found.is}` };
}
