import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Link } from '../meaning/link.ts';
import type { Report } from '../meaning/report.ts';
import type { Fix } from '../text/diagnostic.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { lineBreakOf, removalEdits } from './list.ts';
import { additions, mannerOf, missingItems, openDifferences, settle } from './sync.ts';

/** One step towards an impression in step, with the places of the report at which it is to be offered. */
export interface ItemFix extends Fix {
  readonly places: readonly Span[];
}

/**
 * For each difference the edit that settles it alone, for each missing item the edit that adds it, and for each item that rests on no
 * finding the two ways out, which only a person can choose from: take it away, or say it in the findings.
 */
export function itemFixes(report: Report, links: readonly Link[], text: string, lexicon: Lexicon): ItemFix[] {
  const differing = openDifferences(report, links, text, lexicon).flatMap((difference): ItemFix[] => {
    const edits = settle([difference], report, links, text, lexicon);
    const places = [difference.stated.range, ...difference.support.map(({ range }) => range)];
    return edits.length === 0 ? [] : [{ title: titleOf(edits, text), sure: true, edits, places }];
  });
  const missing = missingItems(report, links, mannerOf(report, text, lexicon)).map((item): ItemFix => {
    const places = item.of.map(({ range }) => range);
    return { title: `Add "${item.words}" to the impression`, sure: false, edits: additions(report, [item], text, lexicon), places };
  });
  return [...differing, ...missing, ...unsupported(report, links, text)].filter(({ edits }) => edits.length > 0);
}

const words = (text: string, { start, end }: Span): string => text.slice(start, end).replace(/\s+/g, ' ').trim();

function titleOf(edits: readonly TextEdit[], text: string): string {
  const [only] = edits;
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
