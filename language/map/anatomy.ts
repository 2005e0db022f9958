import { discLevels, LEVELS, levelIndex } from '../meaning/levels.ts';

/** One vertebra as it is drawn. Lengths are units of the picture; `depth` is front to back, `width` side to side. */
export interface Vertebra {
  readonly level: string;
  readonly top: number;
  readonly bottom: number;
  readonly depth: number;
  readonly width: number;
  /** Height of the disc below it; 0 where there is none. */
  readonly disc: number;
  /** How far the ribs of this vertebra reach from its side; 0 where it has none. */
  readonly rib: number;
}

/** A stretch of the picture from top to bottom. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** Where the spine begins. */
export const TOP = 58;

type Size = readonly [height: number, disc: number, depth: number, width: number];

/** From C1 down, in the order of `LEVELS`. Proportions to be told apart by, not to be measured. */
const SIZES: readonly Size[] = [
  [15, 3, 13, 42],
  [19, 4, 19, 36],
  ...many<Size>(5, [17, 5, 22, 36]),
  ...many<Size>(4, [20, 5, 25, 35]),
  ...many<Size>(4, [21, 5, 27, 37]),
  ...many<Size>(4, [23, 5, 30, 40]),
  ...many<Size>(2, [27, 8, 35, 47]),
  ...many<Size>(3, [28, 9, 37, 52]),
  [20, 3, 34, 76],
  [18, 3, 28, 64],
  [17, 3, 22, 50],
  [15, 2, 17, 38],
  [13, 2, 13, 28],
  [16, 0, 9, 16],
];

const RIBS = [28, 42, 52, 58, 61, 63, 64, 63, 60, 55, 40, 26];

/** How far the back of each vertebra lies behind a plumb line: the curves of the neck, chest, loin and sacrum. */
const CURVE = [2, -1, -4, -6, -6, -3, 1, 5, 9, 13, 16, 18, 19, 19, 18, 16, 13, 9, 5, 0, -4, -7, -7, -2, 7, 17, 25, 29, 30, 26];

export const VERTEBRAE: readonly Vertebra[] = vertebrae();

function vertebrae(): Vertebra[] {
  let top = TOP;
  return SIZES.map(([height, disc, depth, width], i) => {
    const level = LEVELS[i] ?? '';
    const rib = level.startsWith('T') ? (RIBS[Number(level.slice(1)) - 1] ?? 0) : 0;
    const vertebra = { level, top, bottom: top + height, depth, width, disc, rib };
    top += height + disc;
    return vertebra;
  });
}

/** Where the spine ends. */
export const BOTTOM = VERTEBRAE.at(-1)?.bottom ?? TOP;

function many<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value);
}

/** Null for what is no level. */
export const vertebraOf = (level: string): Vertebra | null => VERTEBRAE[levelIndex(level)] ?? null;

/** The space between the two vertebrae of a disc; null for what is no disc. */
export function discExtent(disc: string): Extent | null {
  const [upper = '', lower = ''] = discLevels(disc);
  const above = vertebraOf(upper);
  const below = vertebraOf(lower);
  return above === null || below === null ? null : { top: above.bottom, bottom: below.top };
}

const middles = VERTEBRAE.map(({ top, bottom }) => (top + bottom) / 2);

/** How far the back of the vertebral bodies lies behind a plumb line at a height: a smooth line through the vertebrae. */
export function curveAt(y: number): number {
  const after = middles.findIndex((middle) => middle > y);
  if (after === 0) return CURVE[0] ?? 0;
  if (after < 0) return CURVE.at(-1) ?? 0;
  const at = (i: number): number => CURVE[Math.min(Math.max(i, 0), CURVE.length - 1)] ?? 0;
  const [a, b, c, d] = [at(after - 2), at(after - 1), at(after), at(after + 1)];
  const from = middles[after - 1] ?? 0;
  const t = (y - from) / ((middles[after] ?? 1) - from);
  return b + (t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))) / 2;
}

/** Values between neighbouring vertebrae, by their middles. */
export function between(y: number, value: (vertebra: Vertebra) => number): number {
  const after = middles.findIndex((middle) => middle > y);
  const [a, b] = [
    VERTEBRAE[after < 0 ? VERTEBRAE.length - 1 : Math.max(after - 1, 0)],
    VERTEBRAE[after < 0 ? VERTEBRAE.length - 1 : after],
  ];
  if (a === undefined || b === undefined) return 0;
  const [from, to] = [(a.top + a.bottom) / 2, (b.top + b.bottom) / 2];
  return to <= from ? value(a) : value(a) + ((value(b) - value(a)) * (y - from)) / (to - from);
}
