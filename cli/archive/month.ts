import { datesIn } from '../../language/meaning/dates.ts';

/** How days and months are ordered where both orders would be dates: `02/03/2024`. */
export type DateOrder = 'dmy' | 'mdy';

const MS_PER_DAY = 86_400_000;

/**
 * The month `2024-03` of a date as it is written (`2024-03-12`, `12 Mar 2024`, `12-MAR-24`, `20240312`, `2024-03`, `03/2024`). Null where there is no date in the words, or
 * where they may mean two months and `order` is not given.
 */
export function monthIn(words: string, order: DateOrder | null): string | null {
  const plain = words
    .trim()
    // A month alone, and what Oracle writes where no one says how.
    .replace(/^((?:19|20)\d\d)[-/.](\d{1,2})$/, '$1-$2-01')
    .replace(/^(\d{1,2})[-/.]((?:19|20)\d\d)$/, '$2-$1-01')
    .replace(/^(\d{1,2})-([a-z]{3})-(\d\d)(?=[ T]|$)/i, '$1-$2-20$3')
    // ISO with a time behind it, and DICOM's dates without signs between.
    .replace(/\b((?:19|20)\d\d)(-?)(\d\d)\2(\d\d)(?:T\S*|\d{6}(?!\d)|\b)/, '$1-$3-$4')
    .replace(/\b(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)?\d\d)\b/, (all, a: string, b: string, year: string) => {
      if (order === null) return all;
      const [day, month] = order === 'dmy' ? [a, b] : [b, a];
      return `${year.length === 2 ? `20${year}` : year}-${month}-${day}`;
    });
  const days = datesIn(plain)[0]?.days ?? null;
  if (days === null) return null;
  const [first, last] = days.map((day) => new Date(day * MS_PER_DAY).toISOString().slice(0, 7));
  return first === last ? (first ?? null) : null;
}
