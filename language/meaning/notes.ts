import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Outline, Topic } from '../syntax/report.ts';
import { boneNumbers } from './bone-numbers.ts';
import { readCues } from './cues.ts';
import type { Said } from './draft.ts';
import { nerveRoots } from './nerve-roots.ts';
import { is, termOf, verbOf } from './node.ts';
import { KeptNote, type Note, type NoteCategory, newNote, type Spoken, type Words } from './note.ts';
import { numberNotes } from './number-notes.ts';
import { priorStudies } from './prior-studies.ts';
import { questions } from './questions.ts';
import type { ReadStatement, StatementMeaning } from './statement.ts';
import { AMOUNTS_TO, termNotes } from './term-notes.ts';

/** Header values that say something in words. */
const WORDED: ReadonlySet<string | null> = new Set(['exam', 'patient']);

/** What notes are read from: every statement with its topic, and the header values. */
export function spokenIn(text: string, outline: Outline, said: readonly Said[], read: ReadStatement): Spoken[] {
  const spoken: Spoken[] = [];
  for (const { id, value } of outline.header)
    if (WORDED.has(id)) {
      const meaning = read(text.slice(value.start, value.end), NO_SITES);
      spoken.push({ meaning, by: value.start, section: id ?? '', statement: -1 });
    }
  let before: Topic | null = null;
  for (const { statement, meaning, by, topic } of said) {
    const { section, index } = statement;
    const named = statement.topic;
    if (named !== null && named !== before && topic !== null && by > named.name.start)
      spoken.push({ meaning: topic, by: named.name.start, section, statement: index });
    before = named;
    spoken.push({ meaning, by, section: index === 0 && section === '' && isTitle(meaning) ? 'exam' : section, statement: index });
  }
  return spoken;
}

/** `Whole Spine MRI Report`, `MR SPINE FOLLOW UP`: the first line names the examination and advises none. */
const isTitle = ({ nodes, mentions }: StatementMeaning): boolean =>
  mentions.length === 0 &&
  nodes.length < MOST_IN_TITLE &&
  nodes.some((n) => is(n, 'recommendation')) &&
  nodes.some((n) => is(n, 'modality') || /\b(mri|ct)\b/.test(n.text)) &&
  !nodes.some((n) => verbOf(n) !== null || is(n, 'recommendation', 'advise'));

const MOST_IN_TITLE = 12;

const NO_SITES: readonly string[] = [];

/** The notes of a report, in reading order. Linear in its words; words that were read before cost no more than their notes. */
export function readNotes(spoken: readonly Spoken[], read: ReadStatement): Note[] {
  const notes: Note[] = [];
  for (const each of spoken) for (const note of notesOf(each, read)) notes.push(note.at(each));
  const isInOrder = notes.every(({ range }, i) => i === 0 || (notes[i - 1] as Note).range.start <= range.start);
  return isInOrder ? notes : notes.sort((a, b) => a.range.start - b.range.start);
}

/** The notes of words in one of the few sections that say them. */
export interface KeptNotes {
  readonly section: string;
  readonly notes: readonly KeptNote[];
}

function notesOf({ meaning, section }: Spoken, read: ReadStatement): readonly KeptNote[] {
  const { made } = meaning;
  for (const each of made.notes) if (each.section === section) return each.notes;
  const notes = findNotes({ text: meaning.text, nodes: meaning.nodes, cues: meaning.cues, starts: meaning.starts, section }, read);
  made.notes = made.notes.concat([{ section, notes }]);
  return notes;
}

function findNotes(words: Words, read: ReadStatement): readonly KeptNote[] {
  const readers = [termNotes, numberNotes, boneNumbers, nerveRoots, priorStudies, priorSides, questions(read)];
  // Two terms of the same words may give one note.
  const byId = new Map(readers.flatMap((reader) => reader(words)).map((note) => [note.id, note]));
  return byId.size === 0 ? NO_NOTES : Array.from(byId.values(), (note) => new KeptNote(note));
}

const NO_NOTES: readonly KeptNote[] = [];

/** `previously seen right mass, now left`: a side that was said of the past, with the present in the same statement. */
function priorSides(words: Words): Note[] {
  const { nodes, cues } = words;
  return nodes.flatMap((node) => {
    const side = termOf(node, 'side')?.value;
    if ((side !== 'left' && side !== 'right') || !cues.apart[node.i]) return [];
    if (!nodes.slice(0, node.i).some((n) => is(n, 'history', 'past'))) return [];
    return [newNote('prior-side', side, node.span, words, { side, where: { side: node.span } })];
  });
}

/** Kinds of notes that no term of the lexicon names. */
const OWN_KINDS: Readonly<Partial<Record<NoteCategory, readonly string[]>>> = {
  measurement: ['size', 'prior-size', 'unitless', 'mixed-units'],
  'nerve-root': ['exiting', 'root'],
  'prior-study': ['study'],
  'prior-side': ['left', 'right'],
};

/** The kinds that words of a rule name within a category: `sickle cell anaemia`, `ESCC`, `prior size`; empty where they name none. */
export function noteKinds(category: NoteCategory, words: string, lexicon: Lexicon, read: ReadStatement): string[] {
  const slug = words.toLowerCase().replaceAll(' ', '-');
  if (OWN_KINDS[category]?.includes(slug)) return [slug];
  if (category === 'question') return [...new Set(read(words, NO_SITES).mentions.map((m) => m.kind))];
  const { nodes } = read(words, []);
  const named = termNotes({ text: words, nodes, cues: readCues(nodes, [0]), starts: [0], section: '' }).filter(
    (note) => note.range.start === 0 && note.range.end === words.length,
  );
  const kinds = named.filter((note) => note.category === category || ALIKE[category]?.includes(note.category)).map((note) => note.kind);
  const id = lexicon.term(slug)?.id;
  // A term by its own name is that term alone; `contrast-enhanced MRI` is not every MRI that it amounts to.
  if (id !== undefined && kinds.includes(id)) return [id];
  const broader = new Set(kinds.flatMap((kind) => AMOUNTS_TO[kind] ?? []));
  return [...new Set([...kinds.filter((kind) => !broader.has(kind)), ...(id === undefined ? [] : [id])])];
}

/** Categories whose words another category may use: advice is of procedures and modalities, earlier studies have a modality. */
const ALIKE: Readonly<Partial<Record<NoteCategory, readonly NoteCategory[]>>> = {
  advice: ['procedure', 'modality'],
  'prior-study': ['modality'],
  procedure: ['advice'],
};
