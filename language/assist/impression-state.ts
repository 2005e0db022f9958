import { unsettled } from '../impression/sync.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { levelStyleOf } from '../meaning/notation.ts';
import type { TextEdit } from '../text/edit.ts';
import { overlaps, type Span } from '../text/span.ts';
import { findingName, placeWords } from './finding-words.ts';
import { type LinkedReading, wordsOf } from './impression-ties.ts';

/** A reading with the edits that would bring its impressions in step. */
export interface SyncedReading extends LinkedReading {
  readonly syncEdits: readonly TextEdit[];
}

/** How an impression stands to its findings. */
export interface ImpressionState {
  /** Its heading; where the report has none, the place that one would go to. */
  readonly place: Span;
  /** Changes that would bring it in step. */
  readonly changes: number;
  /** Differences that no change settles: a person has to reword. */
  readonly unsettled: number;
  /** Items whose findings rest on nothing: for a person to decide. */
  readonly unsupported: number;
}

/** The state of each report's impression; none for a report without one. */
export const impressionStates = ({ text, reports, links, syncEdits }: SyncedReading, lexicon: Lexicon): ImpressionState[] =>
  reports.flatMap((report, r): ImpressionState[] => {
    const { outline, range } = report;
    const heading = outline.sections.find(({ id }) => id === 'impression')?.heading;
    if (!heading) return [];
    const isNumber = (span: Span): boolean =>
      span.end > span.start && outline.items.some(({ mark }) => mark !== null && overlaps(mark, span));
    const own = syncEdits.filter((edit) => edit.range.start >= range.start && edit.range.end <= range.end);
    // A number that moves up with a new item is no change of its own.
    const changes = own.filter((edit) => !isNumber(edit.range)).reduce((sum, edit) => sum + changesOf(edit), 0);
    const tied = links[r] ?? [];
    const resting = new Set(tied.filter(({ support }) => support.length > 0).map(({ item }) => item));
    const unsupported = new Set(tied.map(({ item }) => item).filter((item) => !resting.has(item))).size;
    return [{ place: heading, changes, unsettled: unsettled(report, tied, text, lexicon).length, unsupported }];
  });

/** One for words replaced; for items added, which are a sentence each, as many as they are; none for an empty mark taken away. */
function changesOf({ range, text }: TextEdit): number {
  if (text === '') return range.end - range.start > LONGEST_MARK ? 1 : 0;
  const lines = text.replace(/^[^\S\n]*\(?\w{1,4}[.)] /gm, '').split('\n');
  const isNew = range.start === range.end || lines.length > 1;
  return isNew
    ? Math.max(
        1,
        lines.reduce((sum, line) => sum + (line.match(/\.(?=\s|$)/g)?.length ?? 0), 0),
      )
    : 1;
}

/** A mark with its blanks and its line break. */
const LONGEST_MARK = 8;

/** A few words behind a finding of the impression. */
export interface Hint {
  readonly offset: number;
  readonly words: string;
  /** The words of the report that it speaks of. */
  readonly of: Span;
}

/** Behind each finding of the impression, the finding that it rests on: its name and place as the report writes it. */
export function supportHints({ text, reports, links }: LinkedReading, lexicon: Lexicon): Hint[] {
  return reports.flatMap((report, r) => {
    const style = levelStyleOf(text.slice(report.range.start, report.range.end));
    return (links[r] ?? []).flatMap(({ stated, support }): Hint[] => {
      const [first] = support;
      if (first === undefined) return [];
      const more = support.length > 1 ? ` and ${support.length - 1} more` : '';
      const words = [findingName(first, lexicon), placeWords(first, style)].filter((part) => part !== '').join(' ');
      return [{ offset: wordsOf(stated).end, words: `${words}${more}`, of: wordsOf(first) }];
    });
  });
}
