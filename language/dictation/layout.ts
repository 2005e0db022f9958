import type { Span } from '../text/span.ts';
import type { Change, Why } from './change.ts';
import type { Piece, Role } from './piece.ts';
import type { Stretch } from './stretches.ts';

/** Sets the pieces of a stretch as report text: blanks, capitals, lines and final stops. Gives what changes, in order. */
export function layOut(text: string, stretch: Stretch, pieces: readonly Piece[]): Change[] {
  const setter = new Setter(text, stretch);
  for (const piece of pieces) setter.set(piece);
  setter.end();
  return setter.changes;
}

const LINES: ReadonlySet<Role> = new Set(['break', 'heading', 'item']);

class Setter {
  readonly changes: { original: Span; words: string; written: string; why: Why }[] = [];
  readonly #text: string;
  readonly #start: number;
  /** End of the last piece, in the dictated text. */
  #at: number;
  /** Line breaks at the end of what is written. */
  #lines: number;
  /** The last role that was written; null at the start. */
  #last: Role | null = null;
  #capital = true;
  /** A mark ends what is written. */
  #ended = true;
  #count = 0;

  constructor(text: string, stretch: Stretch) {
    this.#text = text;
    this.#start = stretch.start;
    this.#at = stretch.start;
    this.#lines = stretch.first ? 2 : 0;
  }

  set(piece: Piece): void {
    if (LINES.has(piece.role)) this.#setLine(piece);
    else if (piece.role === 'nothing') this.#put('', piece, '', piece.why);
    else if (piece.role === 'stop' || piece.role === 'mark') this.#setMark(piece);
    else if (piece.role === 'joint' || piece.role === 'open') {
      this.#put(piece.role === 'open' ? null : '', piece, piece.written, piece.why);
      this.#after(piece.role, false);
    } else this.#setWord(piece);
  }

  /** The last sentence gets its full stop. */
  end(): void {
    this.#stop();
  }

  #setWord(piece: Piece): void {
    const written = this.#capital ? capital(piece.written) : piece.written;
    this.#put(null, piece, written, piece.why ?? (written === piece.written ? null : 'capital'));
    this.#after('word', false);
    this.#capital = false;
    this.#count++;
  }

  /** A mark that is said behind another, or behind nothing, is dropped. */
  #setMark(piece: Piece): void {
    if (this.#ended && piece.why !== null) {
      this.#put('', piece, '', piece.why);
      return;
    }
    this.#put(piece.why === null ? null : '', piece, piece.written, piece.why);
    this.#after(piece.role, piece.written !== ')');
    const topic = piece.written === ':' && this.#count <= LONGEST_TOPIC;
    this.#capital = piece.role === 'stop' || topic;
    if (piece.role === 'stop') this.#count = 0;
  }

  #setLine(piece: Piece): void {
    this.#stop();
    const own = piece.role === 'heading' && !piece.written.endsWith(':');
    const wanted = own ? 2 : 1;
    const breaks = '\n'.repeat(piece.role === 'break' ? 0 : Math.max(0, wanted - this.#lines));
    this.#put('', piece, breaks + piece.written, piece.why);
    this.#after(piece.role, true);
    this.#lines = piece.role === 'break' ? this.#lines + piece.written.length : 0;
    if (own) this.#last = 'heading';
    else if (piece.role === 'heading') this.#last = 'item';
    this.#capital = true;
    this.#count = 0;
  }

  #after(role: Role, ended: boolean): void {
    this.#last = role;
    this.#ended = ended;
    this.#lines = role === 'break' ? this.#lines : 0;
  }

  /** A full stop behind words that have none. */
  #stop(): void {
    if (this.#ended) return;
    const last = this.changes.at(-1);
    if (last !== undefined && last.original.end === this.#at && last.original.end > last.original.start) last.written += '.';
    else this.changes.push({ original: { start: this.#at, end: this.#at }, words: '', written: '.', why: 'sentence' });
    this.#ended = true;
  }

  /** Writes `written` for a piece, with `gap` before it; null for the blank that belongs there. */
  #put(gap: string | null, piece: Piece, written: string, why: Why | null): void {
    const { start, end } = piece.span;
    const before = this.#text.slice(this.#at, start);
    const wanted = gap ?? this.#gap(before);
    const words = this.#text.slice(start, end);
    const last = this.changes.at(-1);
    if (written !== words) {
      const from = wanted === before ? start : this.#at;
      this.changes.push({
        original: { start: from, end },
        words,
        written: (wanted === before ? '' : wanted) + written,
        why: why ?? 'line',
      });
    } else if (wanted !== before) {
      if (last !== undefined && last.original.end === this.#at && this.#at > this.#start) {
        last.original = { start: last.original.start, end: start };
        last.written += wanted;
      } else this.changes.push({ original: { start: this.#at, end: start }, words: '', written: wanted, why: why ?? 'line' });
    }
    this.#at = end;
  }

  #gap(before: string): string {
    if (this.#last === null || this.#last === 'open' || this.#last === 'joint' || this.#last === 'break') return '';
    if (this.#last === 'heading') return '\n';
    return /[\r\n]/.test(before) ? ' ' : before;
  }
}

const LONGEST_TOPIC = 3;

const capital = (word: string): string => {
  const first = word.slice(0, 1).toUpperCase();
  return first.length === 1 ? first + word.slice(1) : word;
};
