import type { Finding } from './finding.ts';

/** How far two sizes may be apart, in mm: 1, or half a centimetre where whole centimetres are written, since such a size is rounded. */
export function sizeTolerance(findings: readonly Finding[], text: string): number {
  const isRounded = findings.some(({ where: { size } }) => {
    const written = size === undefined ? '' : text.slice(size.start, size.end);
    return /cm|centim/i.test(written) && !/\d[.,]\d/.test(written);
  });
  return isRounded ? 5 : 1;
}

/** Whether sizes in mm are those of one thing: each dimension of the one that gives fewer is near another one of the other's. */
export const sizesMatch = (a: readonly number[], b: readonly number[], by: number): boolean => covers(a, b, by) || covers(b, a, by);

/** Pairs from the largest down: where a pairing exists at all, taking the largest partner that is near enough finds one. */
function covers(xs: readonly number[], ys: readonly number[], by: number): boolean {
  const free = [...ys].sort((x, y) => y - x);
  return [...xs]
    .sort((x, y) => y - x)
    .every((x) => {
      const at = free.findIndex((y) => Math.abs(x - y) <= by + 1e-9);
      return at >= 0 && free.splice(at, 1).length > 0;
    });
}
