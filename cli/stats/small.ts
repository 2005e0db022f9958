/**
 * Parts the rows of a table into those that are shown and those that are too small to be: with fewer than `least` reports. Where the hidden ones together are
 * still fewer, what they hold could be told from the sum, and the smallest of the shown are hidden with them. Keeps the order.
 */
export function partSmall<T extends { readonly reports: number }>(
  rows: readonly T[],
  least: number,
): { readonly shown: readonly T[]; readonly hidden: readonly T[] } {
  const hidden = new Set(rows.filter(({ reports }) => reports < least));
  let sum = 0;
  for (const { reports } of hidden) sum += reports;
  const bySize = rows.filter((row) => !hidden.has(row)).sort((a, b) => a.reports - b.reports);
  while (hidden.size > 0 && sum < least) {
    const next = bySize.shift();
    if (next === undefined) break;
    hidden.add(next);
    sum += next.reports;
  }
  return { shown: rows.filter((row) => !hidden.has(row)), hidden: rows.filter((row) => hidden.has(row)) };
}

/** A count, or null where it is so small that it would tell of few people; none is told. */
export const told = (count: number, least: number): number | null => (count > 0 && count < least ? null : count);
