import { element } from '../text/markup.ts';
import { BOTTOM, TOP } from './anatomy.ts';
import { chosen, type Kind } from './chosen.ts';
import type { Drift } from './drift.ts';
import { besideMass, bone, boneMass, foramen, foramenMass, fracture, rib } from './front-marks.ts';
import type { Picture } from './kinds.ts';
import { drawLabel, LABEL_WIDTH, type Label, labelOf } from './label.ts';
import type { Layout } from './layout.ts';
import { FROM_FRONT, type Mark, type Place, TONES } from './mark.ts';
import { short } from './shapes.ts';
import { bracket, canalMass, compression, cord, disc, narrowing, presacral } from './side-marks.ts';
import { stack } from './stack.ts';
import type { Subject } from './subject.ts';

const MARKS: Readonly<Record<Picture, (subject: Subject, place: Place) => Mark>> = {
  'canal-mass': canalMass,
  'beside-mass': besideMass,
  'presacral-mass': presacral,
  'bone-mass': boneMass,
  'foramen-mass': foramenMass,
  narrowing,
  compression,
  cord,
  foramen,
  bone,
  fracture,
  disc,
  rib,
  other: bracket,
};

/** From back to front: what is small is not hidden by what is large. */
const ORDER: readonly Picture[] = [
  ...(['rib', 'bone', 'bone-mass', 'fracture', 'beside-mass', 'presacral-mass', 'disc', 'canal-mass'] as const),
  ...(['narrowing', 'compression', 'cord', 'foramen-mass', 'foramen', 'other'] as const),
];

/** The upper edge of the first label. */
const LABELS_FROM = TOP - 12;
/** Between the two views, where one is below the other. */
const BELOW = 4;

interface Marked {
  readonly subject: Subject;
  readonly mark: Mark;
  readonly label: Label;
}

/** The findings with their labels, one element for each; how far below the view from the side that from the front begins (0 beside it); and how far down they reach. */
export function drawFindings(
  drawn: readonly Subject[],
  drifts: readonly Drift[],
  layout: Layout,
  kind: Kind,
): { readonly markup: string; readonly frontDown: number; readonly bottom: number } {
  const differing = Map.groupBy(drifts, ({ finding }) => finding);
  const marked = drawn.map((subject): Marked => {
    const mark = MARKS[subject.picture](subject, layout.placeOf(subject));
    return { subject, mark, label: labelOf(subject, differing.get(subject.finding) ?? []) };
  });
  const elements = new Map<Subject, string>();
  const isTall = layout.shape === 'tall';
  let bottom = BOTTOM;
  let frontDown = 0;
  for (const isOuter of [false, true]) {
    const x = isOuter ? layout.outerLabelsX : layout.middleLabelsX;
    const own = marked.filter((each) => isLabelledOutside(each.subject, isTall) === isOuter);
    if (isTall && isOuter) frontDown = bottom + BELOW;
    const wishes = own.map(({ mark, label }) => ({ at: mark.anchor[1], height: label.height }));
    const tops = stack(wishes, LABELS_FROM, 5);
    for (const [i, { subject, mark, label }] of own.entries()) {
      const y = tops[i] ?? LABELS_FROM;
      const frame = { x, y, width: LABEL_WIDTH, height: label.height };
      // Labels between the views have their line on the side of the view that they speak of.
      const edge = !isOuter && FROM_FRONT.has(subject.picture) ? 'right' : 'left';
      const down = isOuter ? frontDown : 0;
      bottom = Math.max(bottom, down + y + label.height);
      const markup = (mark.side ?? '') + lowered(down, mark.markup + drawLabel(label, frame, edge, mark.anchor));
      const words = label.rows.map(({ text }) => text).join(' ');
      elements.set(subject, chosen(subject, TONES[subject.picture], words, { ...frame, y: down + y }, markup, kind));
    }
    bottom = Math.max(bottom, (isOuter ? frontDown : 0) + BOTTOM);
  }
  const inOrder = ORDER.flatMap((picture) => drawn.filter((subject) => subject.picture === picture));
  return { markup: inOrder.map((subject) => elements.get(subject) ?? '').join('\n'), frontDown, bottom };
}

/** Right of the view from the front; what that view shows on the patient's right is labelled left of it, so that no line crosses the spine, where there is room. */
const isLabelledOutside = ({ picture, finding }: Subject, isTall: boolean): boolean =>
  FROM_FRONT.has(picture) && (isTall || finding.side !== 'right');

/** Moved down by so much. */
export const lowered = (down: number, markup: string): string =>
  down === 0 || markup === '' ? markup : element('g', { transform: `translate(0 ${short(down)})` }, markup);
