import type { Finding } from '../meaning/finding.ts';
import type { Drift } from './drift.ts';
import type { Standing, Subject } from './subject.ts';

const LEADS: Readonly<Record<Standing, string>> = {
  levels: 'Drawn at its levels',
  throughout: 'Drawn over all that was examined, no level stated',
  unplaced: 'Not drawn, no level stated',
  absent: 'Not drawn, absent, normal or resolved',
};

/** A finding that only the impression states. */
export interface Alone {
  readonly finding: Finding;
  readonly name: string;
  readonly details: string;
  readonly words: string;
}

/** A map in words: one line a finding. */
export function describe(subjects: readonly Subject[], drifts: readonly Drift[], alone: readonly Alone[]): string {
  const byFinding = Map.groupBy(drifts, ({ finding }) => finding);
  const lines = (Object.keys(LEADS) as Standing[]).flatMap((standing) => {
    const own = subjects.filter((subject) => subject.standing === standing);
    return own.map(({ finding, words }) => {
      const differing = (byFinding.get(finding) ?? []).map((drift) => ` (${drift.words})`).join('');
      return `${LEADS[standing]}: ${words}${differing}.`;
    });
  });
  const extra = alone.map(({ words }) => `In the impression alone: ${words}.`);
  return [EMPTY, ...lines, ...extra].slice(lines.some((line) => line.startsWith('Drawn')) ? 1 : 0).join('\n');
}

export const EMPTY = 'No finding of the spine with a level.';
