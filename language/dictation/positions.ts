import type { Change } from './change.ts';

/**
 * The way back from an offset of the written text to the dictated one: exact in what was left as it was and where the length
 * stayed, else the start of the dictated words. Never runs backwards.
 */
export function wayBack(changes: readonly Change[], length: number): (offset: number) => number {
  const starts: number[] = [];
  let grown = 0;
  for (const { original, written } of changes) {
    starts.push(original.start + grown);
    grown += written.length - (original.end - original.start);
  }
  return (offset) => {
    const at = Math.max(0, Math.min(offset, length + grown));
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const change = changes[low - 1];
    if (change === undefined) return at;
    const into = at - (starts[low - 1] ?? 0);
    const { original, written } = change;
    if (into >= written.length) return original.end + into - written.length;
    return written.length === original.end - original.start ? original.start + into : original.start;
  };
}
