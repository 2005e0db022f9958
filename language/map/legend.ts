import { element } from '../text/markup.ts';
import type { Entry } from './flow.ts';
import { gradeIn } from './front-marks.ts';
import type { Picture } from './kinds.ts';
import { TONES } from './mark.ts';
import { box, differs, dot, type Point, shape } from './shapes.ts';

/** What a map shows beside pictures: each is explained where it is drawn. */
export type Manner = 'possible' | 'throughout' | 'unsided' | 'ungraded' | 'drift';

const WALLS = (kind: string): string =>
  shape('path', kind, { d: 'M-11 -7H11Q0 2 -11 -7Z' }) + shape('path', kind, { d: 'M-11 7H11Q0 -2 -11 7Z' });
const BLOB = shape('path', 'solid', { d: 'M-11 0C-10 -8 -2 -5 1 -6C8 -7 11 -3 11 0C11 5 4 6 0 5C-6 7 -11 5 -11 0Z' });
const HATCH = (tone: string): string =>
  element('rect', { class: 'area', x: -11, y: -6, width: 22, height: 12, rx: 2, fill: `url(#hatch-${tone})` });

const GRADES = ['mild', 'moderate', 'severe'] as const;
const foramenSign = (at: Point, grade: (typeof GRADES)[number]): string =>
  dot('hollow', at, 5.6) + gradeIn(at, grade) + dot('stroke', at, 5.6);

const SIGNS: Readonly<Record<Picture, readonly [sign: string, words: string]>> = {
  'canal-mass': [BLOB, 'Mass in the canal; against a wall only where the report says so'],
  'beside-mass': [BLOB, 'Mass beside the spine'],
  'presacral-mass': [BLOB, 'Mass in front of the sacrum'],
  'bone-mass': [shape('rect', 'solid', { x: -9, y: -6, width: 18, height: 12, rx: 2 }), 'Mass in bone'],
  'foramen-mass': [box('solid', -5, -5, 10, 10, 2), 'Mass in a foramen'],
  narrowing: [WALLS('solid full'), 'Canal narrowing; the deeper, the more severe'],
  compression: [
    shape('path', 'solid full', { d: 'M-11 -5C-4 -5 -4 -1.6 0 -1.6S4 -5 11 -5V5C4 5 4 1.6 0 1.6S-4 5 -11 5Z' }),
    'Compression of cord or cauda; the thinner, the more severe',
  ],
  cord: [HATCH('compression'), 'Other finding of the cord or sac'],
  foramen: [
    element('g', { transform: 'scale(.66)' }, GRADES.map((grade, i) => foramenSign([i * 12 - 12, 0], grade)).join('')),
    'Foramen: mild, moderate, severe',
  ],
  bone: [HATCH('marrow'), 'Change of bone or marrow'],
  fracture: [shape('path', 'stroke', { d: 'M-9 6V0L9 -6V6ZM-9 3L-4 1L0 4L4 0L9 2' }), 'Fracture or deformed vertebra'],
  disc: [shape('path', 'solid full', { d: 'M-10 -3H5Q12 0 5 3H-10Z' }), 'Disc'],
  rib: [shape('path', 'stroke thick', { d: 'M-9 1C-4 -5 6 -4 9 5' }), 'Rib'],
  other: [shape('path', 'stroke', { d: 'M-3 -6H2V6H-3' }), 'Other finding, or a mass whose place is not stated'],
};

const MANNERS: Readonly<Record<Manner, readonly [sign: string, words: string]>> = {
  possible: [element('g', { class: 'possible' }, BLOB), 'Pale and dashed: only possible'],
  throughout: [
    element('g', { class: 'thin' }, shape('path', 'stroke thick', { d: 'M-10 0H10' })),
    'Thin: no level stated, drawn over all that was examined',
  ],
  unsided: [dot('stroke dashed', [-6, 0], 5) + dot('stroke dashed', [6, 0], 5), 'Dashed on both sides: no side stated'],
  ungraded: [WALLS('solid ungraded'), 'Outline, or a dot in a foramen: no grade stated'],
  drift: [box('drift', -10, -7, 20, 14, 3) + differs(0, 0), 'The impression says otherwise'],
};

/** Explains what is drawn, and nothing else. */
export function legendOf(pictures: ReadonlySet<Picture>, manners: ReadonlySet<Manner>): Entry[] {
  const plain = (kind: string) => (markup: string) => element('g', { class: kind }, markup);
  return [
    ...(Object.keys(SIGNS) as Picture[])
      .filter((picture) => pictures.has(picture))
      .map((picture): Entry => ({ text: SIGNS[picture][1], sign: SIGNS[picture][0], wrapIn: plain(`legend ${TONES[picture]}`) })),
    ...(Object.keys(MANNERS) as Manner[])
      .filter((manner) => manners.has(manner))
      .map((manner): Entry => ({ text: MANNERS[manner][1], sign: MANNERS[manner][0], wrapIn: plain('legend other') })),
  ];
}
