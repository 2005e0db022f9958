import { type LinkedReading, wordsOf } from '../assist/impression-ties.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding } from '../meaning/finding.ts';
import { levelStyleOf } from '../meaning/notation.ts';
import type { Span } from '../text/span.ts';
import { describe } from './describe.ts';
import { drawMap } from './draw.ts';
import { driftsOf } from './drift.ts';
import type { Shape } from './layout.ts';
import { statedAlone, subjectsOf } from './subject.ts';

/** What a report says of the spine, as a picture. */
export interface SpineMap {
  /** Whether any finding is drawn; the picture says so where none is. */
  readonly isEmpty: boolean;
  /** An SVG document. Everything that a person wrote is escaped. */
  readonly svg: string;
  /** The same in words, one finding a line, for who cannot see the picture. */
  readonly description: string;
  /** The findings of the picture and its lists, in reading order. */
  readonly regions: readonly Region[];
}

/** What belongs to an element of the picture whose `data-finding` is `finding`. */
export interface Region {
  readonly finding: string;
  readonly levels: readonly string[];
  readonly discs: readonly string[];
  /** The words that name it. */
  readonly words: Span;
  /** All that is said of it there. */
  readonly range: Span;
}

export interface MapOptions {
  /** `themed` has no style of its own: the page brings `themedStyle`. Its findings can be chosen by keyboard. */
  readonly kind: 'standalone' | 'themed';
  /** Both views beside each other, or for little room one below the other; wide without it. */
  readonly shape?: Shape;
}

/** The map of the report with this number (from 0); null where the text has no such report. Linear in the report. */
export function spineMap(reading: LinkedReading, number: number, lexicon: Lexicon, options: MapOptions): SpineMap | null {
  const report = reading.reports[number];
  if (report === undefined) return null;
  const { text } = reading;
  const style = levelStyleOf(text.slice(report.range.start, report.range.end));
  const subjects = subjectsOf(report, text, lexicon);
  const { drifts, alone } = driftsOf(report, reading.links[number] ?? [], text, style, lexicon);
  const aside = alone.map((finding) => ({ finding, ...statedAlone(finding, style, lexicon) }));
  const description = describe(subjects, drifts, aside);
  return {
    isEmpty: subjects.every(({ standing }) => standing !== 'levels' && standing !== 'throughout'),
    svg: drawMap({ subjects, drifts, alone: aside, style, description, shape: 'wide', ...options }),
    description,
    regions: [
      ...subjects.map(({ finding, levels }) => region(finding, levels)),
      ...alone.map((finding) => region(finding, finding.levels)),
    ],
  };
}

const region = (finding: Finding, levels: readonly string[]): Region => ({
  finding: finding.id,
  levels,
  discs: finding.discs,
  words: wordsOf(finding),
  range: finding.range,
});
