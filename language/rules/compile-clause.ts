import type { Clause, Pattern } from './clause.ts';
import { parseClause } from './clause-parser.ts';
import { variablesOfClause } from './clause-variables.ts';
import { MODALITIES } from './condition.ts';
import { RELATION_TABLE } from './relations.ts';
import type { PhraseReader } from './rule.ts';

type Compiled<T> = { readonly clause: T } | { readonly error: string };

/** A pattern whose phrase the reader understands, and whose levels are levels. */
function compilePattern(pattern: Pattern, reader: PhraseReader): Compiled<Pattern> {
  for (const constraint of pattern.constraints) {
    if (constraint.type !== 'levels' || constraint.operand.type !== 'written') continue;
    if (constraint.operand.levels.length === 0) return { error: `"${constraint.operand.words}" is no vertebral level.` };
  }
  if (pattern.head.type !== 'phrase') return { clause: pattern };
  const means = reader.readPhrase(pattern.head.text);
  if (means.length === 0) return { error: `"${pattern.head.text}" names no finding that the vocabulary knows.` };
  return { clause: { ...pattern, head: { ...pattern.head, means } } };
}

function complaint(clause: Clause): string | null {
  if (clause.type === 'exam') {
    const unknown = clause.modalities.find((name) => !(name.toLowerCase() in MODALITIES));
    return unknown === undefined ? null : `"${unknown}" is no kind of examination that rules know.`;
  }
  if (clause.type === 'compare' && !RELATION_TABLE[clause.attribute]?.[clause.relation]) {
    return `The ${clause.attribute} of findings cannot be compared in this way.`;
  }
  if (clause.type === 'size' && Number.isNaN(clause.mm)) return 'A size needs a number and mm or cm.';
  return null;
}

/** Reads a clause and settles what it means; `bound` are the variables of the lines above. */
export function compileClause(text: string, bound: ReadonlySet<string>, reader: PhraseReader): Compiled<Clause> {
  const parsed = parseClause(text);
  if ('error' in parsed) return { error: parsed.error.message };
  const error = complaint(parsed.clause);
  if (error !== null) return { error };
  const unbound = variablesOfClause(parsed.clause, bound).uses.find((name) => !bound.has(name));
  if (unbound !== undefined) return { error: `Nothing above is called ${unbound}.` };
  return parsed.clause.type === 'pattern' ? compilePattern(parsed.clause, reader) : parsed;
}
