import { spokenMarkAt } from './marks.ts';
import type { Heard } from './piece.ts';
import type { Words } from './words.ts';

/** Headings that stand on a line of their own; the others lead their text (`Technique: ...`). */
const OWN_LINE: ReadonlySet<string> = new Set(['findings', 'impression']);
/** Words that are a heading even where no colon is said. */
const PLAIN = /^(findings|impression|conclusion|technique|comparison|history|clinical history|indication|recommendation)$/;
/** `findings are`, `impression on the dura`: the word is part of a sentence. */
const GOES_ON =
  /^(are|is|was|were|of|on|in|at|upon|by|along|suggest|suggests|suggestive|suggesting|consistent|compatible|favour|favor|favouring|likely|with|and|or|made|to|from|could|may|represent|represents|as|seen|noted|have|has|concerning|which|that|above|below|described|discussed|)$/;
/** What a heading in the middle of a run cannot stand behind. */
const NEEDS_NOUN =
  /^(the|a|an|these|this|above|of|on|with|and|or|mild|dural|extrinsic|no|other|incidental|additional|clinical|is|are|my|overall|similar|in|for|see|such|all|imaging|radiological|following|key|main|significant|pertinent|new|any|further|for|by|prior|previous|past|medical|family|known|show|shows|reveals|demonstrates|causes|causing)$/;

/**
 * `findings`, `impression colon new line`: a heading, with the marks that are said behind it. `begins` says that a sentence
 * begins here.
 */
export function hearHeading(words: Words, i: number, begins: boolean): Heard | null {
  const match = words.match(i);
  const term = match?.senses.find((s) => s.term.category === 'heading')?.term;
  if (match === null || term === undefined) return null;
  let next = i;
  while (words.list[next] !== undefined && (words.list[next]?.end ?? 0) <= match.end) next++;
  const said = words.list
    .slice(i, next)
    .map(({ text }) => text)
    .join(' ');
  const colon = words.at(next) === 'colon' || words.at(next) === ':';
  const line = spokenMarkAt(words, next)?.role === 'break';
  if (!(colon || line ? begins || isFree(words, i, said) : PLAIN.test(said) && isPlain(words, i, next, begins))) return null;
  if (words.at(next) === ':') return null;
  if (colon) next++;
  const own = OWN_LINE.has(term.id);
  const written = own ? words.original(i, i + said.split(' ').length).toUpperCase() : `${said.slice(0, 1).toUpperCase()}${said.slice(1)}:`;
  return {
    next,
    pieces: [{ span: words.span(i, next), written, role: 'heading', why: 'heading', spoken: colon || line ? 'likely' : 'no' }],
  };
}

/** A heading with its colon may also end a run without a mark, if it is one of the plain words. */
const isFree = (words: Words, i: number, said: string): boolean => PLAIN.test(said) && !NEEDS_NOUN.test(words.at(i - 1));

/** Without a colon: at the start of a sentence, before a list, or where `impression` ends a run of findings. */
function isPlain(words: Words, i: number, next: number, begins: boolean): boolean {
  const list = words.at(next) === 'number' && /^(one|1)$/.test(words.at(next + 1));
  if (list) return begins || isFree(words, i, words.at(i));
  if (words.list.length === next) return begins;
  if (GOES_ON.test(words.at(next)) || spokenMarkAt(words, next) !== null) return false;
  return begins || (words.at(i) === 'impression' && isFree(words, i, 'impression') && !words.categories(i - 1).some((c) => DENTED.has(c)));
}

/** `a disc impression` is a dent; it is of what is named before it. */
const DENTED: ReadonlySet<string> = new Set(['site', 'side', 'severity', 'preposition', 'morphology', 'count']);
