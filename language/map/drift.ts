import { kindName, placeWords } from '../assist/finding-words.ts';
import { type Difference, differences } from '../impression/difference.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import type { LevelStyle } from '../meaning/notation.ts';
import type { Report } from '../meaning/report.ts';
import { signalWords } from '../meaning/signals-match.ts';

/** Where the impression says something else of a finding of the body. */
export interface Drift {
  readonly finding: Finding;
  readonly stated: Finding;
  /** `Impression: D4 to D9` */
  readonly words: string;
  /** Vertebrae that the impression names and the findings do not. */
  readonly extra: readonly string[];
}

/** The disagreements of a report's impression, each with the finding that it is shown at, and the findings that it alone states. */
export function driftsOf(report: Report, links: readonly Link[], text: string, style: LevelStyle, lexicon: Lexicon) {
  const drifts = differences(links, text, lexicon, report)
    .filter(({ nature }) => nature === 'differs')
    .flatMap((difference): Drift[] => {
      const [finding] = difference.support;
      if (finding === undefined) return [];
      const { stated, said } = difference;
      const extra = difference.attribute === 'levels' ? stated.levels.filter((level) => !said.levels.includes(level)) : [];
      return [{ finding, stated, words: `Impression: ${saidInstead(difference, style, text, lexicon)}`, extra }];
    });
  const alone = links.filter(({ stated, support }) => support.length === 0 && stated.levels.length + stated.discs.length > 0);
  return { drifts, alone: [...new Set(alone.map(({ stated }) => stated))] };
}

function saidInstead({ attribute, stated, detail, range }: Difference, style: LevelStyle, text: string, lexicon: Lexicon): string {
  switch (attribute) {
    case 'presence':
      return `${stated.presence === 'absent' ? 'no ' : ''}${kindName(stated, lexicon)}`;
    case 'levels':
      return placeWords(stated, style) || 'a level that there is not';
    case 'side':
      return stated.side ?? '';
    case 'severity':
      return (stated.severity ?? []).join(' to ');
    case 'size':
      return `${(stated.sizeMm ?? []).join(' × ')} mm`;
    case 'certainty':
      return stated.presence === 'possible' || stated.certainty === 'possible' ? 'possible' : 'certain';
    case 'count':
      return stated.count ?? '';
    case 'change':
      return stated.change ?? '';
    case 'direction':
      return text.slice(range.start, range.end);
    case 'grade':
      return stated.text;
    case 'signal':
      return signalWords(stated.signal).join(', ');
    case 'diagnosis':
      return stated.suggests.map((id) => lexicon.term(id, 'diagnosis')?.label ?? id).join(' or ') || kindName(stated, lexicon);
    case 'detail':
    case 'sided size':
      return `${detail?.own.values.join(', ') ?? ''}${detail?.own.kind === 'size' ? ' mm' : ''}`;
  }
}
