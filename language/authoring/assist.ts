import type { Assist } from '../assist/assist.ts';
import type { Completions } from '../assist/completion.ts';
import type { Hover } from '../assist/hover.ts';
import type { Reading } from '../assist/reading.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { completeRules } from './completion.ts';
import { hoverRules } from './hover.ts';
import type { RuleFileReading } from './reading.ts';
import { type NamedWords, wordsAt } from './words.ts';

/** What an editor asks at a place of a rule file; offsets are those of the file. Never throws. */
export interface RuleAssist {
  complete(reading: RuleFileReading, offset: number): Completions;
  hover(reading: RuleFileReading, offset: number): Hover | null;
  /** The term that the words of a clause name there. */
  termAt(reading: RuleFileReading, offset: number): NamedWords | null;
}

/** `assist` and `read` are those of reports: an example is one. */
export function createRuleAssist(lexicon: Lexicon, assist: Assist, read: (text: string) => Reading): RuleAssist {
  const helps = {
    lexicon,
    read,
    completeReport: (text: string, offset: number) => assist.complete(read(text), { offset, asked: true }),
    hoverReport: (text: string, offset: number) => assist.hover(read(text), offset),
  };
  return {
    complete: (reading, offset) => completeRules(reading, offset, helps),
    hover: (reading, offset) => hoverRules(reading, offset, helps),
    termAt: (reading, offset) => wordsAt(reading, offset, helps),
  };
}
