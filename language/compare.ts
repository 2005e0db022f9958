import { bodyFindings, linkImpression } from './impression/match.ts';
import type { Finding } from './meaning/finding.ts';
import type { Report } from './meaning/report.ts';

/** In what a finding of one report differs from that of another: preliminary and final, or prior and current. */
export type ChangeKind = 'new' | 'gone' | 'presence' | 'levels' | 'side' | 'severity' | 'larger' | 'smaller';

/** One difference between two reports. `prior` is null for what is new, `current` for what is no longer spoken of. */
export interface FindingChange {
  readonly change: ChangeKind;
  readonly prior: Finding | null;
  readonly current: Finding | null;
}

/**
 * The differences between two reports, as findings: order and wording do not count. Those of the current report come first, in its order,
 * then what is gone, in the order of the prior one. What one report does not state of a finding is no difference, nor is a denial that
 * the other report leaves out.
 */
export function compareReports(prior: Report, current: Report): FindingChange[] {
  const [before, after] = [statedIn(prior), statedIn(current)];
  // The current findings are matched as an impression's are: the same thing at another level, side or size is still the same thing.
  const links = linkImpression({
    ...prior,
    findings: before,
    impression: after.map((finding, i) => ({ item: i + 1, mark: null, text: finding.text, range: finding.range, findings: [finding] })),
  });
  const matched = new Map(links.map(({ stated, support }) => [stated, support]));
  const changes: FindingChange[] = [];
  for (const finding of after) {
    const [same] = matched.get(finding) ?? [];
    if (same !== undefined) changes.push(...differences(same, finding));
    else if (finding.presence !== 'absent') changes.push({ change: 'new', prior: null, current: finding });
  }
  const spokenOf = new Set([...matched.values()].flat());
  const gone = before.filter((finding) => finding.presence !== 'absent' && !spokenOf.has(finding));
  return [...changes, ...gone.map((finding): FindingChange => ({ change: 'gone', prior: finding, current: null }))];
}

/** The findings of the body; of a report without one, those of its impression. */
function statedIn(report: Report): Finding[] {
  const body = bodyFindings(report);
  return body.length > 0 ? body : report.impression.flatMap(({ findings }) => findings.map((f) => ({ ...f, section: 'findings' })));
}

function differences(prior: Finding, current: Finding): FindingChange[] {
  const both = (change: ChangeKind): FindingChange => ({ change, prior, current });
  if (prior.presence !== current.presence) {
    if (current.presence === 'absent') return [both('gone')];
    return [both(prior.presence === 'absent' ? 'new' : 'presence')];
  }
  if (current.presence === 'absent') return [];
  const places = (f: Finding): string => [...f.levels, ...f.discs].sort().join();
  const [small, large] = [largest(prior), largest(current)];
  return [
    ...(places(prior) !== '' && places(current) !== '' && places(prior) !== places(current) ? [both('levels')] : []),
    ...(prior.side !== null && current.side !== null && prior.side !== current.side ? [both('side')] : []),
    ...(prior.severity !== null && current.severity !== null && prior.severity.join() !== current.severity.join()
      ? [both('severity')]
      : []),
    ...(small === null || large === null || small === large ? [] : [both(large > small ? 'larger' : 'smaller')]),
  ];
}

/** The largest dimension, in millimetres. */
const largest = ({ sizeMm }: Finding): number | null => (sizeMm === null || sizeMm.length === 0 ? null : Math.max(...sizeMm));
