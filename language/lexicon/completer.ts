import { fold } from '../text/fold.ts';
import type { Completion } from './lexicon.ts';
import type { Category, Term } from './term.ts';

/** Words of a term, in one of its forms. */
export interface Written {
  readonly words: string;
  readonly term: Term;
}

/** Forms with the places in which one of their words begins with some letter. */
interface Beginnings {
  readonly forms: (Written & { readonly key: string })[];
  readonly places: number[];
}

/** As `Lexicon.complete`. Only the words that begin with the first letter of what is typed are looked at. */
export function completer(
  written: readonly Written[],
): (prefix: string, categories: readonly Category[] | null, limit: number) => Completion[] {
  const sorted = written
    .map(({ words, term }) => ({ words, term, key: fold(words) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const byLetter = new Map<string, Beginnings>();
  for (const form of sorted)
    for (let place = 0; place >= 0; place = nextWord(form.key, place)) {
      const letter = form.key.charAt(place);
      let same = byLetter.get(letter);
      if (same === undefined) byLetter.set(letter, (same = { forms: [], places: [] }));
      same.forms.push(form);
      same.places.push(place);
    }
  const all: Beginnings = { forms: sorted, places: sorted.map(() => 0) };
  return (typed, categories, limit) => {
    const prefix = fold(typed);
    const { forms, places } = prefix === '' ? all : (byLetter.get(prefix.charAt(0)) ?? NONE);
    const out: Completion[] = [];
    const seen = new Set<Term>();
    const take = (isFirst: boolean): void => {
      for (let i = 0; i < forms.length && out.length < limit; i++) {
        const { words, term, key } = forms[i] as Beginnings['forms'][number];
        const place = places[i] ?? 0;
        if ((place === 0) !== isFirst || !key.startsWith(prefix, place)) continue;
        if (seen.has(term) || (categories !== null && !categories.includes(term.category))) continue;
        seen.add(term);
        out.push({ words, term });
      }
    };
    take(true);
    if (prefix.length > 1) take(false);
    return out;
  };
}

const NONE: Beginnings = { forms: [], places: [] };

/** Where the next word begins, behind a blank or a hyphen; -1 where there is none. */
function nextWord(key: string, place: number): number {
  for (let at = place + 1; at < key.length; at++) if (key[at - 1] === ' ' || key[at - 1] === '-') return at;
  return -1;
}
