import { span } from '../text/span.ts';
import { BE, FINITE, FRONTABLE, LOCATED, NOT_LAST, RELATIVE, SUBORDINATE } from './clause-words.ts';
import { opensClause } from './clauses.ts';
import type { Piece } from './piece.ts';
import type { Words } from './words.ts';

/**
 * Puts full stops into a run without any, where a complete clause stands before and another surely begins. In doubt none:
 * a stop that parts a negation or a level from its noun is worse than a run.
 */
export function withStops(pieces: readonly Piece[], words: Words): Piece[] {
  if (pieces.some((p) => p.role === 'stop')) return [...pieces];
  const said = new SaidSoFar(words);
  const out: Piece[] = [];
  let i = 0;
  for (const piece of pieces) {
    while ((words.list[i]?.end ?? piece.span.start) < piece.span.start) i++;
    if (piece.role !== 'word' && piece.role !== 'mark') said.restart(i + 1);
    else if (piece.role === 'word' && words.list[i]?.start === piece.span.start) {
      if (said.isComplete(i) && opensClause(words, i, said.isPredicate(i)) && said.goesFirst(i)) {
        const end = words.list[i - 1]?.end ?? piece.span.start;
        out.push({ span: span(end, end), written: '.', role: 'stop', why: 'sentence', spoken: 'no' });
        said.restart(i);
      }
    }
    out.push(piece);
    while (words.list[i] !== undefined && (words.list[i]?.end ?? 0) <= piece.span.end) said.add(i++);
  }
  return out;
}

/** What is known of the sentence up to a word. */
class SaidSoFar {
  readonly #words: Words;
  #start = 0;
  #verb = -1;
  #place = -1;
  /** A subordinate clause is open: what follows it is its main clause. */
  #subordinate = false;

  constructor(words: Words) {
    this.#words = words;
  }

  restart(i: number): void {
    this.#start = i;
    this.#verb = -1;
    this.#place = -1;
    this.#subordinate = false;
  }

  add(i: number): void {
    if (i < this.#start) return;
    const word = this.#words.at(i);
    if (FINITE.has(word) && !RELATIVE.has(this.#words.at(i - 1)) && i > this.#start) this.#verb = i;
    if (SUBORDINATE.has(word) || (i === this.#start && (word === 'since' || word === 'as'))) this.#subordinate = true;
    if (FRONTABLE.has(word) && !/^(\d|keeping|size|number)/.test(this.#words.at(i + 1))) this.#place = i;
  }

  /** The words before `i` can stand as a sentence. */
  isComplete(i: number): boolean {
    if (i - this.#start < 1 || !this.#canEnd(i - 1)) return false;
    const first = this.#words.at(this.#start);
    if (first === 'no' && i - this.#start >= 2) return true;
    if (this.#verb > this.#start && this.#verb < i - 1) return true;
    const match = this.#words.match(this.#start);
    return match !== null && match.end === this.#words.list[i - 1]?.end && match.senses.some((s) => s.term.category === 'head');
  }

  /** `is normal`, `is mildly enlarged`: the words before `i` end a statement of what something is. */
  isPredicate(i: number): boolean {
    return (
      this.#verb >= 0 &&
      BE.has(this.#words.at(this.#verb)) &&
      i - this.#verb >= 2 &&
      i - this.#verb <= 3 &&
      !FRONTABLE.has(this.#words.at(this.#verb + 1))
    );
  }

  /** No phrase of place before `i` might belong to what follows; closes a subordinate clause. */
  goesFirst(i: number): boolean {
    if (this.#subordinate) {
      this.#subordinate = false;
      return false;
    }
    if (this.#place < 0 || this.#place < this.#verb || this.#place >= i) return true;
    if (this.#words.at(this.#start) === 'there') return true;
    const governor = this.#words.at(this.#place - 1);
    if (LOCATED.has(governor)) return true;
    return this.#words.at(this.#place) === 'on' && this.#words.categories(this.#place - 1).includes('intensity');
  }

  #canEnd(i: number): boolean {
    const word = this.#words.at(i);
    if (NOT_LAST.has(word) || /ing$/.test(word)) return false;
    const categories = this.#words.categories(i);
    if (categories.includes('severity')) return BE.has(this.#words.at(i - 1));
    return !categories.some((c) => OPEN.has(c)) || categories.some((c) => CLOSED.has(c));
  }
}

/** Categories of words that need another behind them. */
const OPEN: ReadonlySet<string> = new Set(['preposition', 'conjunction', 'negation', 'reference', 'exception', 'certainty', 'cause']);
const CLOSED: ReadonlySet<string> = new Set([
  'head',
  'site',
  'observation',
  'morphology',
  'pattern',
  'enhancement',
  'change',
  'normal',
  'intensity',
]);
