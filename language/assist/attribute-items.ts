import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Attribute, Category } from '../lexicon/term.ts';
import type { Finding, Part } from '../meaning/finding.ts';
import type { Span } from '../text/span.ts';
import type { Proposal } from './item.ts';
import { inCaseOf } from './letter-case.ts';
import { isOfModality } from './modality.ts';
import type { Place } from './place.ts';
import { findingsOf } from './reading.ts';

/** Words that begin an attribute, or are one. */
interface Wording {
  readonly words: string;
  /** Of an exam by this modality alone. */
  readonly modality?: string;
}

/** Attributes in the order of their use behind a finding, with what to write for them; those of the lexicon by their ids. */
const WORDINGS: readonly { readonly of: Attribute; readonly detail: string; readonly wordings: readonly (Wording | TermIds)[] }[] = [
  { of: 'levels', detail: 'levels', wordings: [{ words: 'at ' }, { words: 'from ' }] },
  { of: 'side', detail: 'side', wordings: [{ words: 'on the left' }, { words: 'on the right' }, { words: 'bilateral' }] },
  { of: 'severity', detail: 'severity', wordings: [{ category: 'severity', ids: ['mild', 'moderate', 'severe'] }] },
  {
    of: 'signal',
    detail: 'signal',
    wordings: [
      { words: 'T1 ', modality: 'MR' },
      { words: 'T2 ', modality: 'MR' },
      { category: 'intensity', ids: ['ct-hypo', 'ct-iso', 'ct-hyper', 'us-hypo', 'us-iso', 'us-hyper'] },
    ],
  },
  { of: 'size', detail: 'size', wordings: [{ words: 'measuring ' }] },
  {
    of: 'morphology',
    detail: 'shape',
    wordings: [{ category: 'morphology', ids: ['lobulated', 'well-defined', 'ill-defined', 'round', 'elongated'] }],
  },
  { of: 'enhancement', detail: 'enhancement', wordings: [{ words: 'with enhancement' }, { words: 'without enhancement' }] },
  { of: 'change', detail: 'change', wordings: [{ words: 'unchanged' }, { words: 'increased in size' }, { words: 'decreased in size' }] },
];

interface TermIds {
  readonly category: Category;
  readonly ids: readonly string[];
}

/** What a denied finding may still have. */
const OF_DENIED: readonly Attribute[] = ['levels', 'side'];

/** Behind a finding, what its kind may have and it has not yet, the most useful first; none elsewhere. */
export function attributeItems(place: Place, lexicon: Lexicon, asked: boolean): Proposal[] {
  const finding = findingBefore(place, asked);
  if (finding === null || place.field !== undefined) return [];
  const frame = lexicon.term(finding.kind, 'head')?.frame ?? [];
  const isMissing = (of: Attribute): boolean =>
    frame.includes(of) &&
    finding.where[of as Part] === undefined &&
    (of !== 'levels' || finding.discs.length === 0) &&
    (finding.presence !== 'absent' || OF_DENIED.includes(of));
  return WORDINGS.filter(({ of }) => isMissing(of)).flatMap(({ detail, wordings }) =>
    wordings.flatMap((wording) => proposals(wording, detail, place, lexicon)),
  );
}

function proposals(wording: Wording | TermIds, detail: string, { typed, word, report }: Place, lexicon: Lexicon): Proposal[] {
  const modality = report?.exam.modality ?? null;
  const propose = (words: string): Proposal => {
    const insertText = inCaseOf(typed, words);
    return { label: insertText.trimEnd(), insertText, replace: word, kind: 'attribute', detail, filterText: words };
  };
  const isBegun = (words: string): boolean => words.toLowerCase().startsWith(typed.toLowerCase());
  if ('words' in wording) {
    const fits = wording.modality === undefined || wording.modality === (modality ?? 'MR');
    return fits && isBegun(wording.words) ? [propose(wording.words)] : [];
  }
  return wording.ids.flatMap((id) => {
    const term = lexicon.term(id, wording.category);
    return term === undefined || !isBegun(term.label) || !isOfModality(term, modality ?? 'MR') ? [] : [{ ...propose(term.label), term }];
  });
}

/** The finding whose words end right before the cursor's word, the nearest named; behind more than its name only where a person asked. */
function findingBefore({ text, start, word, report, section }: Place, asked: boolean): Finding | null {
  if (report === undefined || !STATING.has(section)) return null;
  const ends = ({ end }: Span): boolean => {
    const between = text.slice(end, word.start);
    return end <= word.start && (asked ? /^[ \t]*,?[ \t]+$/ : /^[ \t]+$/).test(between);
  };
  const here = findingsOf(report).filter(
    ({ where, range }) =>
      where.head !== undefined &&
      where.head.start >= start &&
      where.head.end <= word.start &&
      (asked ? [range, ...Object.values(where)] : [where.head]).some(ends),
  );
  return here.at(-1) ?? null;
}

const STATING: ReadonlySet<string> = new Set(['', 'findings', 'impression']);
