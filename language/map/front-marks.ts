import type { Severity } from '../meaning/finding.ts';
import { VERTEBRAE } from './anatomy.ts';
import { bodiesOf, discsOf, type Mark, middleOf, type Place, placeOf, signsOf } from './mark.ts';
import { box, dot, line, type Point, polygon, shape, short, swell } from './shapes.ts';
import { bonesFromSide, fracturesFromSide, hatched } from './side-marks.ts';
import { bodiesPath, bodyFromFront, foramenAt, halfWidthAt, ribPath } from './spine.ts';
import type { Subject } from './subject.ts';

/** How broad a mass beside the spine is drawn, and how far the next one stands from it. */
const MASS_WIDTH = 17;
export const MASS_STEP = 19;
/** Where the first mass beside the spine begins, from the side of the vertebrae. */
export const MASS_FROM = 12;

type Draw = (subject: Subject, place: Place) => Mark;

/** A mass beside the spine, on its side; outlines on both where the side is not stated. */
export const besideMass: Draw = (subject, { lane, frontX }) => {
  const extents = placeOf(subject);
  const from = MASS_FROM + lane * MASS_STEP;
  const kind = subject.finding.side === null ? 'stroke dashed' : 'solid';
  const blobs = signsOf(subject).flatMap((sign) =>
    extents.map(({ top, bottom }) => {
      const steps = Math.max(4, Math.ceil((bottom - top) / 7));
      const shares = Array.from({ length: steps + 1 }, (_, i) => i / steps);
      const lobes = Math.max(1, Math.round((bottom - top) / 30));
      const inner = shares.map((share): Point => {
        const y = top + (bottom - top) * share;
        return [frontX + sign * (halfWidthAt(y) + from), y];
      });
      const outer = shares.map((share): Point => {
        const y = top + (bottom - top) * share;
        const out = MASS_WIDTH * swell(share) * (1 - 0.16 * Math.abs(Math.sin(Math.PI * lobes * share)));
        return [frontX + sign * (halfWidthAt(y) + from + out), y];
      });
      return polygon(kind, [...inner, ...outer.toReversed()]);
    }),
  );
  const y = middleOf(extents);
  const sign = signsOf(subject).at(-1) ?? 1;
  return { markup: blobs.join(''), anchor: [frontX + sign * (halfWidthAt(y) + from + MASS_WIDTH * 0.55), y] };
};

/** How much of a foramen's disc is filled. */
const FILLED: Readonly<Record<Severity, number>> = { mild: 0.25, moderate: 0.5, severe: 1 };
const RADIUS = 5.6;

/** Foramina on their sides, filled by grade; a dot where none is stated, an outline where no side is. */
export const foramen: Draw = (subject, { lane, frontX }) => {
  const places = foraminaOf(subject, frontX, lane * 13);
  const isSided = subject.finding.side !== null;
  const drawn = places.map(
    (at) =>
      dot('hollow', at, RADIUS) + (isSided ? gradeIn(at, subject.severity) : '') + dot(isSided ? 'stroke' : 'stroke dashed', at, RADIUS),
  );
  return { markup: drawn.join(''), anchor: anchorOf(places, frontX) };
};

/** A mass in a foramen is a square, so that it is told from a narrowing without colour. */
export const foramenMass: Draw = (subject, { lane, frontX }) => {
  const places = foraminaOf(subject, frontX, lane * 13);
  const kind = subject.finding.side === null ? 'stroke dashed' : 'solid';
  return { markup: places.map(([x, y]) => box(kind, x - 5, y - 5, 10, 10, 2)).join(''), anchor: anchorOf(places, frontX) };
};

const foraminaOf = (subject: Subject, x: number, out: number): Point[] =>
  discsOf(subject).flatMap((disc) =>
    signsOf(subject).flatMap((sign) => {
      const at = foramenAt(disc, sign, x, out);
      return at === null ? [] : [at];
    }),
  );

/** The outermost of them on the side of the labels, in the middle of the others. */
function anchorOf(places: readonly Point[], x: number): Point {
  const right = places.filter(([at]) => at > x);
  const own = right.length > 0 ? right : places;
  const [at, y] = own[Math.floor((own.length - 1) / 2)] ?? [x, 0];
  return [at, y];
}

/** A share of a round foramen, clockwise from the top. */
export function gradeIn([x, y]: Point, severity: Severity | null): string {
  if (severity === null) return dot('dot', [x, y], 2);
  const share = FILLED[severity];
  if (share === 1) return dot('solid full', [x, y], RADIUS);
  const angle = share * 2 * Math.PI;
  const end: Point = [x + RADIUS * Math.sin(angle), y - RADIUS * Math.cos(angle)];
  return shape('path', 'solid full', {
    d: `M${short(x)} ${short(y)}V${short(y - RADIUS)}A${RADIUS} ${RADIUS} 0 0 1 ${short(end[0])} ${short(end[1])}Z`,
  });
}

/** Bone and marrow: hatched bodies in both views. */
export const bone: Draw = (subject, place) => ({
  side: hatched(subject, 'marrow', bonesFromSide(subject, place)),
  markup: hatched(subject, 'marrow', bonesFromFront(subject, place)),
  anchor: boneAnchor(subject, place),
});

/** A mass in bone: filled bodies in both views. */
export const boneMass: Draw = (subject, place) => ({
  side: shape('path', 'solid', { d: bonesFromSide(subject, place) }),
  markup: shape('path', 'solid', { d: bonesFromFront(subject, place) }),
  anchor: boneAnchor(subject, place),
});

export const fracture: Draw = (subject, place) => {
  const cracks = bodiesOf(subject).map(({ top, bottom, width }) => {
    const half = width / 2 - 2;
    const y = (top + bottom) / 2;
    return line(
      'stroke',
      [-1, -0.6, -0.2, 0.2, 0.6, 1].map((share, i): Point => [place.frontX + share * half, y + (i % 2 === 0 ? 3 : -3)]),
    );
  });
  return { side: fracturesFromSide(subject), markup: cracks.join(''), anchor: boneAnchor(subject, place) };
};

/** A part of each body for each of the findings that share it; the sides of paired parts count. */
function bonesFromFront(subject: Subject, { lane, lanes, frontX }: Place): string {
  const { side } = subject.finding;
  const [from, to] = side === 'left' ? [0, 1] : side === 'right' ? [-1, 0] : [-1, 1];
  return bodiesPath(
    bodiesOf(subject).map((body): readonly Point[] => {
      if (lanes === 1 && to - from === 2) return bodyFromFront(body, frontX, 2);
      const half = Math.min(body.width / 2, halfWidthAt(body.bottom)) - 3;
      const share = ((to - from) * half) / lanes;
      const left = frontX + from * half + share * lane;
      const right = left + share - (lanes === 1 ? 0 : 1);
      return [
        [left, body.top + 2],
        [right, body.top + 2],
        [right, body.bottom - 2],
        [left, body.bottom - 2],
      ];
    }),
  );
}

function boneAnchor(subject: Subject, { frontX }: Place): Point {
  const bodies = bodiesOf(subject);
  const middle = bodies[Math.floor((bodies.length - 1) / 2)] ?? VERTEBRAE[0];
  if (middle === undefined) return [frontX, 0];
  return [frontX + middle.width / 2 - 4, (middle.top + middle.bottom) / 2 + 4];
}

/** Ribs by their vertebrae; thin where the report says no number, dashed where it says no side. */
export const rib: Draw = (subject, { frontX }) => {
  const bearing = VERTEBRAE.filter(({ level, rib: reach }) => reach > 0 && subject.levels.includes(level));
  const isSided = subject.finding.side !== null;
  const signs = signsOf(subject);
  const drawn = bearing.flatMap((vertebra) =>
    signs.map((sign) => shape('path', `stroke thick${isSided ? '' : ' dashed'}`, { d: ribPath(vertebra, sign, frontX) })),
  );
  const sign = signs.at(-1) ?? 1;
  const middle = bearing[Math.floor((bearing.length - 1) / 2)];
  // What has levels but no rib there (`rib at L1`) keeps its label.
  const y = middle === undefined ? middleOf(placeOf(subject)) : middle.top + (middle.bottom - middle.top) * 0.3 - 3;
  const reach = middle === undefined ? 0 : middle.width / 2 + middle.rib * 0.72;
  return { markup: drawn.join(''), anchor: [frontX + sign * reach, y] };
};
