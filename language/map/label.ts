import type { Drift } from './drift.ts';
import { box, differs, dot, line, type Point, words } from './shapes.ts';
import type { Subject } from './subject.ts';
import { LINE, wrap } from './words.ts';

/** A rectangle of the picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Row {
  readonly kind: 'name' | 'details' | 'differs';
  readonly text: string;
}

/** The words beside a finding, in rows. */
export interface Label {
  readonly rows: readonly Row[];
  readonly height: number;
}

export const LABEL_WIDTH = 168;
const PAD = 5;
/** From the edge of a label to its words: the key in its colour stands between. */
const INDENT = 9;

/** What a label says: the name, the details, and what the impression says instead. */
export function labelOf({ name, details }: Pick<Subject, 'name' | 'details'>, drifts: readonly Drift[]): Label {
  const width = LABEL_WIDTH - INDENT - PAD;
  const rows = [
    ...wrap(name, width * 0.94).map((text): Row => ({ kind: 'name', text })),
    ...wrap(details, width).map((text): Row => ({ kind: 'details', text })),
    ...drifts.flatMap((drift) => wrap(drift.words, width - 15).map((text): Row => ({ kind: 'differs', text }))),
  ];
  return { rows, height: rows.length * LINE + PAD * 2 + (drifts.length > 0 ? 6 : 0) };
}

/** A label at its place, with the line to what it speaks of, which leaves it at one of its edges. */
export function drawLabel({ rows }: Label, { x, y, height }: Box, edge: 'left' | 'right', anchor: Point): string {
  const isLeft = edge === 'left';
  const from = x + (isLeft ? INDENT : PAD);
  const key = isLeft ? x + 1.7 : x + LABEL_WIDTH - 1.7;
  const middle = y + PAD + LINE * 0.6;
  const differing = rows.filter(({ kind }) => kind === 'differs').length;
  const text = rows.map(({ kind, text: each }, i) => {
    const isDifferent = kind === 'differs';
    const down = y + PAD + LINE * (i + 0.78) + (isDifferent ? 4 : 0);
    return words(kind === 'name' ? 'name' : kind === 'details' ? 'faint' : 'differs', from + (isDifferent ? 13 : 0), down, each);
  });
  return [
    line('stroke leader', [anchor, [isLeft ? x - 12 : x + LABEL_WIDTH + 12, middle], [isLeft ? x + 1 : x + LABEL_WIDTH - 1, middle]]),
    dot('dot', anchor, 2),
    line('stroke key', [
      [key, y + 2],
      [key, y + height - 2],
    ]),
    // Parted by blanks, as they are read.
    text.join(' '),
    differing === 0 ? '' : warning(from, y + PAD + (rows.length - differing) * LINE + 3, differing),
  ].join('');
}

const warning = (x: number, y: number, rows: number): string =>
  box('drift', x - 3, y, LABEL_WIDTH - INDENT - PAD + 4, rows * LINE + 3, 3) + differs(x + 5, y + LINE * 0.6);

/** Around a label, lit where its finding is chosen. */
export const frameOf = ({ x, y, width, height }: Box): string => box('frame', x - 2, y, width + 4, height, 4);
