import { type Attributes, element, escapeMarkup } from '../text/markup.ts';
import { curveAt } from './anatomy.ts';

/** Where the plumb line of the view from the side stands, and the middle of the view from the front. */
export const SIDE_X = 112;

export type Point = readonly [x: number, y: number];

/** Numbers of the picture have one digit behind the point: enough for the eye. */
export const short = (value: number): number => Math.round(value * 10) / 10;

export const shape = (name: string, kind: string, attributes: Attributes = {}): string => element(name, { class: kind, ...attributes });

export const pathOf = (points: readonly Point[], closed: boolean): string =>
  `M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}${closed ? 'Z' : ''}`;

export const polygon = (kind: string, points: readonly Point[]): string => shape('path', kind, { d: pathOf(points, true) });

export const line = (kind: string, points: readonly Point[]): string => shape('path', kind, { d: pathOf(points, false) });

export const dot = (kind: string, [x, y]: Point, r: number): string => shape('circle', kind, { cx: short(x), cy: short(y), r });

export const box = (kind: string, x: number, y: number, width: number, height: number, rx = 0): string =>
  shape('rect', kind, { x: short(x), y: short(y), width: short(width), height: short(height), rx });

export const words = (kind: string, x: number, y: number, text: string): string =>
  element('text', { class: kind, x: short(x), y: short(y) }, escapeMarkup(text));

/** A point of the view from the side: at a height, and so far behind the back of the vertebral bodies (in front where negative), square to the curve. */
export function sidePoint(y: number, behind: number): Point {
  const slope = (curveAt(y + 2) - curveAt(y - 2)) / 4;
  const length = Math.hypot(1, slope);
  return [SIDE_X + curveAt(y) + behind / length, y - (behind * slope) / length];
}

/** A band along the curve between two heights; `front` and `back` say how far behind the bodies its borders run at a share of its length (0 to 1). */
export function band(top: number, bottom: number, front: (share: number) => number, back: (share: number) => number): Point[] {
  const steps = Math.max(2, Math.ceil((bottom - top) / 7));
  const shares = Array.from({ length: steps + 1 }, (_, i) => i / steps);
  const at = (share: number, behind: number): Point => sidePoint(top + (bottom - top) * share, behind);
  return [...shares.map((share) => at(share, front(share))), ...shares.toReversed().map((share) => at(share, back(share)))];
}

/** 0 at both ends of a stretch, 1 over most of it: how a swelling begins and ends. */
export const swell = (share: number): number => Math.min(1, Math.sqrt(Math.max(0, Math.sin(Math.PI * share))) * 1.12);

/** The sign for "says otherwise", drawn and not written: it is no part of the words. */
export const differs = (x: number, y: number): string =>
  shape('path', 'drift', {
    d: `M${short(x - 4)} ${short(y - 1.8)}h8M${short(x - 4)} ${short(y + 1.8)}h8M${short(x + 2.4)} ${short(y - 4.6)}l-4.8 9.2`,
  });
