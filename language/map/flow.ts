import { element } from '../text/markup.ts';
import type { Box } from './label.ts';
import { short, words } from './shapes.ts';
import { LINE, widthOf, wrap } from './words.ts';

/** A few words in a list below the picture, behind a small drawing. */
export interface Entry {
  readonly text: string;
  /** Drawn around (0, 0), 22 wide and 14 high. */
  readonly sign: string;
  /** Wraps what is drawn: a finding is one that can be chosen. */
  readonly wrapIn: (markup: string, box: Box) => string;
}

const SIGN = 28;
const GAP = 14;

/** A title and entries side by side in rows; what is drawn, and the height that it takes. Nothing for no entries. */
export function drawFlow(
  title: string,
  entries: readonly Entry[],
  x: number,
  top: number,
  width: number,
): { markup: string; height: number } {
  if (entries.length === 0) return { markup: '', height: 0 };
  const parts = [words('title', x, top + 12, title)];
  let at = x;
  let y = top + 22;
  let deepest = 0;
  for (const { text, sign, wrapIn } of entries) {
    const lines = wrap(text, width - SIGN - 4);
    const wide = SIGN + Math.max(...lines.map((each) => widthOf(each)), 0) + 4;
    if (at > x && at + wide > x + width) {
      y += deepest;
      at = x;
      deepest = 0;
    }
    const height = Math.max(lines.length, 1) * LINE + 5;
    const said = lines.map((each, i) => words('entry', at + SIGN, y + LINE * (i + 0.85), each));
    const drawing = element('g', { transform: `translate(${short(at + 12)} ${short(y + 8.5)})` }, sign);
    parts.push(wrapIn(drawing + said.join(' '), { x: at, y, width: wide, height }));
    deepest = Math.max(deepest, height);
    at += wide + GAP;
  }
  return { markup: parts.join(''), height: y + deepest + 10 - top };
}
