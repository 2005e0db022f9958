import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding } from '../meaning/finding.ts';
import { givenIn } from '../meaning/given.ts';
import type { Link } from '../meaning/link.ts';
import { usualLevelStyle } from '../meaning/notation.ts';
import type { Report } from '../meaning/report.ts';
import type { TextEdit } from '../text/edit.ts';
import { fold } from '../text/fold.ts';
import { type Difference, differences } from './difference.ts';
import { isIgnored } from './ignored.ts';
import { indexLinks } from './link-index.ts';
import { type Addition, additionEdits, bareMarks, lineRemoval, sectionEdit } from './list.ts';
import { readMark, refersByNumber } from './list-mark.ts';
import { groupByCause, joinByName, missingFindings, rankOf, withoutCovered } from './missing.ts';
import { negativeItem } from './negatives.ts';
import { rewordingEdits, type Setting } from './reword.ts';
import { spellingOf } from './spelling.ts';
import { type Manner, wordItem } from './wording.ts';
import { wordsAt } from './words.ts';

/**
 * The edits that bring a report's impression in line with its findings: differing words are replaced, levels named in part are
 * widened, and what no item states is added in its rank. Nothing outside the impression is touched, no item is removed. They
 * do not overlap, and after them there are none. `text` is the whole text that the report is in.
 */
export function syncImpression(
  report: Report,
  links: readonly Link[],
  text: string,
  lexicon: Lexicon,
  options: SyncOptions = {},
): TextEdit[] {
  const differing = openDifferences(report, links, text, lexicon);
  const added = newItems(report, links, mannerOf(report, text, lexicon), options);
  return withoutOverlap([...settle(differing, report, links, text, lexicon), ...additions(report, added, text, lexicon)]);
}

export interface SyncOptions {
  /** Also says what the findings deny of what matters most, where no item does. */
  readonly negatives?: boolean;
}

/** Where the impression departs from the findings, but for what a person silenced. */
export const openDifferences = (report: Report, links: readonly Link[], text: string, lexicon: Lexicon): Difference[] =>
  differences(links, text, lexicon, report).filter((d) => !isIgnored(d.stated, d.attribute, report));

/** Of these, the ones that no edit settles: a person has to reword. Sync leaves them, and the rules go on reporting them. */
export function unsettled(report: Report, links: readonly Link[], text: string, lexicon: Lexicon): Difference[] {
  const open = openDifferences(report, links, text, lexicon);
  if (open.length === 0) return [];
  const setting = settingOf(report, links, text, lexicon);
  return open.filter((d) => rewordingEdits([d], setting).length === 0);
}

/** The edits for some of a report's differences alone, as for a quick fix; empty where a person has to reword. */
export const settle = (
  differing: readonly Difference[],
  report: Report,
  links: readonly Link[],
  text: string,
  lexicon: Lexicon,
): TextEdit[] => rewordingEdits(differing, settingOf(report, links, text, lexicon));

function settingOf(report: Report, links: readonly Link[], text: string, lexicon: Lexicon): Setting {
  const itemText = new Map(report.impression.map((i) => [i.item, i.text]));
  return { text, lexicon, links: indexLinks(links), itemText, levels: mannerOf(report, text, lexicon).levels };
}

/** How the report, and first of all its impression, is written. */
export function mannerOf(report: Report, text: string, lexicon: Lexicon): Manner {
  const own = wordsAt(text, report.range);
  const impression = report.impression.map((i) => i.text).join('\n');
  return {
    text,
    lexicon,
    given: givenIn(report, text),
    levels: usualLevelStyle(impression, own),
    spelling: spellingOf(fold(own)),
    capitals: isCapitals(impression.length < 24 ? own : impression),
  };
}

/** A sentence that the impression lacks, and the findings that it states, what causes the others first. */
export interface NewItem {
  readonly words: string;
  /** Place in the order of urgency: 0 critical, 2 masses and so on; the greatest for negatives. */
  readonly rank: number;
  readonly of: readonly Finding[];
}

/** The missing items and, where asked for, the pertinent negatives. */
export function newItems(report: Report, links: readonly Link[], manner: Manner, { negatives = false }: SyncOptions = {}): NewItem[] {
  const missing = missingItems(report, links, manner);
  const denial = negatives ? negativeItem(report, links, manner) : null;
  const isNew = denial !== null && !report.impression.some((i) => plain(i.text).includes(plain(denial.words)));
  return isNew ? [...missing, { ...denial, rank: BEHIND_ALL }] : missing;
}

/** Behind every item that states a finding, before advice and communication. */
const BEHIND_ALL = Number.MAX_SAFE_INTEGER;

/** The impression sentences that the report lacks, most urgent first. */
export function missingItems(report: Report, links: readonly Link[], manner: Manner): NewItem[] {
  // What the reader does not understand of its own words must not be added again and again.
  const seen = new Set(report.impression.flatMap((i) => i.text.split(/(?<=\.)\s+/)).map(plain));
  const missing = missingFindings(report, links, manner.text, manner.lexicon).filter((f) => !isIgnored(f, 'missing', report));
  const groups = groupByCause(withoutCovered(missing, manner.lexicon), manner.text, manner.lexicon);
  return joinByName(groups, manner.lexicon).flatMap(({ root, effects, tie, rank }) => {
    const words = wordItem(root, effects, manner, tie);
    const key = plain(words);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ words, rank, of: [root, ...effects] }];
  });
}

const plain = (words: string): string => fold(words).replace(/\.$/, '').replace(/\s+/g, ' ').trim();

/**
 * The edits that put items into the impression, each in its rank; at its end where the report speaks of an item by its number; a new
 * impression where there is none. Marks that stand there without words are used up.
 */
export function additions(report: Report, items: readonly NewItem[], text: string, lexicon: Lexicon): TextEdit[] {
  if (items.length === 0) return [];
  const listed = report.impression.filter((i) => /[^\s*\u2022-]/.test(i.text));
  if (listed.length === 0) {
    const edit = sectionEdit(
      text,
      report.outline,
      items.map((i) => i.words),
    );
    return edit === null ? [] : [edit];
  }
  const ranks = listed.map(({ findings }) => itemRank(findings.flatMap((f) => rankOf(f, lexicon) ?? [])));
  const isNumbered = listed.some(({ mark }) => mark !== null && readMark(wordsAt(text, mark)).number !== null);
  const isFixed = isNumbered && refersByNumber(wordsAt(text, report.range));
  // What leads a list in without a mark of its own stays above it.
  const leads = isNumbered ? listed.findIndex(({ mark, findings }) => mark !== null || findings.length > 0) - 1 : -1;
  const placeOf = (rank: number): number =>
    isFixed
      ? listed.length - 1
      : Math.max(
          ranks.findLastIndex((r) => r <= rank),
          leads,
        );
  const places = new Map([...new Set(items.map((i) => i.rank))].map((rank) => [rank, placeOf(rank)]));
  const bare = bareMarks(text, report.outline, listed).map((line) => lineRemoval(text, line));
  const added = items.map(({ words, rank }): Addition => ({ after: places.get(rank) ?? -1, words }));
  return [...additionEdits(text, listed, added), ...bare];
}

/** An item belongs where what it names first belongs, unless something critical follows. One without findings belongs at the end. */
const itemRank = (ranks: readonly number[]): number => (ranks.includes(0) ? 0 : (ranks[0] ?? Number.POSITIVE_INFINITY));

function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length > 12 && letters === letters.toUpperCase();
}

/** Edits in the order of the text; where two would touch the same words, the first one stands and the next sync does the rest. */
function withoutOverlap(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let end = -1;
  return sorted.filter((edit) => {
    if (edit.range.start < end) return false;
    end = Math.max(end, edit.range.end);
    return true;
  });
}
