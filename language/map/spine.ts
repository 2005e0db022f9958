import { BOTTOM, between, discExtent, TOP, VERTEBRAE, type Vertebra, vertebraOf } from './anatomy.ts';
import { band, box, line, type Point, pathOf, polygon, shape, short, sidePoint } from './shapes.ts';

/** The front wall of the canal, in distance behind the vertebral bodies. */
export const CANAL_FRONT = 3;
/** The middle of the cord, and half of its thickness. */
export const CORD = 15;
export const CORD_HALF = 5;

/** The back wall of the canal at a height: it narrows over the sacrum. */
export const canalBack = (y: number): number => between(y, ({ level }) => SACRAL_CANAL[level] ?? 27);

const SACRAL_CANAL: Readonly<Record<string, number>> = { S1: 24, S2: 19, S3: 14, S4: 10, S5: 7, coccyx: 4 };

const topOf = (level: string): number => vertebraOf(level)?.top ?? TOP;
const bottomOf = (level: string): number => vertebraOf(level)?.bottom ?? BOTTOM;

/** Outline of a vertebral body from the side; `inset` from its edge. */
export function bodyFromSide({ top, bottom, depth }: Vertebra, inset = 0): Point[] {
  const [from, to, middle] = [top + inset, bottom - inset, (top + bottom) / 2];
  const waist = Math.min(1.6, depth / 12);
  return [
    sidePoint(from, inset - depth),
    sidePoint(from, -inset),
    sidePoint(middle, -waist - inset),
    sidePoint(to, -inset),
    sidePoint(to, inset - depth),
    sidePoint(middle, waist + inset - depth),
  ];
}

/** Outline of the disc below a vertebra from the side, bulging backwards by `bulge`. */
export function discFromSide(disc: string, bulge = 0): Point[] {
  const extent = discExtent(disc);
  if (extent === null) return [];
  const { top, bottom } = extent;
  const depth = between((top + bottom) / 2, (vertebra) => vertebra.depth);
  const middle = (top + bottom) / 2;
  return [
    sidePoint(top, -depth + 1),
    sidePoint(top, -1),
    sidePoint(middle, bulge),
    sidePoint(bottom, -1),
    sidePoint(bottom, -depth + 1),
    sidePoint(middle, -depth - 1),
  ];
}

/** The spine from the side, front to the left. */
export function spineFromSide(): string {
  const [from, to] = [TOP - 10, bottomOf('S4')];
  const canal = band(
    from,
    to,
    () => CANAL_FRONT,
    (share) => canalBack(from + (to - from) * share),
  );
  const [cordTop, conus] = [TOP - 12, bottomOf('L1') - 4];
  const half = (share: number): number => Math.min(CORD_HALF, CORD_HALF * Math.sqrt(Math.max(0, (1 - share) * 18)));
  const cord = band(
    cordTop,
    conus,
    (share) => CORD - half(share),
    (share) => CORD + half(share),
  );
  const roots = [-3.4, 0, 3.4].map((by) => {
    const [start, end] = [bottomOf('T12'), bottomOf('S2')];
    const heights = Array.from({ length: 24 }, (_, i) => start + ((end - start) * i) / 23);
    return line(
      'roots',
      heights.map((y) => sidePoint(y, Math.min(CORD + by * 1.5, canalBack(y) - 2))),
    );
  });
  return [
    polygon('csf', canal),
    ...roots,
    polygon('cord', cord),
    ...VERTEBRAE.map((vertebra) => (isSacral(vertebra) ? '' : polygon('bone', spinous(vertebra)))),
    line(
      'outline',
      [topOf('S1'), topOf('S2'), topOf('S3'), bottomOf('S3')].map((y) => sidePoint(y, canalBack(y) + 5)),
    ),
    ...VERTEBRAE.slice(0, -1).map(({ level }, i) => polygon('disc', discFromSide(`${level}-${VERTEBRAE[i + 1]?.level}`))),
    ...VERTEBRAE.map((vertebra) => polygon('bone', bodyFromSide(vertebra))),
  ].join('');
}

const isSacral = ({ level }: Vertebra): boolean => /^(?:S|coccyx)/.test(level);

/** A spinous process: those of the chest slope down, those of the loin stand out. */
function spinous({ level, top, bottom }: Vertebra): Point[] {
  const [slope, length] = level.startsWith('T')
    ? [9, 20]
    : level.startsWith('L')
      ? [3, 25]
      : level === 'C1'
        ? [1, 6]
        : [5, level === 'C7' ? 22 : 15];
  const [from, to] = [top + 4, bottom - 1];
  const base = canalBack(top) + 1.5;
  return [
    sidePoint(from, base),
    sidePoint(from + slope, base + length),
    sidePoint(from + slope + (to - from) * 0.55, base + length),
    sidePoint(to, base),
  ];
}

/** Half the width of the spine from the front, at a height. */
export const halfWidthAt = (y: number): number => between(y, ({ width }) => width) / 2;

/** Where the foramen of a disc lies from the front; `sign` is -1 for the patient's right, which is drawn on the left. */
export function foramenAt(disc: string, sign: number, x: number, out: number): Point | null {
  const extent = discExtent(disc);
  if (extent === null) return null;
  const y = (extent.top + extent.bottom) / 2;
  const isSacrum = /^S\d-S\d$/.test(disc);
  return [x + sign * (isSacrum ? halfWidthAt(y) * 0.55 + out : halfWidthAt(y) + 7 + out), y];
}

/** The course of a rib from the front. */
export function ribPath({ top, bottom, width, rib }: Vertebra, sign: number, x: number): string {
  const y = top + (bottom - top) * 0.3;
  const start = x + sign * (width / 2 + 2);
  const end = start + sign * rib;
  return `M${short(start)} ${short(y)}C${short(start + sign * rib * 0.45)} ${short(y - 8)} ${short(end - sign * 2)} ${short(y - 4)} ${short(end)} ${short(y + 13)}`;
}

/** Outline of a vertebra from the front; the sacrum tapers. */
export function bodyFromFront(vertebra: Vertebra, x: number, inset = 0): Point[] {
  const { top, bottom, width } = vertebra;
  const half = width / 2 - inset;
  const lower = isSacral(vertebra) ? Math.max(halfWidthAt(bottom + (bottom - top) / 2) - inset, 2) : half;
  const waist = isSacral(vertebra) ? (half + lower) / 2 : half - 1.8;
  const middle = (top + bottom) / 2;
  return [
    [x - half, top + inset],
    [x + half, top + inset],
    [x + waist, middle],
    [x + lower, bottom - inset],
    [x - lower, bottom - inset],
    [x - waist, middle],
  ];
}

/** The spine from the front, the patient's right to the left, with ribs and foramina. */
export function spineFromFront(x: number): string {
  const ribs = VERTEBRAE.filter(({ rib }) => rib > 0).flatMap((vertebra) =>
    [-1, 1].map((sign) => shape('path', 'outline rib-bone', { d: ribPath(vertebra, sign, x) })),
  );
  const processes = VERTEBRAE.filter(({ level }) => /^[CL]\d/.test(level)).flatMap(({ top, bottom, width, level }) => {
    const [y, reach] = [(top + bottom) / 2 - 3, level.startsWith('L') ? 16 : 7];
    return [-1, 1].map((sign) => {
      const from = x + sign * (width / 2 - 2);
      return box('bone', Math.min(from, from + sign * reach), y - 2.5, reach, 6, 2.5);
    });
  });
  const discs = VERTEBRAE.slice(0, -1).map(({ bottom, disc, width }) => box('disc', x - width / 2 + 2, bottom, width - 4, disc, 1.5));
  const foramina = VERTEBRAE.slice(1, -2).flatMap(({ level }, i) => {
    const disc = `${level}-${VERTEBRAE[i + 2]?.level}`;
    return [-1, 1].flatMap((sign) => {
      const at = foramenAt(disc, sign, x, 0);
      return at === null ? [] : [shape('ellipse', 'outline', { cx: short(at[0]), cy: short(at[1]), rx: 2.6, ry: 3.4 })];
    });
  });
  const bodies = VERTEBRAE.map((vertebra) => polygon('bone', bodyFromFront(vertebra, x)));
  return [...ribs, ...processes, ...discs, ...bodies, ...foramina].join('');
}

/** Body outlines as one path, for a pattern to fill. */
export const bodiesPath = (outlines: readonly (readonly Point[])[]): string => outlines.map((points) => pathOf(points, true)).join('');
