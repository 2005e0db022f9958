/** More comparisons than this are not made; then only what stands in both once is found. */
const MOST = 4_000_000;

/** What two lists have in common, in the order of both: pairs of places, the longest such list there is (of very long lists, a long one). */
export function commonItems(a: readonly string[], b: readonly string[]): [number, number][] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const inA = a.slice(start, a.length - end);
  const inB = b.slice(start, b.length - end);
  const middle = inA.length * inB.length > MOST ? onceInBoth(inA, inB) : longest(inA, inB);
  return [
    ...Array.from({ length: start }, (_, i): [number, number] => [i, i]),
    ...middle.map(([i, j]): [number, number] => [i + start, j + start]),
    ...Array.from({ length: end }, (_, i): [number, number] => [a.length - end + i, b.length - end + i]),
  ];
}

function longest(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  // How much is in common behind each pair of places.
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i] === b[j]
          ? 1 + (table[(i + 1) * width + j + 1] ?? 0)
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i++;
    else j++;
  return pairs;
}

function onceInBoth(a: readonly string[], b: readonly string[]): [number, number][] {
  const once = (all: readonly string[]): Map<string, number> => {
    const places = new Map<string, number>();
    for (const [i, item] of all.entries()) places.set(item, places.has(item) ? -1 : i);
    return places;
  };
  const inB = once(b);
  const pairs: [number, number][] = [];
  for (const [item, i] of once(a)) {
    const j = inB.get(item) ?? -1;
    if (i >= 0 && j > (pairs.at(-1)?.[1] ?? -1)) pairs.push([i, j]);
  }
  return pairs;
}
