import { clauseLexer, Variable } from '../rules/clause-tokens.ts';
import { type Entry, joined, placeOf } from '../rules/lines.ts';
import { type Span, shift } from '../text/span.ts';
import { clauseOf, isSaying, isStep } from './place.ts';
import { type RuleFileReading, type RuleReading, ruleAt } from './reading.ts';

/** A place where a rule names one of its variables. */
export interface VariablePlace {
  readonly name: string;
  /** Offsets in the file. */
  readonly range: Span;
  /** Whether the variable gets its meaning here: the first place in the rule's conditions that can give it one. */
  readonly binds: boolean;
  /** Whether the meaning that it gets here is levels or a side (`at L`), and no finding. */
  readonly isPlace: boolean;
}

/** Words before a variable that can give it its meaning. */
const BINDING = /\b(called|at|on|supported by)\s+$/;

/** Every place of every variable of a rule, in its order. */
export function variablesOf(rule: RuleReading): VariablePlace[] {
  const bound = new Set<string>();
  return rule.written.entries.flatMap((entry) => [
    ...inClause(entry, rule, bound),
    ...inWords(entry).map(({ name, range }) => ({ name, range: shift(placeOf(entry, range), rule.start), binds: false, isPlace: false })),
  ]);
}

function inClause(entry: Entry, rule: RuleReading, bound: Set<string>): VariablePlace[] {
  const clause = clauseOf(entry, rule);
  if (clause === null) return [];
  const { tokens } = clauseLexer().tokenize(clause.text);
  return tokens
    .filter(({ tokenType }) => tokenType === Variable)
    .map(({ image: name, startOffset }) => {
      const word = BINDING.exec(clause.text.slice(0, startOffset))?.[1] ?? null;
      const binds = !bound.has(name) && word !== null;
      if (binds) bound.add(name);
      return {
        name,
        range: clause.placeOf({ start: startOffset, end: startOffset + name.length }),
        binds,
        isPlace: binds && (word === 'at' || word === 'on'),
      };
    });
}

/** Variables in messages (`{levels of A}`), fixes (`remove A`) and marks (`levels of A`), as places in the entry's words. */
function inWords(entry: Entry): { name: string; range: Span }[] {
  if (isStep(entry)) return [];
  const words = joined(entry);
  const found: { name: string; range: Span }[] = [];
  const add = (pattern: RegExp): void => {
    for (const match of words.matchAll(pattern)) {
      const start = match.index + match[0].lastIndexOf(match[1] ?? '');
      found.push({ name: match[1] ?? '', range: { start, end: start + 1 } });
    }
  };
  if (isSaying(entry) || entry.key === 'fix') add(/\{(?:[^{}]* )?([A-Z])\}/g);
  if (entry.key === 'mark') add(/^(?:[\w ]+ of )?([A-Z])$/g);
  if (entry.key === 'fix') add(/^(?:remove|(?:safely )?replace(?: [\w ]+? of)?) ([A-Z])(?=$| (?:by|with) )/g);
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** The places of the variable at an offset, in its rule; empty where none is there. */
export function variableAt(reading: RuleFileReading, offset: number): readonly VariablePlace[] {
  const rule = ruleAt(reading, offset);
  const all = rule === undefined ? [] : variablesOf(rule);
  const here = all.find(({ range }) => range.start <= offset && offset <= range.end);
  return here === undefined ? [] : all.filter(({ name }) => name === here.name);
}

/** Why a variable may not get a name; null where it may. */
export function refusal(reading: RuleFileReading, offset: number, name: string): string | null {
  if (!/^[A-Z]$/.test(name)) return 'A variable is one capital letter.';
  const rule = ruleAt(reading, offset);
  const taken = rule !== undefined && variablesOf(rule).some((place) => place.name === name);
  const isItself = variableAt(reading, offset)[0]?.name === name;
  return taken && !isItself ? `This rule has another variable ${name} already.` : null;
}
