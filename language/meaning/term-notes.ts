import type { Category, Term } from '../lexicon/term.ts';
import { levelsBeside, sideBefore } from './beside.ts';
import { clauseAround } from './clauses.ts';
import { is, type Node } from './node.ts';
import { type Note, type NoteCategory, newNote, presenceAt, type Words } from './note.ts';

const CATEGORY: Readonly<Partial<Record<Category, NoteCategory>>> = {
  procedure: 'procedure',
  clinical: 'disorder',
  diagnosis: 'disorder',
  grade: 'grade',
  site: 'structure',
  sequence: 'sequence',
  modality: 'modality',
  technique: 'technique',
  recommendation: 'advice',
};

/** Techniques that rules tell apart, by the value of their term. */
const TECHNIQUES: ReadonlySet<string> = new Set<NoteCategory>(['tracer', 'contrast-agent', 'phase']);

/** Clinical words that name no disorder. */
const OTHER_CLINICAL: ReadonlySet<string> = new Set(['lab', 'female', 'male']);

/** Sections that tell what was done: `MRI of the whole spine` is no advice there. */
const DONE: ReadonlySet<string> = new Set(['exam', 'patient', 'technique', 'comparison', 'history']);

function categoryOf(term: Term, advised: boolean, section: string): NoteCategory | null {
  const category = CATEGORY[term.category] ?? null;
  if (category === 'technique' && TECHNIQUES.has(term.value)) return term.value as NoteCategory;
  if (category === 'disorder' && OTHER_CLINICAL.has(term.value)) return null;
  if (category === 'advice' && (term.value === 'advise' || DONE.has(section))) return null;
  if (category === 'advice' && term.id === 'critical-communication') return 'communication';
  return advised && (category === 'procedure' || category === 'modality') ? 'advice' : category;
}

/** Procedures, disorders, grades, structures, sequences and whatever else one term of the lexicon names. */
export function termNotes(words: Words): Note[] {
  const { nodes } = words;
  const advised = !DONE.has(words.section) && nodes.some((n) => is(n, 'recommendation', 'advise'));
  return nodes.flatMap((node): readonly Note[] => {
    if (node.senses.length === 0 && node.type !== 'sequences' && node.type !== 'levels') return NONE;
    const terms = node.phrase.type === 'sequences' ? node.phrase.terms : node.senses.map((s) => s.term);
    // `Hb 9` is a value and says nothing of anaemia.
    const isLab = is(node, 'clinical', 'lab');
    if (words.section === 'technique' && node.phrase.type === 'levels') return bareSequences(node, words);
    const inside = terms.every((term) => term.value !== 'tracer') ? tracerInside(node) : null;
    const tracer = inside === null ? [] : [newNote('tracer', inside, node.span, words)];
    const named = terms.flatMap((term): Note[] => {
      const category = categoryOf(term, advised, words.section);
      if (category === null || (isLab && category === 'disorder') || (category !== 'structure' && isOfOther(words, node.i))) return [];
      if (category === 'structure') return term.sites.map((site) => structureNote(site, node, words));
      const place = levelsBeside(nodes, node.i, category === 'procedure' || category === 'advice' ? 6 : 3);
      const kind = category === 'grade' ? scaleOf(term) : term.id;
      const kinds = category === 'advice' ? [kind, ...(AMOUNTS_TO[kind] ?? [])] : [kind];
      const more = { ...place, value: term.value, presence: presenceAt(words, node.i) };
      return kinds.map((each) => newNote(category, each, node.span, words, more));
    });
    return [...named, ...tracer];
  });
}

const NONE: readonly Note[] = [];

/** `FDG uptake`, `FDG PET/CT`, `sulphur colloid scan`: a tracer within the words of another term. */
function tracerInside(node: Node): string | null {
  const [word] = node.type === 'term' ? (/\b(fdg|mdp|psma|dotatate|sestamibi|colloid)\b/.exec(node.text) ?? []) : [];
  return word === undefined ? null : word === 'colloid' ? 'sulfur-colloid' : word;
}

/** `Technique: T1, T2.`: no vertebrae are meant there. */
function bareSequences(node: Node, words: Words): Note[] {
  if (node.phrase.type !== 'levels') return [];
  const bare = node.phrase.parts.filter((part) => part.to === null && /^t[12]$/.test(part.from));
  return bare.map((part) => newNote('sequence', part.from.toUpperCase(), part.fromSpan, words, { value: part.from.toUpperCase() }));
}

/** What pieces of advice amount to beside their own kind. */
export const AMOUNTS_TO: Readonly<Record<string, readonly string[]>> = {
  'biopsy-advice': ['biopsy'],
  'follow-up-imaging': ['follow-up'],
  'contrast-mri': ['MR'],
  'whole-spine-mri': ['MR'],
  'iron-quantification': ['MR'],
  'marrow-scan-advice': ['sulfur-colloid-scan'],
};

/** `escc-1c` -> escc. */
const scaleOf = (term: Term): string =>
  term.id.endsWith(`-${term.value.toLowerCase()}`) ? term.id.slice(0, -term.value.length - 1) : term.id;

/** `mother with breast cancer`: of another person. */
function isOfOther({ nodes, cues, starts }: Words, i: number): boolean {
  if (!cues.apart[i]) return false;
  const { start } = clauseAround(starts, i, nodes.length);
  return nodes.slice(start, i).some((n) => is(n, 'history', 'other'));
}

/** Words behind an organ that make it a part of it, which may have a side. */
const PART =
  /^(lobes?|ala|alae|wings?|halves|half|side|aspect|parts?|poles?|portions?|margins?|edge|border|tip|segments?|flexure|hemi\w*|base|bed|fossa|wall|horn|quadrant|moiety|hilum|region)$/;

function structureNote(site: string, node: Node, words: Words): Note {
  const { nodes } = words;
  const isPart = PART.test(nodes[node.i + 1]?.text ?? '');
  const side = isPart ? null : sideBefore(nodes, node.i);
  const place = levelsBeside(nodes, node.i, 3);
  return newNote('structure', site, node.span, words, {
    ...place,
    sites: [site],
    presence: presenceAt(words, node.i),
    value: isPart ? 'part' : null,
    side: side?.side ?? null,
    where: { ...place.where, ...(side ? { side: side.node.span } : {}) },
  });
}
