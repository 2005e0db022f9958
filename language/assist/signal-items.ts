import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Term } from '../lexicon/term.ts';
import { decideSequenceOrVertebra } from '../syntax/sequence-or-vertebra.ts';
import { And, Comma, Dash, Intensity, type Lexeme, Sequence, Severity, Slash, To } from '../syntax/tokens.ts';
import type { Proposal } from './item.ts';
import { inCaseOf } from './letter-case.ts';
import type { Place } from './place.ts';
import { MR_INTENSITIES, REFERENCE_TISSUES, SEQUENCES, SIGNAL_PATTERNS } from './signal-patterns.ts';

/** What follows sequences, intensities and grades: `T1`, `T1 and`, `isointense to`, `mild to`; none elsewhere. */
export function signalItems(place: Place, lexicon: Lexicon): Proposal[] {
  const before = place.before.map((token) => ({ ...token }));
  const last = before.at(-1);
  const previous = before.at(-2);
  if (last === undefined) return [];
  if (last.tokenType === To && previous?.tokenType === Intensity) return referenceItems(place);
  if (last.tokenType === To && previous?.tokenType === Severity) return severityItems(place, previous, lexicon);
  if (!speaksOfSignal(place)) return [];
  const isSequence = sequenceTest(before, lexicon);
  return afterSequences(place, withoutQualifiers(before), isSequence, lexicon);
}

/** `T1` of `T1-weighted images`. */
function withoutQualifiers(tokens: readonly Lexeme[]): readonly Lexeme[] {
  const core = tokens.findLastIndex(({ image }) => !QUALIFIER.test(image)) + 1;
  return tokens.slice(0, core < tokens.length && tokens[core - 1]?.tokenType === Dash ? core - 1 : core);
}

const QUALIFIER = /^(?:weighted|wi?|images?|sequences?|signals?)$/;

function afterSequences(
  place: Place,
  before: readonly Lexeme[],
  isSequence: (token: Lexeme | undefined) => boolean,
  lexicon: Lexicon,
): Proposal[] {
  const last = before.at(-1);
  if (isJoiner(last) && isSequence(before.at(-2))) return sequenceItems(place, before.filter(isSequence), lexicon);
  if (!isSequence(last)) return [];
  const first = firstOfGroup(before, isSequence);
  // `isointense on T1 and T2` has said it already.
  if (/^(?:on|in)$/.test(before[first - 1]?.image ?? '') && before.some((token) => token.tokenType === Intensity)) return [];
  return [...intensityItems(place, lexicon), ...patternItems(place, place.start + (before[first]?.startOffset ?? 0))];
}

function speaksOfSignal({ section, field, report }: Place): boolean {
  const modality = report?.exam.modality ?? 'MR';
  return modality === 'MR' && field === undefined && section !== 'technique';
}

/** Bare `T1` and `T2` count as sequences unless something says vertebra. */
function sequenceTest(tokens: Lexeme[], lexicon: Lexicon): (token: Lexeme | undefined) => boolean {
  const undecided = new Set(decideSequenceOrVertebra(tokens, lexicon).map(({ start }) => start));
  return (token) => token !== undefined && (token.tokenType === Sequence || undecided.has(token.startOffset));
}

const isJoiner = (token: Lexeme | undefined): boolean => token !== undefined && [And, Comma, Slash].includes(token.tokenType);

function firstOfGroup(tokens: readonly Lexeme[], isSequence: (token: Lexeme | undefined) => boolean): number {
  let first = tokens.length - 1;
  while ((isJoiner(tokens[first - 1]) || tokens[first - 1]?.tokenType === Dash) && isSequence(tokens[first - 2])) first -= 2;
  return first;
}

function intensityItems(place: Place, lexicon: Lexicon): Proposal[] {
  return MR_INTENSITIES.flatMap((id) => {
    const term = lexicon.term(id, 'intensity');
    return term === undefined ? [] : wordItem(place, term.label, 'intensity', 'signal', term);
  });
}

/** Patterns begin with their own sequence, so they take the place of the sequences that were typed. */
function patternItems(place: Place, groupStart: number): Proposal[] {
  const { text, word, typed } = place;
  const group = text.slice(groupStart, word.start);
  if (!/^T[12]/i.test(group) || /[\r\n]/.test(group)) return [];
  return SIGNAL_PATTERNS.filter(({ name }) => name.startsWith(typed.toLowerCase())).map(({ name, detail, text: words }) => ({
    label: `${name}: ${words}`,
    insertText: words,
    replace: { start: groupStart, end: word.end },
    kind: 'pattern',
    detail,
    filterText: `${group}${name}`,
  }));
}

function sequenceItems(place: Place, said: readonly Lexeme[], lexicon: Lexicon): Proposal[] {
  const images = new Set(said.map((token) => token.image.toUpperCase()));
  return SEQUENCES.filter((id) => !images.has(id)).flatMap((id) => {
    const term = lexicon.term(id, 'sequence');
    return term === undefined ? [] : wordItem(place, id, 'sequence', 'sequence', term);
  });
}

const referenceItems = (place: Place): Proposal[] =>
  REFERENCE_TISSUES.flatMap((tissue) => wordItem(place, tissue, 'reference', 'reference tissue'));

/** The grades above the one that a span begins with. */
function severityItems(place: Place, from: Lexeme, lexicon: Lexicon): Proposal[] {
  const value = from.payload?.senses.find(({ term }) => term.category === 'severity')?.term.value ?? '';
  const above = GRADES.slice(GRADES.indexOf(value) + 1);
  return above.flatMap((id) => {
    const term = lexicon.term(id, 'severity');
    return term === undefined ? [] : wordItem(place, term.label, 'severity', 'severity', term);
  });
}

const GRADES: readonly string[] = ['mild', 'moderate', 'severe'];

function wordItem({ word, typed }: Place, label: string, kind: Proposal['kind'], detail: string, term?: Term): Proposal[] {
  if (!label.toLowerCase().startsWith(typed.toLowerCase())) return [];
  const insertText = inCaseOf(typed, label);
  return [{ label: insertText, insertText, replace: word, kind, detail, filterText: label, ...(term === undefined ? {} : { term }) }];
}
