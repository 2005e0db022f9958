import { distance } from '../language/lexicon/near.ts';
import { readRuleFile } from '../language/rules/lines.ts';
import type { Rule } from '../language/rules/rule.ts';
import type { Source } from '../language/text/source.ts';
import { oneLine } from './drawing/cells.ts';
import { Failure } from './failure.ts';

const MOST = 3;
/** No id is longer; comparing a far longer word with every id would only take time. */
const LONGEST = 80;

/** The rule of that id, or a line on where it stands and cannot be understood. Throws a Failure for one that does not exist. */
export function findRule(id: string, rules: readonly Rule[], sources: readonly Source[]): Rule | { readonly broken: string } {
  const rule = rules.find((each) => each.id === id);
  if (rule !== undefined) return rule;
  for (const { name, text } of sources) {
    const broken = readRuleFile(text).rules.find((each) => each.id === id);
    if (broken !== undefined)
      return { broken: `${oneLine(name)}:${broken.line}: rule ${oneLine(id)} cannot be understood; emh rules test says why` };
  }
  const ids = rules.map((each) => each.id);
  const near = nearestIds(id, ids);
  throw new Failure(
    `there is no rule '${oneLine(id.slice(0, LONGEST))}'; ${near.length > 0 ? `near it: ${near.join(', ')}` : 'emh rules list names them all'}`,
  );
}

/** The ids within a few slips, nearest first, then those that hold the word: who remembers `drift` is told of `level-drift`. */
export function nearestIds(id: string, ids: readonly string[]): string[] {
  const word = id.toLowerCase();
  if (word === '' || word.length > LONGEST) return [];
  const most = Math.max(1, Math.floor(word.length / 4));
  const slips = ids
    .map((known) => ({ known, slips: distance(word, known) }))
    .filter(({ slips: n }) => n <= most)
    .sort((a, b) => a.slips - b.slips || (a.known < b.known ? -1 : 1))
    .map(({ known }) => known);
  const holding = word.length < 3 ? [] : ids.filter((known) => known.includes(word)).sort((a, b) => a.length - b.length);
  return [...new Set([...slips, ...holding])].slice(0, MOST);
}
