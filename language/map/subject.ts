import { findingName, findingWords, placeWords } from '../assist/finding-words.ts';
import { bodyFindings } from '../impression/match.ts';
import { capital, listed } from '../impression/words.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding, Severity } from '../meaning/finding.ts';
import { LEVELS, levelIndex } from '../meaning/levels.ts';
import { type LevelStyle, levelRuns, levelStyleOf } from '../meaning/notation.ts';
import type { Report } from '../meaning/report.ts';
import { ribLevels } from '../meaning/rib-levels.ts';
import { isSpinal, type Picture, pictureOf } from './kinds.ts';

/** How a finding comes onto the map: drawn at its levels; drawn over all that was examined, for want of a level; or named in a list. */
export type Standing = 'levels' | 'throughout' | 'unplaced' | 'absent';

/** A finding of the spine as the map shows it. */
export interface Subject {
  readonly finding: Finding;
  readonly picture: Picture;
  readonly standing: Standing;
  /** Vertebrae to draw it at; for what has discs alone, none. */
  readonly levels: readonly string[];
  readonly discs: readonly string[];
  /** The worse end of a span. */
  readonly severity: Severity | null;
  readonly position: readonly string[];
  /** `Possible cord compression` */
  readonly name: string;
  /** `D4 to D7 · severe` */
  readonly details: string;
  /** All that was understood, for who cannot see the picture. */
  readonly words: string;
}

/** What the examination covered, where its name says so. */
const EXAMINED: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'cervical-spine': ['C1', 'C7'],
  'thoracic-spine': ['T1', 'T12'],
  thorax: ['T1', 'T12'],
  'lumbar-spine': ['L1', 'L5'],
  'sacral-spine': ['S1', 'coccyx'],
  'thoracolumbar-spine': ['T1', 'L5'],
  'lumbosacral-spine': ['L1', 'S5'],
  'whole-spine': ['C1', 'coccyx'],
};

/** The findings of a report that have to do with the spine, in reading order. */
export function subjectsOf(report: Report, text: string, lexicon: Lexicon): Subject[] {
  const { range, exam, positions } = report;
  const style = levelStyleOf(text.slice(range.start, range.end));
  const findings = bodyFindings(report);
  const tied = tiesOf(findings);
  const examined = levelsOf(exam.regions);
  return findings.flatMap((finding): Subject[] => {
    const pictured = pictureOf(finding);
    const levels = finding.levels.length > 0 || pictured !== 'rib' ? finding.levels : ribLevels(finding, report);
    // Words that name the sacrum and a level far from it leave open where the mass is.
    const picture = pictured === 'presacral-mass' && levels.some((level) => !/^(?:S|coccyx|L5)/.test(level)) ? 'other' : pictured;
    const hasPlace = levels.length + finding.discs.length > 0;
    if (!hasPlace && (!isSpinal(finding) || finding.kind === 'normal' || finding.presence === 'absent')) return [];
    const standing = standingOf(finding, picture, hasPlace, examined);
    return [
      {
        finding,
        picture,
        standing,
        levels: standing === 'throughout' ? throughout(picture, examined) : levels,
        discs: finding.discs,
        severity: finding.severity?.at(-1) ?? null,
        position: positions.get(finding.id)?.values ?? [],
        name: capital(nameOf(finding, lexicon)),
        details: [levels === finding.levels ? '' : ribWords(levels), detailsOf(finding, style, lexicon)]
          .filter((part) => part !== '')
          .join(' · '),
        words: [findingName(finding, lexicon), ...findingWords(finding, tied(finding), style, lexicon)].join(', '),
      },
    ];
  });
}

/** What causes a finding, and what it causes. */
function tiesOf(findings: readonly Finding[]): (finding: Finding) => readonly Finding[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const causes = new Map<string, Finding[]>();
  for (const cause of findings) for (const id of cause.causes) causes.set(id, [...(causes.get(id) ?? []), cause]);
  return ({ id, causes: caused }) => [...caused.flatMap((each) => byId.get(each) ?? []), ...(causes.get(id) ?? [])];
}

/** A finding that only the impression states, as its list names it. */
export function statedAlone(finding: Finding, style: LevelStyle, lexicon: Lexicon): Pick<Subject, 'name' | 'details' | 'words'> {
  const details = detailsOf(finding, style, lexicon);
  return {
    name: capital(nameOf(finding, lexicon)),
    details,
    words: [findingName(finding, lexicon), ...findingWords(finding, [], style, lexicon)].join(', '),
  };
}

/** Bone and rib findings without a level speak as a rule of all that was seen (`all visualised vertebrae`); nothing else does. */
function standingOf(finding: Finding, picture: Picture, hasPlace: boolean, examined: readonly string[]): Standing {
  if (finding.presence === 'absent' || finding.kind === 'normal' || finding.change === 'resolved') return 'absent';
  if (hasPlace || picture === 'presacral-mass') return 'levels';
  if (picture === 'rib' || (picture === 'bone' && examined.length > 0)) return 'throughout';
  return 'unplaced';
}

const throughout = (picture: Picture, examined: readonly string[]): readonly string[] =>
  picture === 'rib' ? LEVELS.filter((level) => level.startsWith('T')) : examined;

function levelsOf(regions: readonly string[]): readonly string[] {
  const ends = regions.flatMap((region) => (EXAMINED[region] ?? []).map(levelIndex));
  return ends.length === 0 ? [] : LEVELS.slice(Math.min(...ends), Math.max(...ends) + 1);
}

/** `rib 3`, `ribs 5 to 8` */
function ribWords(levels: readonly string[]): string {
  const runs = levelRuns(levels).map((run) => [...new Set([run[0], run.at(-1)])].map((level) => level?.slice(1)).join(' to '));
  return runs.length === 0 ? '' : `${levels.length === 1 ? 'rib' : 'ribs'} ${listed(runs)}`;
}

function nameOf(finding: Finding, lexicon: Lexicon): string {
  const name = findingName(finding, lexicon);
  const named = finding.sites.flatMap((site) => (lexicon.implies(finding.kind, site) ? [] : (lexicon.term(site, 'site')?.label ?? [])));
  const sites = named.filter((site) => !name.includes(site));
  return sites.length === 0 ? name : `${name} (${sites.join(', ')})`;
}

function detailsOf(finding: Finding, style: LevelStyle, lexicon: Lexicon): string {
  const { side, dominantSide, severity, sizeMm, change, morphology } = finding;
  const parts = [
    placeWords(finding, style),
    side === null ? '' : dominantSide === null ? side : `${side}, more on the ${dominantSide}`,
    severity === null ? '' : severity.join(' to '),
    sizeMm === null || sizeMm.length === 0 ? '' : `${sizeMm.join(' × ')} mm`,
    morphology
      .slice(0, 2)
      .map((id) => lexicon.term(id, 'morphology')?.label ?? id)
      .join(', '),
    change ?? '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
