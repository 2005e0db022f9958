import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Outline } from '../syntax/report.ts';
import { shift } from '../text/span.ts';
import { boneNumbers } from './bone-numbers.ts';
import { readCues } from './cues.ts';
import type { Said } from './draft.ts';
import { nerveRoots } from './nerve-roots.ts';
import { is, termOf } from './node.ts';
import { KeptNote, type Note, type NoteCategory, newNote, type Spoken } from './note.ts';
import { numberNotes } from './number-notes.ts';
import { priorStudies } from './prior-studies.ts';
import { questions } from './questions.ts';
import type { ReadStatement, StatementMeaning } from './statement.ts';
import { AMOUNTS_TO, termNotes } from './term-notes.ts';

/** Header values that say something in words. */
const WORDED: ReadonlySet<string | null> = new Set(['exam', 'patient']);

/** What notes are read from: every statement with its topic, and the header values. */
export function spokenIn(text: string, outline: Outline, said: readonly Said[], read: ReadStatement): Spoken[] {
  const speak = ({ nodes, cues, starts, made }: StatementMeaning, by: number, section: string, statement: number): Spoken => ({
    nodes,
    cues,
    starts,
    made,
    by,
    section,
    statement,
    text,
  });
  const header = outline.header
    .filter((field) => WORDED.has(field.id))
    .map((field) => speak(read(text.slice(field.value.start, field.value.end), []), field.value.start, field.id ?? '', -1));
  let topic: unknown = null;
  const statements = said.flatMap((each) => {
    const own = speak(each.meaning, each.by, each.statement.section, each.statement.index);
    const named = each.statement.topic;
    const first = named !== null && named !== topic && each.topic !== null && each.by > named.name.start;
    topic = named;
    return first && each.topic !== null && named !== null
      ? [speak(each.topic, named.name.start, each.statement.section, each.statement.index), own]
      : [own];
  });
  return [...header, ...statements];
}

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

function notesOf(spoken: Spoken, read: ReadStatement): readonly KeptNote[] {
  const { nodes, section, by, text } = spoken;
  const { made } = spoken;
  let notes = made.notes.find((each) => each.section === section)?.notes;
  if (notes === undefined) {
    const own = { ...spoken, by: 0, statement: 0, text: text.slice(by, by + (nodes.at(-1)?.span.end ?? 0)) };
    const readers = [termNotes, numberNotes, boneNumbers, nerveRoots, priorStudies, priorSides, questions(read)];
    // Two terms of the same words may give one note.
    const byId = new Map(readers.flatMap((reader) => reader(own)).map((note) => [note.id, note]));
    notes = byId.size === 0 ? NO_NOTES : [...byId.values()].map((note) => new KeptNote(note));
    made.notes = [...made.notes, { section, notes }];
  }
  return notes;
}

const NO_NOTES: readonly KeptNote[] = [];

/** `previously seen right mass, now left`: a side that was said of the past, with the present in the same statement. */
function priorSides(spoken: Spoken): Note[] {
  const { nodes, cues, by } = spoken;
  return nodes.flatMap((node) => {
    const side = termOf(node, 'side')?.value;
    if ((side !== 'left' && side !== 'right') || !cues.apart[node.i]) return [];
    if (!nodes.slice(0, node.i).some((n) => is(n, 'history', 'past'))) return [];
    return [newNote('prior-side', side, node.span, spoken, { side, where: { side: shift(node.span, by) } })];
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
  if (category === 'question') return [...new Set(read(words, []).mentions.map((m) => m.kind))];
  const { nodes, made } = read(words, []);
  const spoken: Spoken = { nodes, cues: readCues(nodes, [0]), starts: [0], made, by: 0, section: '', statement: 0, text: words };
  const named = termNotes(spoken).filter((note) => note.range.start === 0 && note.range.end === words.length);
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
