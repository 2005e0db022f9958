import { ATTRIBUTES, type Attribute } from './attribute.ts';
import type { Limit } from './clause.ts';

/** A piece of a message: words as they stand, or something to fill in. */
export type Piece =
  | { readonly type: 'words'; readonly words: string }
  /** `{L}`, `{at L}`, `{levels of B}`: empty, preposition and all, where the report states none. */
  | { readonly type: 'value'; readonly before: string; readonly attribute: Attribute | null; readonly of: string }
  /** `{words}`: what is underlined; `{suggestion}`: what a built-in check would write; `{exam}`: the modality; `{mention}`: words found. */
  | { readonly type: 'special'; readonly name: Special }
  | { readonly type: 'parameter'; readonly limit: Limit };

const SPECIALS = ['words', 'suggestion', 'exam', 'regions', 'mention', 'age', 'sex', 'exam date'] as const;
export type Special = (typeof SPECIALS)[number];

export type Wording = readonly Piece[];

const PLACE = new RegExp(`^(?:(?<before>at|on|from|of|in) )?(?:(?<attribute>${ATTRIBUTES.join('|')}) of )?(?<of>[A-Z])$`);

/** Reads the `{...}` places of a message or fix. `unknown` are those that say nothing. */
export function readWording(
  text: string,
  parameters: Readonly<Record<string, number>> = {},
): { readonly wording: Wording; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const wording = text.split(/(\{[^{}]*\})/).flatMap((piece): Piece[] => {
    if (piece === '') return [];
    if (!piece.startsWith('{')) return [{ type: 'words', words: piece }];
    const inside = piece.slice(1, -1).trim();
    if ((SPECIALS as readonly string[]).includes(inside)) return [{ type: 'special', name: inside as Special }];
    if (Object.hasOwn(parameters, inside)) return [{ type: 'parameter', limit: { parameter: inside, value: parameters[inside] ?? 0 } }];
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
