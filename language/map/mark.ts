import { levelRuns } from '../meaning/notation.ts';
import { discExtent, type Extent, VERTEBRAE, vertebraOf } from './anatomy.ts';
import type { Picture } from './kinds.ts';
import type { Tone } from './palette.ts';
import type { Point } from './shapes.ts';
import type { Subject } from './subject.ts';

/** The drawing of one finding. */
export interface Mark {
  readonly markup: string;
  /** What the view from the side shows of it, where `markup` is in the view from the front. */
  readonly side?: string;
  /** Where the line to its label begins. */
  readonly anchor: Point;
}

/** Where a finding of the map goes: its drawing's lane among those of its kind, and where the two views stand. */
export interface Place {
  readonly lane: number;
  readonly lanes: number;
  /** The middle of the view from the front. */
  readonly frontX: number;
}

export const TONES: Readonly<Record<Picture, Tone>> = {
  'canal-mass': 'mass',
  'beside-mass': 'mass',
  'presacral-mass': 'mass',
  'bone-mass': 'mass',
  'foramen-mass': 'mass',
  narrowing: 'narrowing',
  compression: 'compression',
  cord: 'compression',
  foramen: 'narrowing',
  bone: 'marrow',
  fracture: 'marrow',
  disc: 'other',
  rib: 'rib',
  other: 'other',
};

/** Findings that are labelled beside the view from the front; the others beside the one from the side. */
export const FROM_FRONT: ReadonlySet<Picture> = new Set(['beside-mass', 'foramen-mass', 'foramen', 'bone', 'bone-mass', 'fracture', 'rib']);

/** The stretches of the spine that a finding is at: unbroken runs of its vertebrae, and its discs. */
export function extentsOf({ levels, discs }: Pick<Subject, 'levels' | 'discs'>): Extent[] {
  const runs = levelRuns(levels).flatMap((run) => {
    const [first, last] = [vertebraOf(run[0] ?? ''), vertebraOf(run.at(-1) ?? '')];
    return first === null || last === null ? [] : [{ top: first.top, bottom: last.bottom }];
  });
  // A disc is low; what is at it reaches a little beyond.
  const spaces = discs.flatMap((disc) => {
    const extent = discExtent(disc);
    return extent === null ? [] : [{ top: extent.top - 5, bottom: extent.bottom + 5 }];
  });
  return [...runs, ...spaces].sort((a, b) => a.top - b.top);
}

/** The presacral space has its levels by itself. */
export const placeOf = (subject: Subject): Extent[] =>
  subject.picture === 'presacral-mass' && subject.levels.length + subject.discs.length === 0
    ? extentsOf({ levels: ['S1', 'S2', 'S3', 'S4'], discs: [] })
    : extentsOf(subject);

/** From the uppermost of some stretches to the lowest. */
export function hullOf(extents: readonly Extent[]): Extent {
  const tops = extents.map(({ top }) => top);
  const bottoms = extents.map(({ bottom }) => bottom);
  return { top: Math.min(...tops), bottom: Math.max(...bottoms) };
}

/** The middle of the longest stretch: there a label's line begins. */
export function middleOf(extents: readonly Extent[]): number {
  const longest = extents.reduce((a, b) => (b.bottom - b.top > a.bottom - a.top ? b : a), extents[0] ?? { top: 0, bottom: 0 });
  return (longest.top + longest.bottom) / 2;
}

/** The vertebrae of a finding; of discs, those on both sides of them. */
export const bodiesOf = ({ levels, discs }: Subject) => {
  const named = new Set([...levels, ...discs.flatMap((disc) => disc.split('-'))]);
  return VERTEBRAE.filter(({ level }) => named.has(level));
};

/** The discs of a finding. One that names vertebrae is at the discs between them, or below the only one. */
export function discsOf({ levels, discs }: Subject): string[] {
  const between = levelRuns(levels).flatMap((run) =>
    (run.length === 1 ? run : run.slice(0, -1)).map((level) => {
      const below = VERTEBRAE[VERTEBRAE.findIndex((vertebra) => vertebra.level === level) + 1];
      return `${level}-${below?.level ?? ''}`;
    }),
  );
  return [...new Set([...discs, ...between])].filter((disc) => discExtent(disc) !== null);
}

/** The patient's right is drawn on the left; both where the side is not stated. */
export const signsOf = ({ finding: { side } }: Subject): readonly (1 | -1)[] => (side === 'left' ? [1] : side === 'right' ? [-1] : [-1, 1]);
