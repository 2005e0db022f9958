import { CATEGORY_NAMES } from '../../assist/names.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { LexiconRule } from '../../lexicon/lexicon-rules.ts';
import type { Category, Term } from '../../lexicon/term.ts';
import { keysOf, wordEnd } from '../../lexicon/trie.ts';
import { isCountable, variants } from '../../lexicon/variants.ts';
import { createLexer } from '../../syntax/tokens.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import type { Entry, Words } from './entries.ts';
import { mentionsIn } from './mentions.ts';
import { otherSpelling } from './other-spelling.ts';
import { otherNumber } from './plurals.ts';
import type { LexiconReading } from './reading.ts';

/** What is wrong with words, before it is a diagnostic. */
export interface WordsProblem {
  readonly rule: LexiconRule;
  readonly message: string;
  readonly range: Span;
  /** Words that would mend it as a synonym of this entry. */
  readonly add?: { readonly entry: Entry; readonly words: string };
}

type Lex = ReturnType<typeof createLexer>;
/** Where a term stands, in words. */
type PlaceOf = (term: Term) => string;

/** What is wrong with the words of a file's entries, one by one. */
export function wordsProblems(reading: LexiconReading, placeOf: PlaceOf): WordsProblem[] {
  const lex = createLexer(reading.lexicon);
  return reading.entries.flatMap((entry) => [
    ...twins(entry),
    ...entry.words.flatMap((words) => readingProblem(words, entry, reading, lex, placeOf)),
    ...others(entry, reading.lexicon),
  ]);
}

const keyOf = (words: string): string => keysOf(fold(words)).join(' ');

/** Words that the entry has twice, or that go without saying beside others of it. */
function twins({ words, category }: Entry): WordsProblem[] {
  const found: WordsProblem[] = [];
  const seen = new Map<string, Words>();
  const made = new Map<string, Words>();
  for (const each of words) {
    const keys = keysOf(fold(each.text));
    for (const other of variants(keys, category, category === 'observation' && each.form === null ? 'noun' : each.form))
      if (!made.has(other.join(' '))) made.set(other.join(' '), each);
  }
  for (const each of words) {
    const key = `${each.form ?? ''} ${keyOf(each.text)}`;
    const before = seen.get(key);
    const source = made.get(keyOf(each.text));
    if (before !== undefined) {
      const isSame = fold(before.text).trim() === fold(each.text).trim();
      found.push(
        isSame
          ? { rule: 'lexicon-duplicate', message: `"${each.text}" stands twice in this entry.`, range: each.range }
          : {
              rule: 'lexicon-redundant',
              message: `"${each.text}" is read as "${before.text}" by itself: hyphens and British or American spelling make no difference.`,
              range: each.range,
            },
      );
    } else if (source !== undefined && source !== each && each.path.at(-2) === 'synonyms')
      found.push({ rule: 'lexicon-redundant', message: `"${each.text}" is made of "${source.text}" by itself.`, range: each.range });
    seen.set(key, before ?? each);
  }
  return found;
}

/** Whether and as what the words are read. */
function readingProblem({ text, range }: Words, entry: Entry, reading: LexiconReading, lex: Lex, placeOf: PlaceOf): WordsProblem[] {
  const { lexicon } = reading;
  const folded = fold(text).trim();
  const never = (why: string): WordsProblem[] => [
    { rule: 'lexicon-never-read', message: `"${text}" can never be found in a report: ${why}.`, range },
  ];
  if (keysOf(folded).length === 0) return never('it holds no letter or digit');
  const parting = partingMark(folded);
  if (parting !== null) return never(`"${parting}" parts words; write what stands on one side of it`);
  if (OUTLINE.has(entry.category)) return [];
  const match = lexicon.match(folded, 0);
  if (match?.end !== folded.length) {
    const parts = lex(folded).map(({ image }) => `"${image}"`);
    const message = `"${text}" is read as ${parts.join(' and ')}, which name this finding by themselves.`;
    return entry.category === 'head' || entry.category === 'observation' ? [{ rule: 'lexicon-redundant', message, range }] : [];
  }
  const [token] = lex(folded);
  // Whether `T1` is a sequence or a vertebra is decided by the words around it.
  if (token?.payload === undefined && entry.category !== 'sequence') {
    const as = /^\d/.test(folded) ? 'a number' : 'a level of the spine';
    return never(
      `"${folded.slice(0, token === undefined ? undefined : token.startOffset + token.image.length)}" is read as ${as} before words are`,
    );
  }
  const terms = match.senses.map(({ term }) => term);
  return clash(text, range, entry, terms, reading, placeOf);
}

/** Words that are read before statements are, in their own way. */
const OUTLINE: ReadonlySet<Category> = new Set(['heading', 'header', 'topic', 'abbreviation']);

/** Of these the first entry alone is read; of others, such as clinical words, all that fit. */
const ONE_MEANING: ReadonlySet<Category> = new Set([
  'head',
  'observation',
  'site',
  'region',
  'side',
  'severity',
  'intensity',
  'enhancement',
  'pattern',
  'morphology',
  'count',
  'change',
  'diagnosis',
  'procedure',
  'grade',
]);

/** Words by which sentences are read: a finding of the name `no` would stand in every denial. */
const STEERING: ReadonlySet<Category> = new Set([
  'negation',
  'certainty',
  'exception',
  'history',
  'pronoun',
  'preposition',
  'conjunction',
  'unit',
  'all',
]);

/** What else the words are: in this file, or without it. */
function clash(
  text: string,
  range: Span,
  entry: Entry,
  terms: readonly Term[],
  { others }: LexiconReading,
  placeOf: PlaceOf,
): WordsProblem[] {
  const { id, category } = entry;
  const isOther = (term: Term): boolean => !(term.id === id && term.category === category);
  const named = (term: Term): string => `\`${term.id}\` (${CATEGORY_NAMES[term.category]}, ${placeOf(term)})`;
  if (!ONE_MEANING.has(category)) return [];
  const [first] = terms.filter((term) => term.category === category);
  const isSame = (term: Term): boolean => category !== 'head' && term.value === terms.find((each) => !isOther(each))?.value;
  if (first !== undefined && isOther(first) && !isSame(first))
    return [{ rule: 'lexicon-clash', message: `"${text}" is read as ${named(first)}, and never as \`${id}\`.`, range }];
  const steering = wholeOf(text, others).find((term) => STEERING.has(term.category));
  if (steering !== undefined)
    return [
      {
        rule: 'lexicon-clash',
        message: `"${text}" is ${named(steering)}, by which sentences are read; as \`${id}\` it would be found in all of them.`,
        range,
      },
    ];
  // A diagnosis and a finding of one name are the same thing twice.
  const elsewhere = wholeOf(text, others).filter((term) => isOther(term) && ONE_MEANING.has(term.category) && !isSame(term));
  const taken = elsewhere.find((term) => term.category === category);
  if (taken !== undefined)
    return [{ rule: 'lexicon-clash', message: `"${text}" is ${named(taken)} already, and this entry takes it away from there.`, range }];
  const other = [...elsewhere, ...terms].find((term) => term.category !== category && ONE_MEANING.has(term.category) && term.id !== id);
  if (other === undefined) return [];
  return [{ rule: 'lexicon-homonym', message: `"${text}" is also ${named(other)}; the words around it decide.`, range }];
}

/** The terms that words name from the first to the last, alone or together. */
export function wholeOf(words: string, lexicon: Lexicon): Term[] {
  const text = words.trim();
  return [...mentionsIn(text, lexicon)].filter(({ range }) => range.start === 0 && range.end === text.length).map(({ term }) => term);
}

/** The first mark that no term can reach over. */
function partingMark(folded: string): string | null {
  for (let at = 0; at < folded.length; ) {
    const end = wordEnd(folded, at);
    if (end === at && !/[\s-]/.test(folded.charAt(at))) return folded.charAt(at);
    at = Math.max(end, at + 1);
  }
  return null;
}

/** The other number, the other spelling, where they are not understood. */
function others(entry: Entry, lexicon: Lexicon): WordsProblem[] {
  const isKnown = (words: string): boolean => {
    const folded = fold(words);
    const match = lexicon.match(folded, 0);
    return match?.end === folded.length && match.senses.some(({ term }) => term.id === entry.id && term.category === entry.category);
  };
  const told = new Set<string>();
  return entry.words.flatMap(({ text, range, form }): WordsProblem[] => {
    const number = isCountable(entry.category, form) ? otherNumber(text) : null;
    const spelling = otherSpelling(text);
    const missing = (rule: LexiconRule, words: string, message: string): WordsProblem[] => {
      if (isKnown(words) || told.has(words)) return [];
      told.add(words);
      return [{ rule, message, range, add: { entry, words } }];
    };
    return [
      ...(number === null
        ? []
        : missing(
            'lexicon-plural',
            number.words,
            `The ${number.number} "${number.words}" of "${text}" is not known; add it as a synonym.`,
          )),
      ...(spelling === null
        ? []
        : missing(
            'lexicon-spelling',
            spelling.words,
            `The ${spelling.spelling} spelling "${spelling.words}" of "${text}" is not known; add it as a synonym.`,
          )),
    ];
  });
}
