import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Outline } from '../syntax/report.ts';
import { fold } from '../text/fold.ts';
import { keep, once } from '../text/kept.ts';
import { type Span, shift } from '../text/span.ts';
import { missing } from './again.ts';
import type { Exam } from './report.ts';

/** Modality, regions and contrast from the header's exam, the technique, or a title line. The exam line decides before the technique. */
export function readExam(text: string, outline: Outline, lexicon: Lexicon): Exam {
  const exam = outline.header.filter((f) => f.id === 'exam').map((f) => f.value);
  const title = scan(text, exam.length > 0 ? exam : titlesOf(outline), lexicon);
  // A first sentence that names no modality is no title: its regions are those of findings.
  const named = exam.length > 0 || title.modality !== null ? title : scan(text, [], lexicon);
  const isWhole = named.modality !== null && named.regions.length > 0 && named.contrast !== null;
  const second = scan(text, isWhole ? [] : techniqueOf(outline), lexicon);
  const contrast = named.contrast ?? second.contrast;
  return {
    modality: named.modality ?? second.modality,
    regions: named.regions.length > 0 ? named.regions : second.regions,
    contrast: contrast?.value ?? null,
    contrastRange: contrast?.range ?? null,
  };
}

/** What may name the examination where no line of the header does. */
function titlesOf({ sections, statements, topics }: Outline): Span[] {
  const sectioned = sections.some((s) => s.id === 'findings');
  const titles = statements.filter((s) => s.section === '' && (sectioned || s.index === 0)).map((s) => s.range);
  // `CT thorax: mass.`: the topic that the report begins with.
  const [lead] = topics;
  const [first] = statements;
  return lead !== undefined && first?.section === '' && lead.name.start < first.range.start ? [lead.name, ...titles] : titles;
}

/** Where it is told how the examination was done. */
const techniqueOf = ({ header, statements }: Outline): Span[] => [
  ...header.filter((f) => f.id === 'technique').map((f) => f.value),
  ...statements.filter((s) => s.section === 'technique').map((s) => s.range),
];

interface Scan {
  readonly modality: string | null;
  readonly regions: readonly string[];
  readonly contrast: { readonly value: 'with' | 'without'; readonly range: Span } | null;
}

function scan(text: string, spans: readonly Span[], lexicon: Lexicon): Scan {
  let [modality, regions, contrast]: [Scan['modality'], Scan['regions'], Scan['contrast']] = [null, [], null];
  for (const { start, end } of spans) {
    const found = scansOf(lexicon)(text.slice(start, end));
    modality ??= found.modality;
    regions = regions.length === 0 ? found.regions : missing(regions, found.regions);
    if (found.contrast !== null && contrast?.value !== 'with')
      contrast = { value: found.contrast.value, range: shift(found.contrast.range, start) };
  }
  return { modality, regions, contrast };
}

const MOST_KEPT = 1_000;

/** What words say of an examination, kept with the lexicon that they are read by; ranges count from their start. */
const scansOf = once((lexicon: Lexicon) => keep(MOST_KEPT, (words) => scanWords(fold(words), lexicon)));

function scanWords(folded: string, lexicon: Lexicon): Scan {
  let modality: string | null = null;
  const regions: string[] = [];
  let contrast: Scan['contrast'] = null;
  for (let at = 0; at < folded.length; ) {
    const match = lexicon.match(folded, at);
    for (const { term } of match?.senses ?? []) {
      if (term.category === 'modality') modality ??= term.id;
      if (term.category === 'region' && !regions.includes(term.id)) regions.push(term.id);
      if (term.category === 'technique' && (term.value === 'with' || term.value === 'without') && contrast?.value !== 'with')
        contrast = { value: term.value, range: { start: at, end: match?.end ?? at } };
    }
    if (match !== null) at = match.end;
    else
      do at++;
      while (at < folded.length && /[a-z0-9]/.test(folded[at - 1] ?? '') && /[a-z0-9]/.test(folded[at] ?? ''));
  }
  return { modality, regions, contrast };
}
