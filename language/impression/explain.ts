import type { Lexicon } from '../lexicon/lexicon.ts';
import { detailWords } from '../meaning/details.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import { levelStyleOf } from '../meaning/notation.ts';
import type { Report } from '../meaning/report.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Difference } from './difference.ts';
import { saidLevels } from './edit-levels.ts';
import { gradeWords } from './edit-words.ts';
import type { Likeness } from './likeness.ts';
import { bodyFindings, explainMatch } from './match.ts';
import { mannerOf, type NewItem, newItems, openDifferences, type SyncOptions, settle } from './sync.ts';
import { listed, wordsAt } from './words.ts';

/** A finding of the report's body as a candidate for what an item states. */
export interface Candidate {
  readonly finding: Finding;
  readonly likeness: Likeness;
}

/** One finding that an item states: what it is held to speak of, what came next, and where it departs from it. */
export interface ExplainedLink {
  readonly stated: Finding;
  /** Best first; empty where nothing in the findings supports it. */
  readonly support: readonly Candidate[];
  /** The likest of those that it is not held to speak of. */
  readonly runnerUp: Candidate | null;
  readonly differences: readonly ExplainedDifference[];
}

export interface ExplainedDifference {
  readonly difference: Difference;
  /** In a sentence without a capital or a full stop: `the findings say D3 to D8`. */
  readonly why: string;
  /** Empty where a person has to reword. */
  readonly edits: readonly TextEdit[];
}

export interface ExplainedItem {
  readonly item: number;
  readonly range: Span;
  readonly links: readonly ExplainedLink[];
}

export interface ExplainedSync {
  readonly items: readonly ExplainedItem[];
  readonly added: readonly NewItem[];
}

/** Why sync does what it does to a report's impression, and why it leaves the rest. `text` is the whole text. */
export function explainSync(
  report: Report,
  links: readonly Link[],
  text: string,
  lexicon: Lexicon,
  options: SyncOptions = {},
): ExplainedSync {
  const body = bodyFindings(report);
  const differing = openDifferences(report, links, text, lexicon);
  const explainLink = (link: Link): ExplainedLink => {
    const candidates = body
      .flatMap((finding): Candidate[] => {
        const likeness = explainMatch(link.stated, finding);
        return likeness === null ? [] : [{ finding, likeness }];
      })
      .sort((a, b) => b.likeness.score - a.likeness.score);
    return {
      stated: link.stated,
      support: candidates.filter((c) => link.support.includes(c.finding)),
      runnerUp: candidates.find((c) => !link.support.includes(c.finding)) ?? null,
      differences: differing
        .filter((d) => d.stated === link.stated)
        .map((difference) => ({
          difference,
          why: whyOf(difference, text, report),
          edits: settle([difference], report, links, text, lexicon),
        })),
    };
  };
  return {
    items: report.impression.map(({ item, range }) => ({ item, range, links: links.filter((l) => l.item === item).map(explainLink) })),
    added: newItems(report, links, mannerOf(report, text, lexicon), options),
  };
}

function whyOf({ attribute, nature, said, support, stated, detail }: Difference, text: string, report: Report): string {
  const words = (part: 'size' | 'change' | 'count' | 'signal' | 'suggests'): string =>
    listed([
      ...new Set(support.flatMap(({ where }) => (where[part] === undefined ? [] : [wordsAt(text, where[part]).replace(/\s+/g, ' ')]))),
    ]);
  switch (attribute) {
    case 'presence':
      return said.denied ? 'the findings deny it' : 'the findings state it';
    case 'certainty':
      return said.hedged || (stated.presence === 'present' && stated.certainty === null)
        ? 'the findings are not so sure'
        : 'the findings are sure';
    case 'levels': {
      const levels = saidLevels(said, levelStyleOf(wordsAt(text, report.range)));
      return nature === 'part' ? `the findings say ${levels}, and the item does not single one out` : `the findings say ${levels}`;
    }
    case 'side':
      return `the findings say ${said.side}${said.dominantSide === null ? '' : `, more on the ${said.dominantSide}`}`;
    case 'severity':
      return said.severity === null ? 'the findings give no grade' : `the findings say ${gradeWords(said.severity)}`;
    case 'direction':
      return `the findings say ${listed(support.flatMap(({ id }) => report.positions.get(id)?.values ?? []))}`;
    case 'grade':
      return `the findings say ${listed(support.map((f) => wordsAt(text, f.where.head ?? f.range)))}`;
    case 'diagnosis':
      return `the findings say ${words('suggests')}`;
    case 'detail':
    case 'sided size':
      return `the findings say ${listed((detail?.theirs ?? []).map((theirs) => detailWords(theirs, text)))}`;
    default:
      return `the findings say ${words(attribute)}`;
  }
}
