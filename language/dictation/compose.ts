import { applyEdits } from '../text/edit.ts';
import { overlaps, type Span, shift, span } from '../text/span.ts';
import type { Change } from './change.ts';

/** One list of changes for two made one after the other: `first` makes `between` of `text`, and `second` speaks of `between`. */
export function compose(text: string, between: string, first: readonly Change[], second: readonly Change[]): Change[] {
  const out: Change[] = [];
  const firsts = placed(first);
  let a = 0;
  let b = 0;
  /** How much longer `between` is than `text`, up to here. */
  let grown = 0;
  const grow = ({ original, written }: Change): void => {
    grown += written.length - (original.end - original.start);
  };
  while (a < firsts.length || b < second.length) {
    const one = firsts[a];
    const two = second[b];
    if (one !== undefined && (two === undefined || one.place.end < two.original.start)) {
      out.push(one.change);
      grow(one.change);
      a++;
      continue;
    }
    if (two === undefined) break;
    // All that meets this second change, and whatever meets that in turn, becomes one change.
    const start = Math.min(two.original.start, one?.place.start ?? Number.POSITIVE_INFINITY);
    let end = two.original.end;
    const from = start - grown;
    const seconds: Change[] = [];
    for (let met = true; met; ) {
      met = false;
      for (let next = second[b]; next !== undefined && meets(next.original, start, end); next = second[++b], met = true) {
        end = Math.max(end, next.original.end);
        seconds.push(next);
      }
      for (let next = firsts[a]; next !== undefined && meets(next.place, start, end); next = firsts[++a], met = true) {
        end = Math.max(end, next.place.end);
        grow(next.change);
      }
    }
    const original = span(from, end - grown);
    const edits = seconds.map((change) => ({ range: shift(change.original, -start), text: change.written }));
    const written = applyEdits(between.slice(start, end), edits);
    const words = text.slice(original.start, original.end);
    if (written !== words) out.push({ original, words: words.trim(), written, why: two.why });
  }
  return out;
}

const meets = (place: Span, start: number, end: number): boolean => overlaps(place, span(start - 1, end + 1));

/** The changes with their places in the text that they make. */
function placed(changes: readonly Change[]): { change: Change; place: Span }[] {
  let grown = 0;
  return changes.map((change) => {
    const start = change.original.start + grown;
    grown += change.written.length - (change.original.end - change.original.start);
    return { change, place: span(start, start + change.written.length) };
  });
}
