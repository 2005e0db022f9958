import type { Change } from './change.ts';

/** One list of changes for two that were made one after the other: `second` speaks of the text that `first` gives of `text`. */
export function compose(text: string, first: readonly Change[], second: readonly Change[]): Change[] {
  if (second.length === 0) return [...first];
  const out: Change[] = [];
  let a = 0;
  /** How much longer the text between is than the original, up to change `a`. */
  let grown = 0;
  for (const change of second) {
    const keep = (until: number): void => {
      for (let next = first[a]; next !== undefined && next.original.start + grown + next.written.length < until; next = first[a])
        take(next);
    };
    const take = (next: Change): void => {
      out.push(next);
      grown += next.written.length - (next.original.end - next.original.start);
      a++;
    };
    keep(change.original.start);
    let start = change.original.start - grown;
    let end = change.original.end - grown;
    let before = '';
    let after = '';
    for (let next = first[a]; next !== undefined && next.original.start + grown <= change.original.end; next = first[a]) {
      const at = next.original.start + grown;
      if (at < change.original.start) before = next.written.slice(0, change.original.start - at);
      after = next.written.slice(Math.max(0, change.original.end - at));
      start = Math.min(start, next.original.start);
      grown += next.written.length - (next.original.end - next.original.start);
      end = Math.max(next.original.end, change.original.end - grown);
      a++;
    }
    const original = { start, end };
    out.push({ original, words: text.slice(start, end).trim(), written: before + change.written + after, why: change.why });
  }
  return [...out, ...first.slice(a)];
}
