import type { Finding } from '../../language/meaning/finding.ts';
import type { Change } from '../mutant.ts';
import { bodyFindings, placesOf, type Sound } from '../sound.ts';
import { exchange } from '../words.ts';

const OTHER: Readonly<Record<string, string>> = {
  left: 'right',
  right: 'left',
  'left-sided': 'right-sided',
  'right-sided': 'left-sided',
  'left sided': 'right sided',
  'right sided': 'left sided',
  lt: 'rt',
  rt: 'lt',
};

/** Left for right in one section, where both sections name the side and nothing of the kind lies on the other one. */
export function sideSwap(sound: Sound): Change[] {
  const body = bodyFindings(sound);
  return sound.pairs.flatMap(({ stated, support }) => {
    const { side } = stated;
    if ((side !== 'left' && side !== 'right') || support.some((finding) => finding.side !== side)) return [];
    const hasOther = body.some((f) => f.kind === stated.kind && f.presence !== 'absent' && f.side !== side && f.side !== null);
    if (hasOther) return [];
    const inImpression = swapped(sound, stated, placesOf(sound, support));
    const inBody = support.length === 1 ? support.flatMap((finding) => swapped(sound, finding, placesOf(sound, [stated]))) : [];
    return [...inImpression, ...inBody];
  });
}

function swapped(sound: Sound, finding: Finding, counterparts: Change['counterparts']): Change[] {
  const edit = finding.where.side === undefined ? null : exchange(sound.text, finding.where.side, OTHER);
  return edit === null ? [] : [{ edits: [edit], what: `${finding.side} became the other side.`, counterparts }];
}
