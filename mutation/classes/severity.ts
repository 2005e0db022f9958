import type { Finding } from '../../language/meaning/finding.ts';
import type { Change } from '../mutant.ts';
import { bodyFindings, placesOf, type Sound } from '../sound.ts';
import { exchange } from '../words.ts';

/** A grade that no span of the first one holds. */
const OTHER: Readonly<Record<string, string>> = {
  mild: 'severe',
  moderate: 'mild',
  severe: 'mild',
  slight: 'severe',
  marked: 'mild',
  gross: 'mild',
  minimal: 'severe',
  small: 'large',
  large: 'small',
  mildly: 'severely',
  moderately: 'mildly',
  severely: 'mildly',
  slightly: 'severely',
  markedly: 'mildly',
  'mild to moderate': 'severe',
  'moderate to severe': 'mild',
  'moderate-to-severe': 'mild',
  'mild-to-moderate': 'severe',
};

/** Another grade in one section, where both sections grade the finding alike. */
export function severityChange(sound: Sound): Change[] {
  const body = bodyFindings(sound);
  return sound.pairs.flatMap(({ stated, support }) => {
    const grade = stated.severity?.join();
    if (grade === undefined || stated.presence === 'absent' || support.some((f) => f.severity?.join() !== grade)) return [];
    // Where another of the kind is graded otherwise, the new grade may be that one's.
    if (body.some((f) => f.kind === stated.kind && f.severity !== null && f.severity.join() !== grade)) return [];
    const inImpression = regraded(sound, stated, placesOf(sound, support));
    const inBody = support.length === 1 ? support.flatMap((f) => regraded(sound, f, placesOf(sound, [stated]))) : [];
    return [...inImpression, ...inBody];
  });
}

function regraded(sound: Sound, finding: Finding, counterparts: Change['counterparts']): Change[] {
  const edit = finding.where.severity === undefined ? null : exchange(sound.text, finding.where.severity, OTHER);
  return edit === null ? [] : [{ edits: [edit], what: `The grade became ${edit.text}.`, counterparts }];
}
