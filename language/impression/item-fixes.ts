import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import type { Report } from '../meaning/report.ts';
import type { Fix } from '../text/diagnostic.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { contains, type Span, shift } from '../text/span.ts';
import type { Difference } from './difference.ts';
import { lineBreakOf, removalEdits } from './list.ts';
import { additions, mannerOf, missingItems, openDifferences, settle } from './sync.ts';
import { wordsAt } from './words.ts';

/**
 * One step towards an impression in step, with the places of the report at which it is to be offered: for a difference the words that
 * differ, and what else the two findings say but for the words of their other differences.
 */
export interface ItemFix extends Fix {
  readonly places: readonly Span[];
}

/**
 * For each difference the edit that settles it alone, for each missing item the edit that adds it, and for each item that rests on no
 * finding the two ways out, which only a person can choose from: take it away, or say it in the findings.
 */
export function itemFixes(report: Report, links: readonly Link[], text: string, lexicon: Lexicon): ItemFix[] {
  const open = openDifferences(report, links, text, lexicon);
  const differing = open.flatMap((difference): ItemFix[] => {
    const edits = settle([difference], report, links, text, lexicon);
    const others = open.filter((d) => d !== difference && d.stated === difference.stated);
    const places = [
      difference.range,
      ...without(
        difference.stated.range,
        [difference, ...others].map(({ range }) => range),
      ),
      ...difference.support.flatMap((body) => {
        const own = wordsOf(body, difference);
        return [...own, ...without(body.range, [...own, ...others.flatMap((d) => wordsOf(body, d))])];
      }),
    ];
    return edits.length === 0 ? [] : [{ title: titleOf(edits, difference, text), sure: true, edits, places }];
  });
  const missing = missingItems(report, links, mannerOf(report, text, lexicon)).map((item): ItemFix => {
    const places = item.of.map(({ range }) => range);
    return { title: `Add "${item.words}" to the impression`, sure: false, edits: additions(report, [item], text, lexicon), places };
  });
  return [...differing, ...missing, ...unsupported(report, links, text)].filter(({ edits }) => edits.length > 0);
}

/** Where a finding states what a difference is about. */
function wordsOf({ where }: Finding, { attribute, detail }: Difference): Span[] {
  switch (attribute) {
    case 'levels':
      return [where.levels, where.discs].flatMap((span) => span ?? []);
    case 'detail':
    case 'sided size':
      return detail?.theirs.map(({ range }) => range) ?? [];
    case 'certainty':
      return where.presence === undefined ? [] : [where.presence];
    case 'direction':
    case 'grade':
      return where.head === undefined ? [] : [where.head];
    case 'diagnosis':
      return where.suggests === undefined ? [] : [where.suggests];
    default:
      return [where[attribute] ?? []].flat();
  }
}

/** What is left of a span without some words in it, which none of the pieces touches. */
function without(span: Span, holes: readonly Span[]): Span[] {
  let { start } = span;
  const pieces: Span[] = [];
  for (const hole of [...holes].sort((a, b) => a.start - b.start)) {
    if (hole.end < start || hole.start > span.end) continue;
    pieces.push({ start, end: hole.start - 1 });
    start = hole.end + 1;
  }
  return [...pieces, { start, end: span.end }].filter((piece) => piece.end > piece.start);
}

const words = (text: string, { start, end }: Span): string => text.slice(start, end).replace(/\s+/g, ' ').trim();

function titleOf(edits: readonly TextEdit[], { range }: Difference, text: string): string {
  const [only] = edits;
  const own = edits.map((edit) => ({ ...edit, range: shift(edit.range, -range.start) }));
  if (edits.length > 0 && edits.every((edit) => contains(range, edit.range.start) && contains(range, edit.range.end))) {
    const after = applyEdits(wordsAt(text, range), own).replace(/\s+/g, ' ').trim();
    if (after !== '') return `Replace "${words(text, range)}" by "${after}"`;
  }
  return edits.length === 1 && only !== undefined && only.text !== '' && only.range.end > only.range.start
    ? `Replace "${words(text, only.range)}" by "${only.text}"`
    : 'Bring this item in step with the findings';
}

function unsupported(report: Report, links: readonly Link[], text: string): ItemFix[] {
  const resting = new Set(links.filter(({ support }) => support.length > 0).map(({ item }) => item));
  const loose = new Set(links.map(({ item }) => item).filter((item) => !resting.has(item)));
  const last = report.outline.statements.findLast(({ section }) => section === 'findings' || section === '');
  return report.impression.flatMap((item, i): ItemFix[] => {
    if (!loose.has(item.item)) return [];
    const said = words(text, item.range);
    const places = [item.range];
    const sentence = /[.!?]$/.test(said) ? said : `${said}.`;
    const stop = last !== undefined && !/[.!?;:]$/.test(last.text) ? '.' : '';
    const say = last && { range: { start: last.range.end, end: last.range.end }, text: `${stop}${lineBreakOf(text)}${sentence}` };
    return [
      { title: `Remove "${said}"`, sure: false, edits: removalEdits(text, report.impression, i), places },
      ...(say === undefined ? [] : [{ title: `Say "${said}" in the findings`, sure: false, edits: [say], places }]),
    ];
  });
}
