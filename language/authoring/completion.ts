import type { Completions } from '../assist/completion.ts';
import { type CompletionItem, inOrder, plainProposal as item, type Proposal } from '../assist/item.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { ATTRIBUTES } from '../rules/attribute.ts';
import { readExample } from '../rules/example.ts';
import type { Entry } from '../rules/lines.ts';
import { BUILT_IN } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { exampleFrom } from './example-place.ts';
import { KEYS, written } from './keys.ts';
import { canBecomeClause, PHRASES } from './phrases.ts';
import { entryAt, isSaying, isStep } from './place.ts';
import type { RuleFileReading, RuleReading } from './reading.ts';
import { type VariablePlace, variablesOf } from './variables.ts';

/** What completion needs of the language: its words, and what it offers in a report. */
export interface Helps {
  readonly lexicon: Lexicon;
  completeReport(text: string, offset: number): Completions;
}

const NONE: Completions = { items: [], isIncomplete: false };

/** What fits at a place of a rule file: key words, words of the rule language, terms, variables; in an example, what a report offers. */
export function completeRules(reading: RuleFileReading, offset: number, helps: Helps): Completions {
  const { text } = reading;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  if (/^(?:#|\/\/)/.test(line)) return NONE;
  const here = entryAt(reading, offset);
  if (/^[a-z]*$/.test(line)) return whole(keyItems(here?.rule ?? null, line, { start: lineStart, end: offset }, lineStart));
  if (here === null) return NONE;
  const { rule, entry } = here;
  if (entry.key === 'good' || entry.key === 'bad') return inExample(rule, entry, offset, helps);
  const words = wordsBefore(text, offset, rule.start + entry.start + entry.key.length);
  if (/\{[^{}]*$/.test(words)) return whole(placeItems(rule, words, offset));
  if (isStep(entry)) return clauseItems(words, offset, rule, entry, helps.lexicon);
  if (isSaying(entry)) {
    const condition = /^when ((?:"[^"]*"|[^":])*)$/.exec(words)?.[1];
    if (condition !== undefined) return clauseItems(condition, offset, rule, entry, helps.lexicon);
    return whole(listed(['when '], words, offset, 'a condition for this message'));
  }
  if (entry.key === 'fix') return whole(listed(fixesOf(rule), words, offset, 'a fix'));
  if (entry.key === 'mark') return whole(listed(marksOf(rule), words, offset, 'what is underlined'));
  return NONE;
}

const whole = (proposals: readonly Proposal[]): Completions => ({ items: inOrder(proposals), isIncomplete: false });

/** The entry's words up to the cursor, on one line. */
const wordsBefore = (text: string, offset: number, from: number): string =>
  text.slice(Math.min(from, offset), offset).replace(/\s+/g, ' ').trimStart();

/** Key words that the line begins; those that the rule still lacks come first. */
function keyItems(rule: RuleReading | null, typed: string, replace: Span, lineStart: number): Proposal[] {
  const used = new Set(rule?.written.entries.filter(({ start }) => start + rule.start < lineStart).map(({ key }) => key));
  const said = ['error', 'warning', 'info', 'hint'].some((key) => used.has(key));
  const done = (key: string): boolean =>
    ['title', 'because', 'source', 'mark', 'good', 'bad'].includes(key) ? used.has(key) : said && isSaying({ key } as Entry);
  const keys = rule === null ? ['rule'] : Object.keys(KEYS);
  return keys
    .filter((key) => key.startsWith(typed))
    .sort((a, b) => Number(done(a)) - Number(done(b)))
    .map((key) => item(key, written(key), replace, 'keyword', KEYS[key] ?? ''));
}

function inExample(rule: RuleReading, entry: Entry, offset: number, helps: Helps): Completions {
  const example = readExample(entry);
  if ('error' in example) return NONE;
  const place = exampleFrom(example, offset - rule.start);
  if (place === null) return NONE;
  const { items, isIncomplete } = helps.completeReport(example.text, place);
  const by = offset - place;
  const moved = items.map((each): CompletionItem => ({ ...each, replace: { start: each.replace.start + by, end: offset } }));
  return { items: moved, isIncomplete };
}

/** How many words back something may have been begun that ends at the cursor. */
const MOST_WORDS = 5;
const MOST_TERMS = 40;

function clauseItems(words: string, offset: number, rule: RuleReading, entry: Entry, lexicon: Lexicon): Completions {
  if (entry.key === 'when' && words !== '' && 'built-in '.startsWith(words.slice(0, 9)))
    return whole(
      listed(
        Object.keys(BUILT_IN).map((name) => `built-in ${name}`),
        words,
        offset,
        'a check that words cannot say',
      ),
    );
  if ((words.match(/"/g)?.length ?? 0) % 2 === 1) return NONE;
  const before = boundBefore(rule, offset);
  const bound = before.map(({ name }) => name);
  const places = new Set(before.filter(({ isPlace }) => isPlace).map(({ name }) => name));
  const proposals: Proposal[] = [];
  for (const start of beginnings(words)) {
    const left = words.slice(0, start);
    const typed = words.slice(start);
    const replace = { start: offset - typed.length, end: offset };
    const begins = (phrase: string): boolean => phrase.toLowerCase().startsWith(typed.toLowerCase());
    for (const { words: pattern, is } of PHRASES)
      for (const phrase of filledIn(pattern, bound, places))
        if (begins(phrase) && canBecomeClause(left + phrase)) proposals.push(item(phrase, phrase, replace, 'keyword', is));
    for (const name of bound)
      if (begins(name) && (!places.has(name) || BEFORE_PLACE.test(left)) && canBecomeClause(`${left}${name}`))
        proposals.push(item(name, name, replace, 'variable', 'a variable of this rule'));
    if (typed !== '' && canBecomeClause(`${left}mass`))
      for (const { words: label, term } of lexicon.complete(typed, ['head', 'diagnosis', 'severity', 'side', 'site'], MOST_TERMS))
        if (label.toLowerCase().startsWith(typed.toLowerCase()))
          proposals.push({ ...item(label, label, replace, 'term', term.definition || term.label), term });
  }
  return { items: inOrder(proposals), isIncomplete: proposals.some(({ kind }) => kind === 'term') };
}

/** Where what ends at the cursor may have begun: the last words, the furthest first. */
function beginnings(words: string): number[] {
  const starts = [...words.matchAll(/(?<=^|\s)\S/g)].map(({ index }) => index);
  if (words === '' || words.endsWith(' ')) starts.push(words.length);
  return starts.slice(-MOST_WORDS);
}

/** Phrases in which levels or a side may stand for their finding. */
const OF_PLACES =
  /^(?:at|on|overlapping|within|beyond|outside|near|far from|above|below|on the other side from|(?:levels|discs|side) of) \$old|\$old spans/;

/** Words before a variable that may stand for levels or a side. */
const BEFORE_PLACE = /\b(?:at|on|overlapping|within|beyond|outside|near|from|above|below|(?:levels|discs|side) of)\s+$/;

/** A phrase with the rule's variables in it; `places` are those of them that are no findings. */
function filledIn(pattern: string, all: readonly string[], places: ReadonlySet<string>): string[] {
  const bound = OF_PLACES.test(pattern) || pattern.includes('$new') ? all : all.filter((name) => !places.has(name));
  if (pattern.includes('$new')) return [pattern.replace('$new', nextName(bound))];
  if (!pattern.includes('$old')) return [pattern];
  const [first, second = ''] = pattern.split(/(?<=\$old)/);
  const ways = bound.map((name) => first?.replace('$old', name) ?? '');
  if (!second.includes('$old')) return ways.map((way) => way + second);
  return ways.flatMap((way, i) => bound.filter((_, j) => j !== i).map((name) => way + second.replace('$old', name)));
}

const nextName = (bound: readonly string[]): string => [...'ABDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !bound.includes(letter)) ?? 'C';

/** Variables that the lines above the cursor name. */
const boundBefore = (rule: RuleReading, offset: number): VariablePlace[] =>
  variablesOf(rule).filter(({ range, binds }) => binds && range.end < offset);

const allBound = (rule: RuleReading): string[] => [...new Set(variablesOf(rule).flatMap(({ name, binds }) => (binds ? [name] : [])))];

/** `{L}`, `{levels of A}`, `{words}` in messages and fixes. */
function placeItems(rule: RuleReading, words: string, offset: number): Proposal[] {
  const names = allBound(rule);
  const all = [
    ...names.map((name) => `{${name}}`),
    ...names.map((name) => `{at ${name}}`),
    ...['{words}', '{suggestion}', '{mention}', '{exam}', '{regions}', '{age}', '{sex}', '{exam date}'],
    ...Object.keys(rule.rule?.parameters ?? {}).map((name) => `{${name}}`),
    ...names.flatMap((name) => ATTRIBUTES.map((attribute) => `{${attribute} of ${name}}`)),
  ];
  return listed(all, words.slice(words.lastIndexOf('{')), offset, 'filled in from the report');
}

const fixesOf = (rule: RuleReading): string[] => [
  'add finding: ',
  'add impression: ',
  'replace words by ',
  'safely replace words by ',
  ...allBound(rule).flatMap((name) => [`remove ${name}`, `replace levels of ${name} by `, `replace side of ${name} by `]),
];

const marksOf = (rule: RuleReading): string[] => [
  ...allBound(rule).flatMap((name) => [name, `head of ${name}`, `levels of ${name}`, `side of ${name}`]),
  'mention',
  'exam',
  'impression',
  'patient age',
  'patient sex',
];

const listed = (all: readonly string[], typed: string, offset: number, is: string): Proposal[] =>
  all
    .filter((words) => words.startsWith(typed))
    .map((words) => item(words.trim(), words, { start: offset - typed.length, end: offset }, 'keyword', is));
