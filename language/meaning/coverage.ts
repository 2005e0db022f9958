import type { Finding } from './finding.ts';
import { levelIndex } from './levels.ts';
import { vertebraeOf } from './notation.ts';

/** First and last vertebra that an examination of a region shows, neighbours at the edge of the field included. */
const SPINE: Readonly<Record<string, readonly [string, string]>> = {
  'cervical-spine': ['C1', 'T4'],
  'thoracic-spine': ['C6', 'L2'],
  'lumbar-spine': ['T10', 'coccyx'],
  'sacral-spine': ['L3', 'coccyx'],
  'thoracolumbar-spine': ['C7', 'coccyx'],
  'lumbosacral-spine': ['T10', 'coccyx'],
  'whole-spine': ['C1', 'coccyx'],
  thorax: ['C6', 'L3'],
  abdomen: ['T9', 'coccyx'],
  pelvis: ['L3', 'coccyx'],
  'whole-body': ['C1', 'coccyx'],
  head: ['C1', 'C4'],
};

const SHOWN: Readonly<Record<string, { readonly first: number; readonly last: number }>> = Object.fromEntries(
  Object.entries(SPINE).map(([region, [from, to]]) => [region, { first: levelIndex(from), last: levelIndex(to) }]),
);

/** Regions that show the organs of others at their edge. */
const HEAD_SITES = /^(brain|skull|diploe|maxilla|mandible|orbit|paranasal-sinus|dura-intracranial|ventricles)$/;
const SHOWS_HEAD: ReadonlySet<string> = new Set(['head', 'whole-body', 'cervical-spine', 'whole-spine']);

/**
 * Whether the regions examined can show where a finding lies. True wherever that is in doubt: no region known, no level,
 * an organ that several examinations show.
 */
export function covers(regions: readonly string[], finding: Finding): boolean {
  if (regions.length === 0) return true;
  for (const region of regions) if (SHOWN[region] === undefined) return true;
  let hasLevel = false;
  for (const level of vertebraeOf(finding.levels, finding.discs)) {
    const index = levelIndex(level);
    // A sixth lumbar vertebra has no place in the table.
    if (index < 0) continue;
    hasLevel = true;
    for (const region of regions) {
      const shown = SHOWN[region];
      if (shown !== undefined && index >= shown.first && index <= shown.last) return true;
    }
  }
  if (hasLevel) return false;
  const inHead = finding.sites.length > 0 && finding.sites.every((site) => HEAD_SITES.test(site));
  return !inHead || regions.some((region) => SHOWS_HEAD.has(region));
}
