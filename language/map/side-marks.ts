import type { Severity } from '../meaning/finding.ts';
import { between, discExtent, type Extent } from './anatomy.ts';
import { bodiesOf, discsOf, type Mark, middleOf, type Place, placeOf } from './mark.ts';
import { band, line, type Point, polygon, shape, short, sidePoint, swell } from './shapes.ts';
import { bodiesPath, bodyFromSide, CANAL_FRONT, CORD, CORD_HALF, canalBack, discFromSide } from './spine.ts';
import type { Subject } from './subject.ts';

/** Where brackets of findings without a picture of their own begin, and how far apart they stand. */
export const BRACKETS_X = 192;
export const BRACKET_STEP = 6;

/** How far each wall of a narrowed canal comes in. */
const NARROWED: Readonly<Record<Severity, number>> = { mild: 3.5, moderate: 6.5, severe: 9.5 };
/** Half of what is left of a compressed cord. */
const COMPRESSED: Readonly<Record<Severity, number>> = { mild: 3.8, moderate: 2.8, severe: 1.5 };
const BULGE: Readonly<Record<Severity, number>> = { mild: 4, moderate: 7, severe: 11 };

type Draw = (subject: Subject, place: Place) => Mark;

/** A mass in the canal: against the wall that the report names, across the canal where it names none. */
export const canalMass: Draw = (subject, { lane, lanes }) => {
  const [from, to] = wallsOf(subject.position);
  const width = (to - from) / lanes;
  const front = from + width * lane;
  const extents = placeOf(subject);
  const blobs = extents.map(({ top, bottom }) => {
    const lobes = Math.max(1, Math.round((bottom - top) / 24));
    const swelling = (share: number): number => swell(share) * (1 - 0.12 * Math.abs(Math.sin(Math.PI * lobes * share)));
    const back = (share: number): number => Math.min(front + width, canalBack(top + (bottom - top) * share) - 1);
    const middle = (share: number): number => (front + back(share)) / 2;
    return polygon(
      'solid',
      band(
        top,
        bottom,
        (share) => middle(share) - (middle(share) - front) * swelling(share),
        (share) => middle(share) + (back(share) - middle(share)) * swelling(share),
      ),
    );
  });
  const y = middleOf(extents);
  return { markup: blobs.join(''), anchor: sidePoint(y, Math.min(front + width - 3, canalBack(y) - 3)) };
};

function wallsOf(position: readonly string[]): readonly [number, number] {
  if (position.includes('anterior') && !position.includes('posterior')) return [CANAL_FRONT + 0.5, CORD - 3];
  if (position.includes('posterior') && !position.includes('anterior')) return [CORD + 3, 26.5];
  return [CANAL_FRONT + 1.5, 26];
}

/** Both walls of the canal come in, the further the worse; an outline alone where no grade is stated. */
export const narrowing: Draw = (subject) => {
  const { severity } = subject;
  const depth = severity === null ? 5.5 : NARROWED[severity];
  const kind = severity === null ? 'solid ungraded' : 'solid full';
  const extents = placeOf(subject);
  const walls = extents.flatMap(({ top, bottom }) => {
    const back = (share: number): number => canalBack(top + (bottom - top) * share);
    return [
      polygon(
        kind,
        band(
          top,
          bottom,
          () => CANAL_FRONT,
          (share) => CANAL_FRONT + depth * swell(share),
        ),
      ),
      polygon(
        kind,
        band(top, bottom, (share) => back(share) - depth * swell(share), back),
      ),
    ];
  });
  const y = middleOf(extents);
  return { markup: walls.join(''), anchor: sidePoint(y, canalBack(y) - 1.5) };
};

/** The cord itself, thinner where it is compressed more. */
export const compression: Draw = (subject) => {
  const left = subject.severity === null ? 2.8 : COMPRESSED[subject.severity];
  const extents = placeOf(subject);
  const cords = extents.map(({ top, bottom }) => {
    const half = (share: number): number => CORD_HALF - (CORD_HALF - left) * swell(share);
    const cleared = band(
      top,
      bottom,
      () => CORD - CORD_HALF - 0.6,
      () => CORD + CORD_HALF + 0.6,
    );
    const cord = band(
      top,
      bottom,
      (share) => CORD - half(share),
      (share) => CORD + half(share),
    );
    return polygon('cleared', cleared) + polygon('solid full', cord);
  });
  return { markup: cords.join(''), anchor: sidePoint(middleOf(extents), CORD) };
};

/** What else happens to the cord: hatched. */
export const cord: Draw = (subject, { lane, lanes }) => {
  const width = (CORD_HALF * 2) / lanes;
  const front = CORD - CORD_HALF + width * lane;
  const extents = placeOf(subject);
  const d = bodiesPath(
    extents.map(({ top, bottom }) =>
      band(
        top,
        bottom,
        () => front,
        () => front + width,
      ),
    ),
  );
  return { markup: hatched(subject, 'compression', d), anchor: sidePoint(middleOf(extents), front + width - 1) };
};

/** A pattern over an outline. */
export const hatched = ({ finding }: Subject, tone: string, d: string): string =>
  shape('path', 'hollow', { d, 'fill-opacity': 0.35 }) +
  shape('path', 'area', { d, fill: `url(#hatch-${tone}${finding.presence === 'possible' ? '-possible' : ''})` });

/** A part of a vertebral body for each of the findings that share it. */
export const bonesFromSide = (subject: Subject, { lane, lanes }: Place): string =>
  bodiesPath(
    bodiesOf(subject).map((body) => {
      const share = (body.depth - 4) / lanes;
      const front = 2 + share * lane - body.depth;
      return lanes === 1
        ? bodyFromSide(body, 2)
        : band(
            body.top + 2,
            body.bottom - 2,
            () => front,
            () => front + share - 1,
          );
    }),
  );

/** A broken body: a wedge is gone from its front, a crack runs through it. */
export const fracturesFromSide = (subject: Subject): string =>
  bodiesOf(subject)
    .map((body) => {
      const { top, bottom, depth } = body;
      const height = bottom - top;
      const wedge = [sidePoint(top, -depth), sidePoint(top, -2), sidePoint(top + height * 0.42, -depth)];
      const crack = [0.1, 0.3, 0.5, 0.7, 0.9].map(
        (share, i): Point => sidePoint(top + height * (i % 2 === 0 ? 0.68 : 0.5), -depth * share),
      );
      return (
        polygon('hollow', wedge) + line('stroke', [sidePoint(top, -2), sidePoint(top + height * 0.42, -depth)]) + line('stroke', crack)
      );
    })
    .join('');

/** The disc, bulging into the canal by its grade. */
export const disc: Draw = (subject) => {
  const discs = discsOf(subject);
  const bulge = subject.severity === null ? 4 : BULGE[subject.severity];
  const middle = (name: string | undefined): number => middleOf([discExtent(name ?? '') ?? { top: 0, bottom: 0 }]);
  const y = middle(discs[Math.floor((discs.length - 1) / 2)]);
  return {
    markup: discs.map((name) => polygon('solid full', discFromSide(name, bulge))).join(''),
    anchor: sidePoint(y, bulge - 1.5),
  };
};

export const presacral: Draw = (subject, { lane, lanes }) => {
  const extents = placeOf(subject);
  const width = 17 / lanes;
  const depthAt = (y: number): number => between(y, ({ depth }) => depth) + 2 + width * lane;
  const blobs = extents.map(({ top, bottom }) => {
    const y = (share: number): number => top + (bottom - top) * share;
    return polygon(
      'solid',
      band(
        top,
        bottom,
        (share) => -depthAt(y(share)) - (width - 1) * swell(share),
        (share) => -depthAt(y(share)),
      ),
    );
  });
  const y = middleOf(extents);
  return { markup: blobs.join(''), anchor: sidePoint(y, -depthAt(y) - 3) };
};

/** A bracket behind the spine: for what has no picture of its own, and for a mass whose place is not stated. */
export const bracket: Draw = (subject, { lane }) => {
  const x = BRACKETS_X + lane * BRACKET_STEP;
  const extents = placeOf(subject);
  const d = extents.map(({ top, bottom }: Extent) => `M${x - 3} ${short(top + 1)}H${x}V${short(bottom - 1)}H${x - 3}`).join('');
  return { markup: shape('path', 'stroke', { d }), anchor: [x, middleOf(extents)] };
};
