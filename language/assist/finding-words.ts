import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding } from '../meaning/finding.ts';
import { type LevelStyle, writeLevels } from '../meaning/notation.ts';

/** What a kind is called: `cord compression`. */
export const kindName = ({ kind }: Pick<Finding, 'kind'>, lexicon: Lexicon): string =>
  (lexicon.term(kind, 'head') ?? lexicon.term(kind))?.label ?? kind.replaceAll('-', ' ');

/** `no cord compression`, `possible cord compression`, `cord compression`. */
export function findingName(finding: Finding, lexicon: Lexicon): string {
  const lead = { absent: 'no ', possible: 'possible ', present: '' }[finding.presence];
  return `${lead}${kindName(finding, lexicon)}`;
}

/** Levels and discs as the report writes them; empty for none. */
export const placeWords = ({ levels, discs }: Finding, style: LevelStyle): string => writeLevels(levels, discs, style);

/** Where and how grave, in a few words: `D4 to D7, left, severe`; empty where nothing is stated. */
export const briefWords = (finding: Finding, style: LevelStyle): string =>
  [placeWords(finding, style), finding.side ?? '', finding.severity?.join(' to ') ?? ''].filter((part) => part !== '').join(', ');

/** All that was understood of a finding but its kind, in words: `present`, `levels D4-D7`, `left`, ... */
export function findingWords(finding: Finding, all: readonly Finding[], style: LevelStyle, lexicon: Lexicon): string[] {
  const named = (ids: readonly string[], category: 'site' | 'diagnosis'): string =>
    ids.map((id) => (lexicon.term(id, category) ?? lexicon.term(id))?.label ?? id).join(', ');
  const others = (ids: readonly string[]): string =>
    ids.flatMap((id) => all.filter((f) => f.id === id).map((f) => kindName(f, lexicon))).join(', ');
  const { sites, side, dominantSide, severity, sizeMm, signal, enhancement, morphology, count, change, causes, suggests, certainty } =
    finding;
  const causedBy = all.filter((f) => f.causes.includes(finding.id)).map((f) => f.id);
  const parts: (string | null)[] = [
    finding.presence,
    sites.length > 0 ? `site ${named(sites, 'site')}` : null,
    finding.levels.length + finding.discs.length > 0 ? `levels ${placeWords(finding, style)}` : null,
    side === null ? null : dominantSide === null ? side : `${side}, more on the ${dominantSide}`,
    severity === null ? null : severity.join(' to '),
    sizeMm === null || sizeMm.length === 0 ? null : `${sizeMm.join(' × ')} mm`,
    ...Object.entries(signal).map(
      ([sequence, { intensity, reference }]) =>
        `${sequence} ${intensity.map((i) => (i === 'intermediate' ? i : `${i}intense`)).join(' to ')}${reference === null ? '' : ` to ${named([reference], 'site')}`}`,
    ),
    enhancement === null ? null : `enhancement ${enhancement}`,
    morphology.length > 0 ? morphology.join(', ') : null,
    count === null ? null : `number ${count}`,
    change,
    causes.length > 0 ? `causes ${others(causes)}` : null,
    causedBy.length > 0 ? `caused by ${others(causedBy)}` : null,
    suggests.length > 0 ? `${certainty === 'possible' ? 'may suggest' : 'suggests'} ${named(suggests, 'diagnosis')}` : null,
  ];
  return parts.filter((part) => part !== null);
}
