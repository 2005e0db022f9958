import { MASS_FROM, MASS_STEP } from './front-marks.ts';
import type { Picture } from './kinds.ts';
import { LABEL_WIDTH } from './label.ts';
import { lanesOf } from './lanes.ts';
import { hullOf, type Place, placeOf } from './mark.ts';
import { BRACKET_STEP, BRACKETS_X } from './side-marks.ts';
import type { Subject } from './subject.ts';

export const MARGIN = 16;

/** Whether the two views stand beside each other or one below the other. */
export type Shape = 'wide' | 'tall';

/** Where the parts of a picture stand, from left to right: the view from the side, labels, the view from the front, labels. In a tall one the last two begin at the left again. */
export interface Layout {
  readonly shape: Shape;
  readonly middleLabelsX: number;
  /** The middle of the view from the front. */
  readonly frontX: number;
  readonly outerLabelsX: number;
  readonly width: number;
  placeOf(subject: Subject): Place;
}

/** Pictures that share a space, so that their findings lie beside each other in it. */
const SPACES: readonly (readonly Picture[])[] = [
  ['canal-mass'],
  ['cord'],
  ['bone', 'bone-mass'],
  ['beside-mass'],
  ['foramen', 'foramen-mass'],
  ['presacral-mass'],
  ['other'],
];
const SIDED: ReadonlySet<Picture> = new Set(['beside-mass', 'foramen']);

interface Lane {
  readonly lane: number;
  readonly count: number;
}

/** Gives way to what there is to draw: more lanes need more room. */
export function layOut(drawn: readonly Subject[], shape: Shape): Layout {
  const lanes = lanesIn(drawn);
  const most = (picture: Picture): number =>
    drawn.reduce((count, subject) => (subject.picture === picture ? Math.max(count, lanes.get(subject)?.count ?? 1) : count), 1);
  const middleLabelsX = BRACKETS_X + BRACKET_STEP * (most('other') - 1) + 26;
  const half = Math.max(98, 26 + MASS_FROM + MASS_STEP * most('beside-mass') + 14);
  const frontX = (shape === 'tall' ? MARGIN : middleLabelsX + LABEL_WIDTH + 18) + half;
  const outerLabelsX = frontX + half + 22;
  return {
    shape,
    middleLabelsX,
    frontX,
    outerLabelsX,
    width: Math.max(middleLabelsX, outerLabelsX) + LABEL_WIDTH + MARGIN,
    placeOf: (subject) => {
      const { lane, count } = lanes.get(subject) ?? { lane: 0, count: 1 };
      return { lane, lanes: count, frontX };
    },
  };
}

/** What is drawn over all that was examined lies below the others, and takes no lane from them. */
function lanesIn(drawn: readonly Subject[]): ReadonlyMap<Subject, Lane> {
  const out = new Map<Subject, Lane>();
  for (const space of SPACES) {
    const own = drawn.filter(({ picture, standing }) => space.includes(picture) && standing === 'levels');
    for (const group of apart(
      own,
      space.some((picture) => SIDED.has(picture)),
    )) {
      const { lanes, count } = lanesOf(group.map((subject) => hullOf(placeOf(subject))));
      for (const [i, subject] of group.entries()) out.set(subject, { lane: lanes[i] ?? 0, count });
    }
  }
  return out;
}

/** Findings of the right and of the left do not meet, unless there is one of both. */
function apart(own: readonly Subject[], isSided: boolean): readonly (readonly Subject[])[] {
  if (!isSided || own.some(({ finding: { side } }) => side !== 'left' && side !== 'right')) return [own];
  return [own.filter(({ finding }) => finding.side === 'left'), own.filter(({ finding }) => finding.side === 'right')];
}
