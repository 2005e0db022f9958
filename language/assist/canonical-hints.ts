import type { Finding } from '../meaning/finding.ts';
import { levelStyleOf, writeLevels } from '../meaning/notation.ts';
import { cover, type Span } from '../text/span.ts';
import type { Hint } from './impression-state.ts';
import { findingsOf, type Reading } from './reading.ts';

/** Behind words for a grade, the grade that they were read as, where they say it otherwise: `marked` is severe. */
export const gradeHints = (reading: Reading): Hint[] =>
  hintsBehind(reading, ({ severity, where }) => (severity === null ? null : { place: where.severity, words: severity.join(' to ') }));

/** Behind levels, the vertebrae that they were read as on the one scale, where they are written otherwise: `D4 to D7` is T4-T7. */
export const levelHints = (reading: Reading): Hint[] =>
  hintsBehind(reading, ({ levels, discs, where }) => {
    if (levels.length + discs.length === 0) return null;
    const place =
      where.levels !== undefined && where.discs !== undefined ? cover(where.levels, where.discs) : (where.levels ?? where.discs);
    return { place, words: writeLevels(levels, discs, CANONICAL) };
  });

const CANONICAL = { ...levelStyleOf(''), thoracic: 'T' } as const;

/** One hint for each place: findings of a list share theirs, and where they were read apart, none is shown. */
function hintsBehind(reading: Reading, read: (finding: Finding) => { place: Span | undefined; words: string } | null): Hint[] {
  const found = new Map<string, Hint | null>();
  for (const finding of reading.reports.flatMap(findingsOf)) {
    const { place, words } = read(finding) ?? {};
    if (place === undefined || words === undefined) continue;
    const key = `${place.start} ${place.end}`;
    const before = found.get(key);
    if (before === undefined) found.set(key, { offset: place.end, words, of: place });
    else if (before?.words !== words) found.set(key, null);
  }
  const isNews = ({ words, of }: Hint): boolean => plainly(reading.text.slice(of.start, of.end)) !== plainly(words);
  return [...found.values()].filter((hint) => hint !== null && isNews(hint)) as Hint[];
}

/** The same for spellings of one thing: letter case, blanks, words for a range and a list. */
const plainly = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/\s*(?:\bto\b|\bthrough\b|[-–—])\s*/g, '-')
    .replaceAll(/\s*(?:\band\b|[,&])\s*(?:at\s+)?/g, ',')
    .trim();
