import type { Attribute } from './attribute.ts';

/** A piece of a message: words as they stand, or something to fill in. */
export type Piece =
  | { readonly type: 'words'; readonly words: string }
  /** `{L}`, `{at L}`, `{levels of B}`: empty, preposition and all, where the report states none. */
  | { readonly type: 'value'; readonly before: string; readonly attribute: Attribute | null; readonly of: string }
  /** `{words}`: what is underlined; `{suggestion}`: what a built-in check would write; `{exam}`: the modality. */
  | { readonly type: 'special'; readonly name: 'words' | 'suggestion' | 'exam' };

export type Wording = readonly Piece[];

const PLACE =
  /^(?:(?<before>at|on|from|of|in) )?(?:(?<attribute>levels|discs|side|severity|size|presence|signal|enhancement|sites|morphology|change|count|diagnosis|kind) of )?(?<of>[A-Z])$/;

/** Reads the `{...}` places of a message or fix. `unknown` are those that say nothing. */
export function readWording(text: string): { readonly wording: Wording; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const wording = text.split(/(\{[^{}]*\})/).flatMap((piece): Piece[] => {
    if (piece === '') return [];
    if (!piece.startsWith('{')) return [{ type: 'words', words: piece }];
    const inside = piece.slice(1, -1).trim();
    if (inside === 'words' || inside === 'suggestion' || inside === 'exam') return [{ type: 'special', name: inside }];
    const place = PLACE.exec(inside)?.groups;
    if (!place?.of) {
      unknown.push(inside);
      return [];
    }
    return [{ type: 'value', before: place.before ?? '', attribute: (place.attribute as Attribute | undefined) ?? null, of: place.of }];
  });
  return { wording, unknown };
}

/**
 * The message with its places filled. An empty value takes the blank before it away; the first letter becomes a capital.
 */
export function fill(wording: Wording, filling: (piece: Exclude<Piece, { type: 'words' }>) => string): string {
  let out = '';
  for (const piece of wording) {
    if (piece.type === 'words') {
      out += piece.words;
      continue;
    }
    const value = filling(piece);
    if (value === '') out = out.trimEnd();
    else out += piece.type === 'value' && piece.before !== '' ? `${piece.before} ${value}` : value;
  }
  const text = out.replace(/\s+/g, ' ').trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The variables that a wording names. */
export const variablesOf = (wording: Wording): string[] => wording.flatMap((piece) => (piece.type === 'value' ? [piece.of] : []));
