import type { Outline } from '../syntax/report.ts';
import type { WordProblem } from './report.ts';

/** Fields that stand open, with what may be put there: the default, then the other choices. Left-over lines of a template count too. */
export const unfilledFields = (text: string, { brackets }: Outline): WordProblem[] =>
  brackets.map(({ range, field }) => {
    const ways = field === null ? [] : [...(field.default === null ? [] : [field.default]), ...field.choices];
    const suggestions = [...new Set(ways)].filter((way) => way !== '').slice(0, MOST_CHOICES);
    return { kind: 'field', range, words: text.slice(range.start, range.end), suggestions };
  });

/** Longer pick lists are for completion. */
const MOST_CHOICES = 8;
