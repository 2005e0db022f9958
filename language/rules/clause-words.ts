import type { IToken } from 'chevrotain';
import type { NoteCategory } from '../meaning/note.ts';
import type { Attribute, Relation } from './attribute.ts';
import type { Condition, Scope } from './clause.ts';

/* What the words of a token mean. */

export const firstWord = (token: IToken): string => token.image.split(/\s+/)[0] ?? '';
export const lastWord = (token: IToken): string => token.image.split(/\s+/).at(-1) ?? '';
export const denies = (token: IToken): boolean => /\b(?:not|no)\b/.test(token.image);

/** `report has no impression` */
export const sectionIn = (token: IToken): Condition => ({ type: 'section', scope: lastWord(token) as Scope, has: !denies(token) });

/** `findings do not mention the words of` -> what is asked of which part. */
export const describedIn = (token: IToken): Omit<Extract<Condition, { type: 'described' }>, 'of'> => ({
  type: 'described',
  scope: firstWord(token) as Scope,
  what: token.image.includes('the words') ? 'words' : 'place',
  does: !denies(token),
});

/** `levels of` -> levels, `with a side` -> side. */
export function attributeIn(image: string): Attribute {
  const words = image.replace(/^(?:with(?:out)?|has) (?:no |an? |any )?/, '').replace(/ of$/, '');
  return ({ level: 'levels', disc: 'discs', site: 'sites' }[words] ?? words) as Attribute;
}

/** `any prior studies` -> prior-study. */
export const categoryIn = (image: string): NoteCategory =>
  image
    .replace(/^(?:any|an?) /, '')
    .replace(/ies$/, 'y')
    .replace(/s$/, '')
    .replaceAll(' ', '-') as NoteCategory;

export function relationIn(image: string): Relation {
  if (image.startsWith('agree')) return 'agrees';
  if (image.startsWith('differ')) return 'unlike';
  if (image.startsWith('ten')) return 'tenfold';
  return image.split(/\s+/)[0] as Relation;
}

/** What a unit behind a number makes of it: sizes count in mm, ages in years. */
export const FACTORS: Readonly<Record<string, number>> = { cm: 10, month: 1 / 12, months: 1 / 12 };
