import { cover } from '../text/span.ts';
import type { Piece } from './piece.ts';

/** Carries out `scratch that`: it and the sentence before it become one piece of nothing. Headings and lines stay. */
export function undone(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    if (piece.role !== 'undo') {
      out.push(piece);
      continue;
    }
    let { span } = piece;
    for (let first = true; out.length > 0; first = false) {
      const last = out.at(-1);
      if (last === undefined || isLineStart(last) || (last.role === 'stop' && !first)) break;
      span = cover(last.span, span);
      out.pop();
    }
    out.push({ ...piece, span, role: 'nothing' });
  }
  return out;
}

const isLineStart = ({ role }: Piece): boolean => role === 'break' || role === 'heading' || role === 'item';
