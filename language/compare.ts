import { bodyFindings, linkImpression } from './impression/match.ts';
import type { Finding } from './meaning/finding.ts';
import type { Report } from './meaning/report.ts';
import { ribLevels } from './meaning/rib-levels.ts';

/** In what a finding of one report differs from that of another: preliminary and final, or prior and current. */
export type ChangeKind = 'new' | 'gone' | 'presence' | 'levels' | 'ribs' | 'side' | 'severity' | 'larger' | 'smaller';

/** One difference between two reports. `prior` is null for what is new, `current` for what is no longer spoken of. */
export interface FindingChange {
  readonly change: ChangeKind;
  readonly prior: Finding | null;
  readonly current: Finding | null;
}

/**
 * The differences between two reports, as findings: order and wording do not count. Those of the current report come first, in its order,
 * then what is gone, in the order of the prior one. What an impression repeats is compared as the findings state it. What one report does not state of a finding is no difference, nor is a denial that
 * the other report leaves out.
 */
export function compareReports(prior: Report, current: Report): FindingChange[] {
  const [before, after] = [statedIn(prior), statedIn(current)];
  // The current findings are matched as an impression's are: the same thing at another level, side or size is still the same thing.
  const links = linkImpression({
    ...prior,
    findings: before.map(({ placed }) => placed),
    impression: after.map(({ placed }, i) => ({ item: i + 1, mark: null, text: placed.text, range: placed.range, findings: [placed] })),
  });
  const matched = new Map(links.map(({ stated, support }) => [stated, support]));
  const priors = new Map(before.map((stated) => [stated.placed, stated]));
  const onPrior = new Map<Finding, Finding[]>();
  for (const { stated, each } of links.flatMap(({ stated, support }) => support.map((each) => ({ stated, each })))) {
    const own = onPrior.get(each);
    if (own === undefined) onPrior.set(each, [stated]);
    else own.push(stated);
  }
  // `L2. L3.` of the one report is `L2 and L3` of the other: places are compared of all that belong together.
  const isMoved = ({ placed }: Stated): boolean => {
    const was = matched.get(placed) ?? [];
    const [old, fresh] = [placesOf(was), placesOf(was.flatMap((each) => onPrior.get(each) ?? []))];
    return old !== '' && fresh !== '' && old !== fresh;
  };
  const changes: FindingChange[] = [];
  for (const stated of after) {
    const [found] = matched.get(stated.placed) ?? [];
    const same = found === undefined ? undefined : priors.get(found);
    if (same !== undefined) changes.push(...differences(same, stated, isMoved(stated)));
    else if (stated.finding.presence !== 'absent') changes.push({ change: 'new', prior: null, current: stated.finding });
  }
  const spokenOf = new Set([...matched.values()].flat());
  const gone = before.filter(({ finding, placed }) => finding.presence !== 'absent' && !spokenOf.has(placed));
  return [...changes, ...gone.map(({ finding }): FindingChange => ({ change: 'gone', prior: finding, current: null }))];
}

/** A finding as it stands, and as it is compared: a numbered rib is a place as a level is. */
interface Stated {
  readonly finding: Finding;
  readonly placed: Finding;
}

/** The findings of the body, and what the impression alone speaks of. */
function statedIn(report: Report): Stated[] {
  const links = linkImpression(report);
  const own = report.impression.flatMap(({ findings }) => findings);
  const alone = links.length === 0 ? own : links.filter(({ support }) => support.length === 0).map(({ stated }) => stated);
  return [...bodyFindings(report), ...alone].map((finding) => {
    const ribs = finding.levels.length + finding.discs.length > 0 ? [] : ribLevels(finding, report);
    return { finding, placed: { ...finding, section: 'findings', levels: ribs.length > 0 ? ribs : finding.levels } };
  });
}

const placesOf = (findings: readonly Finding[]): string =>
  [...new Set(findings.flatMap(({ levels, discs }) => [...levels, ...discs]))].sort().join();

function differences(before: Stated, after: Stated, isMoved: boolean): FindingChange[] {
  const [prior, current] = [before.finding, after.finding];
  const both = (change: ChangeKind): FindingChange => ({ change, prior, current });
  if (prior.presence !== current.presence) {
    if (current.presence === 'absent') return [both('gone')];
    return [both(prior.presence === 'absent' ? 'new' : 'presence')];
  }
  if (current.presence === 'absent') return [];
  const [was, is] = [before, after].map(({ placed }) => placesOf([placed]));
  const [small, large] = [largest(prior), largest(current)];
  return [
    ...(isMoved && was !== '' && is !== '' && was !== is ? [both(isAtRibs(before) && isAtRibs(after) ? 'ribs' : 'levels')] : []),
    ...(prior.side !== null && current.side !== null && prior.side !== current.side ? [both('side')] : []),
    ...(prior.severity !== null && current.severity !== null && prior.severity.join() !== current.severity.join()
      ? [both('severity')]
      : []),
    ...(small === null || large === null || small === large ? [] : [both(large > small ? 'larger' : 'smaller')]),
  ];
}

const isAtRibs = ({ finding, placed }: Stated): boolean => finding.levels.length < placed.levels.length;

/** The largest dimension, in millimetres. */
const largest = ({ sizeMm }: Finding): number | null => (sizeMm === null || sizeMm.length === 0 ? null : Math.max(...sizeMm));
