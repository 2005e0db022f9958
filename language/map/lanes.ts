import type { Extent } from './anatomy.ts';

/** The lane of each extent, so that no two of a lane overlap, and how many lanes there are. Lanes are counted from 0. */
export function lanesOf(extents: readonly Extent[]): { readonly lanes: readonly number[]; readonly count: number } {
  const ends: number[] = [];
  const lanes: number[] = Array.from({ length: extents.length }, () => 0);
  const order = extents.map((extent, i) => ({ extent, i })).sort((a, b) => a.extent.top - b.extent.top || a.i - b.i);
  for (const { extent, i } of order) {
    const free = ends.slice(0, MOST).findIndex((end) => end <= extent.top);
    const lane = free >= 0 ? free : Math.min(ends.length, MOST - 1);
    ends[lane] = Math.max(ends[lane] ?? 0, extent.bottom);
    lanes[i] = lane;
  }
  return { lanes, count: Math.max(ends.length, 1) };
}

/** More would be too narrow to be seen; what is beyond shares the last. */
const MOST = 6;
