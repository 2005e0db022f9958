import type { Clause, Pattern } from './clause.ts';
import { parseClause } from './clause-parser.ts';
import { variablesOfClause } from './clause-variables.ts';
import { MODALITIES } from './condition.ts';
import { RELATION_TABLE } from './relations.ts';
import type { PhraseReader } from './rule.ts';

type Parameters = Readonly<Record<string, number>>;
type Compiled<T> = { readonly clause: T } | { readonly error: string };

/** A parameter stands for the number that its line gives it. */
function withLimit(clause: Clause, parameters: Parameters): Compiled<Clause> {
  if (!('limit' in clause) || clause.limit.parameter === null) return { clause };
  const { parameter } = clause.limit;
  const value = parameters[parameter];
  if (value === undefined) return { error: `"${parameter}" is neither a number nor a parameter of this rule.` };
  return { clause: { ...clause, limit: { parameter, value } } };
}

/** A pattern whose phrase the reader understands, and whose levels are levels. */
function compilePattern(pattern: Pattern, reader: PhraseReader): Compiled<Pattern> {
  for (const constraint of pattern.constraints) {
    if (constraint.type !== 'levels' || constraint.operand.type !== 'written') continue;
    if (constraint.operand.levels.length === 0) return { error: `"${constraint.operand.words}" is no vertebral level.` };
  }
  if (pattern.head.type === 'note') return compileNote(pattern, pattern.head, reader);
  if (pattern.head.type !== 'phrase') return { clause: pattern };
  const means = reader.readPhrase(pattern.head.text);
  if (means.length === 0) return { error: `"${pattern.head.text}" names no finding that the vocabulary knows.` };
  return { clause: { ...pattern, head: { ...pattern.head, means } } };
}

function compileNote(pattern: Pattern, head: Extract<Pattern['head'], { type: 'note' }>, reader: PhraseReader): Compiled<Pattern> {
  const kinds: string[] = [];
  for (const name of head.names) {
    const named = reader.noteKinds(head.category, name);
    if (named.length === 0) return { error: `"${name}" names no ${head.category.replaceAll('-', ' ')} that the vocabulary knows.` };
    kinds.push(...named);
  }
  return { clause: { ...pattern, head: { ...head, kinds } } };
}

function complaint(clause: Clause): string | null {
  if (clause.type === 'exam') {
    const unknown = clause.modalities.find((name) => !(name.toLowerCase() in MODALITIES));
    return unknown === undefined ? null : `"${unknown}" is no kind of examination that rules know.`;
  }
  if (clause.type === 'compare' && !RELATION_TABLE[clause.attribute]?.[clause.relation]) {
    return `The ${clause.attribute} of findings cannot be compared in this way.`;
  }
  if (clause.type === 'placed' && clause.operand.type === 'written' && clause.operand.levels.length === 0) {
    return `"${clause.operand.words}" is no vertebral level.`;
  }
  if (clause.type === 'amount' && !['size', 'number', 'item'].includes(clause.attribute))
    return `The ${clause.attribute} of findings is no number.`;
  return null;
}

/** Reads a clause and settles what it means; `bound` are the variables of the lines above. */
export function compileClause(text: string, bound: ReadonlySet<string>, reader: PhraseReader, parameters: Parameters): Compiled<Clause> {
  const parsed = parseClause(text);
  if ('error' in parsed) return { error: parsed.error.message };
  const error = complaint(parsed.clause);
  if (error !== null) return { error };
  const unbound = variablesOfClause(parsed.clause, bound).uses.find((name) => !bound.has(name));
  if (unbound !== undefined) return { error: `Nothing above is called ${unbound}.` };
  return parsed.clause.type === 'pattern' ? compilePattern(parsed.clause, reader) : withLimit(parsed.clause, parameters);
}
