import { placeOfWords } from '../text/place-of-words.ts';
import type { Span } from '../text/span.ts';
import type { Clause, Pattern } from './clause.ts';
import { hintFor } from './clause-hints.ts';
import { misplaced, type Places, variablesOfClause } from './clause-variables.ts';
import { MODALITIES } from './condition.ts';
import { parseClause } from './parse-clause.ts';
import { RELATION_TABLE } from './relations.ts';
import type { PhraseReader } from './rule.ts';

type Parameters = Readonly<Record<string, number>>;
/** `range` is the place in the clause's text. */
type Compiled<T> = { readonly clause: T } | { readonly error: string; readonly range: Span };

/** An error about some words of a clause; about all of it where they do not stand in it as they are. */
const wrong = (error: string, text: string, words: string): { readonly error: string; readonly range: Span } => ({
  error,
  range: placeOfWords(text, words) ?? { start: 0, end: text.length },
});

/** A parameter stands for the number that its line gives it. */
function withLimit(clause: Clause, text: string, parameters: Parameters): Compiled<Clause> {
  if (!('limit' in clause) || clause.limit.parameter === null) return { clause };
  const { parameter } = clause.limit;
  const value = parameters[parameter];
  if (value === undefined) return wrong(`"${parameter}" is neither a number nor a parameter of this rule.`, text, parameter);
  return { clause: { ...clause, limit: { parameter, value } } };
}

/** A pattern whose phrase the reader understands, and whose levels are levels. */
function compilePattern(pattern: Pattern, text: string, reader: PhraseReader): Compiled<Pattern> {
  for (const constraint of pattern.constraints) {
    if (constraint.type !== 'levels' || constraint.operand.type !== 'written') continue;
    const { words, levels } = constraint.operand;
    if (levels.length === 0) return wrong(`"${words}" is no vertebral level.`, text, words);
  }
  if (pattern.head.type === 'note') return compileNote(pattern, pattern.head, text, reader);
  if (pattern.head.type !== 'phrase') return { clause: pattern };
  const means = reader.readPhrase(pattern.head.text);
  if (means.length === 0) {
    return wrong(`"${pattern.head.text}" names no finding that the vocabulary knows.${hintFor(text)}`, text, pattern.head.text);
  }
  const [unknown] = reader.unknownWords(pattern.head.text);
  if (unknown !== undefined) return wrong(`"${unknown}" is no word of the vocabulary.${hintFor(text)}`, text, unknown);
  // It would take either, and who writes it means both.
  if (means.length > 1 && /\band\b/.test(pattern.head.text))
    return wrong(`"${pattern.head.text}" names several findings.${hintFor(pattern.head.text)}`, text, pattern.head.text);
  return { clause: { ...pattern, head: { ...pattern.head, means, kinds: [...new Set(means.map(({ kind }) => kind))] } } };
}

function compileNote(
  pattern: Pattern,
  head: Extract<Pattern['head'], { type: 'note' }>,
  text: string,
  reader: PhraseReader,
): Compiled<Pattern> {
  const kinds: string[] = [];
  for (const name of head.names) {
    const named = reader.noteKinds(head.category, name);
    if (named.length === 0) return wrong(`"${name}" names no ${head.category.replaceAll('-', ' ')} that the vocabulary knows.`, text, name);
    kinds.push(...named);
  }
  return { clause: { ...pattern, head: { ...head, kinds } } };
}

function complaint(clause: Clause, text: string): { readonly error: string; readonly range: Span } | null {
  if (clause.type === 'exam') {
    const unknown = clause.modalities.find((name) => !(name.toLowerCase() in MODALITIES));
    return unknown === undefined ? null : wrong(`"${unknown}" is no kind of examination that rules know.`, text, unknown);
  }
  if (clause.type === 'compare' && !RELATION_TABLE[clause.attribute]?.[clause.relation]) {
    return wrong(`The ${clause.attribute} of findings cannot be compared in this way.`, text, `${clause.attribute} of ${clause.left}`);
  }
  if (clause.type === 'placed' && clause.operand.type === 'written' && clause.operand.levels.length === 0) {
    return wrong(`"${clause.operand.words}" is no vertebral level.`, text, clause.operand.words);
  }
  if (clause.type === 'amount' && !['size', 'number', 'item'].includes(clause.attribute))
    return wrong(`The ${clause.attribute} of findings is no number.`, text, `${clause.attribute} of ${clause.of}`);
  return null;
}

const WHAT = { levels: 'the levels of a finding', side: 'the side of a finding' };

/** Reads a clause and settles what it means; `bound` are the variables of the lines above, `places` those of them that are no findings. */
export function compileClause(
  text: string,
  bound: ReadonlySet<string>,
  places: Places,
  reader: PhraseReader,
  parameters: Parameters,
): Compiled<Clause> {
  const parsed = parseClause(text);
  if ('error' in parsed) return { error: parsed.error.message, range: parsed.error.range };
  const { clause } = parsed;
  const complained = complaint(clause, text);
  if (complained !== null) return complained;
  const unbound = variablesOfClause(clause, bound).uses.find((name) => !bound.has(name));
  if (unbound !== undefined) return wrong(`Nothing above is called ${unbound}.`, text, unbound);
  const [place] = misplaced(clause, places);
  if (place !== undefined)
    return wrong(`${place} stands for ${WHAT[places.get(place) ?? 'levels']}, not for the finding: name that by "called".`, text, place);
  return clause.type === 'pattern' ? compilePattern(clause, text, reader) : withLimit(clause, text, parameters);
}
