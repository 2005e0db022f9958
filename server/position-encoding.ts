import type { ClientCapabilities } from 'vscode-languageserver';
import { PositionEncodingKind } from './protocol.ts';

const KNOWN: readonly PositionEncodingKind[] = [PositionEncodingKind.UTF8, PositionEncodingKind.UTF16, PositionEncodingKind.UTF32];

/** What characters of a line are counted in: the first that the client names and that is known; UTF-16 where it names none. */
export const encodingFor = ({ general }: ClientCapabilities): PositionEncodingKind =>
  general?.positionEncodings?.find((encoding) => KNOWN.includes(encoding)) ?? PositionEncodingKind.UTF16;

/** How many units the stretch from `start` to `end` has; an end within a surrogate pair counts as the pair's beginning. */
export function unitsBetween(text: string, start: number, end: number, encoding: PositionEncodingKind): number {
  if (encoding === PositionEncodingKind.UTF16) return end - start;
  let units = 0;
  for (let at = start; at < end; ) {
    const point = text.codePointAt(at) ?? 0;
    at += lengthOf(point);
    if (at <= end) units += unitsOf(point, encoding);
  }
  return units;
}

/** The offset so many units behind `start`, at most `end`; a place within a character counts as its beginning. */
export function offsetAfter(text: string, start: number, end: number, units: number, encoding: PositionEncodingKind): number {
  if (encoding === PositionEncodingKind.UTF16) return Math.min(start + units, end);
  let at = start;
  for (let left = units; at < end; ) {
    const point = text.codePointAt(at) ?? 0;
    left -= unitsOf(point, encoding);
    if (left < 0) break;
    at += lengthOf(point);
  }
  return at;
}

const lengthOf = (point: number): number => (point > 0xffff ? 2 : 1);

function unitsOf(point: number, encoding: PositionEncodingKind): number {
  if (encoding === PositionEncodingKind.UTF32) return 1;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
