import { wordsAt } from '../../language/impression/words.ts';
import { fold } from '../../language/text/fold.ts';
import type { Change } from '../mutant.ts';
import { bodyFindings, type Sound } from '../sound.ts';
import { exchange } from '../words.ts';

/** What a comparison line says where there was nothing to compare with. */
const NOTHING: ReadonlySet<string> = new Set([
  'none',
  'nil',
  'none available',
  'not available',
  'no prior',
  'no prior studies',
  'no previous study',
  'no previous imaging',
]);

/** A change that the sizes of the same sentence contradict. */
const OTHER_WAY: Readonly<Record<string, string>> = {
  increased: 'decreased',
  decreased: 'increased',
  larger: 'smaller',
  smaller: 'larger',
  enlarged: 'unchanged',
  unchanged: 'decreased',
  'has increased': 'is unchanged',
  'has decreased': 'is unchanged',
  'increase in size': 'decrease in size',
  'decrease in size': 'increase in size',
};

/** `unchanged` without anything to compare with, or a change against the sizes that are given. */
export const comparisonDrift = (sound: Sound): Change[] => [...withoutPrior(sound), ...againstSizes(sound)];

function withoutPrior(sound: Sound): Change[] {
  const { report, text } = sound;
  const field = report.outline.header.find(({ id }) => id === 'comparison');
  const isNothing = field !== undefined && NOTHING.has(fold(wordsAt(text, field.value)).replace(/\.$/, '').trim());
  if (!isNothing || bodyFindings(sound).some(({ change }) => change !== null)) return [];
  return bodyFindings(sound)
    .filter(({ kind, presence }) => kind === 'mass' && presence === 'present')
    .flatMap((finding) => {
      const at = finding.range.end;
      const isLast = text[at] === '.' || sound.statementOf(finding)?.range.end === at;
      const edits = [{ range: { start: at, end: at }, text: ', unchanged' }];
      return isLast ? [{ edits, what: 'Nothing is there to be unchanged from.', counterparts: [field.value] }] : [];
    });
}

function againstSizes(sound: Sound): Change[] {
  const before = new Map(sound.report.notes.filter(({ kind }) => kind === 'prior-size').map((note) => [note.statement, note]));
  return bodyFindings(sound).flatMap((finding) => {
    const prior = before.get(finding.statement);
    const { change } = finding.where;
    if (prior === undefined || change === undefined || finding.sizeMm === null) return [];
    const edit = exchange(sound.text, change, OTHER_WAY);
    return edit === null ? [] : [{ edits: [edit], what: `The sizes say otherwise than ${edit.text}.`, counterparts: [finding.range] }];
  });
}
