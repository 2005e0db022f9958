import type { Span } from '../text/span.ts';
import { cover, shift } from '../text/span.ts';
import { type Finding, moved } from './finding.ts';
import type { StatementMeaning } from './statement.ts';

/** What else than findings a report states, as rules name it. */
export const NOTE_CATEGORIES = [
  'procedure',
  'disorder',
  'grade',
  'structure',
  'sequence',
  'modality',
  'technique',
  'tracer',
  'contrast-agent',
  'phase',
  'advice',
  'communication',
  'measurement',
  'attenuation',
  'uptake-value',
  'lab-value',
  'rib',
  'intercostal-space',
  'nerve-root',
  'interval',
  'prior-study',
  'prior-side',
  'question',
] as const;
export type NoteCategory = (typeof NOTE_CATEGORIES)[number];

/**
 * Something that a report states beside its findings: an operation, a grade, a rib by its number, a size, an earlier
 * study. It has the shape of a finding, so that rules speak of both in one way: its kind, place, section and words.
 */
export interface Note extends Finding {
  readonly category: NoteCategory;
  /** What it says within its kind: the grade (`1c`), how many dimensions, a unit, the group of a disorder. */
  readonly value: string | null;
  /** A number: HU, SUV, of a rib, days of an interval, a laboratory value, millimetres of a measurement. */
  readonly amount: number | null;
  /** First and last day (since 1970-01-01) that a date can mean; null where none is given. */
  readonly days: readonly [number, number] | null;
}

export const isNote = (finding: Finding): finding is Note => 'category' in finding;

/** A statement, a topic or a header value, where it stands. */
export interface Spoken {
  readonly meaning: StatementMeaning;
  /** Where the meaning's spans count from. */
  readonly by: number;
  readonly section: string;
  /** Number of the statement; -1 for a header value. */
  readonly statement: number;
}

/** Words that notes are read from, wherever in a section of that name they stand. */
export interface Words extends Pick<StatementMeaning, 'text' | 'nodes' | 'cues' | 'starts'> {
  readonly section: string;
}

/** Reads notes of some categories from the words, their spans counted from the beginning of these; linear in them. */
export type NoteReader = (words: Words) => readonly Note[];

type More = Partial<Omit<Note, 'category' | 'kind' | 'range' | 'text'>>;

/** A note at a place of the words that states nothing more than `more`. */
export function newNote(category: NoteCategory, kind: string, head: Span, { text, section }: Words, more: More = {}): Note {
  const where = { head, ...more.where };
  const range = more.where === undefined ? head : Object.values(where).reduce(cover);
  return {
    ...BLANK,
    section,
    statement: 0,
    ...more,
    id: `${STARTS[category]}${head.start}${idEnd(kind, more.amount)}`,
    category,
    kind,
    where,
    range,
    text: text.slice(range.start, range.end),
  };
}

/** What stands in the id of a note before its place, and behind it. */
const STARTS = Object.fromEntries(NOTE_CATEGORIES.map((category) => [category, `${category}-`])) as Readonly<Record<NoteCategory, string>>;
const idEnd = (kind: string, amount: number | null | undefined): string => `-${kind}-${amount ?? ''}`;

/** A note whose spans count from the beginning of its words: made once, it is placed as often as the words are said. */
export class KeptNote {
  /** Its id is what stands behind the place. */
  readonly #note: Note;
  readonly #idStart: string;
  readonly #isUsual: boolean;
  /** It states nothing beside its head. */
  readonly #isPlain: boolean;

  constructor(note: Note) {
    const fields = Object.keys(note);
    // The fields stay in their order, for those who write notes out.
    this.#isUsual = fields.indexOf('where') < fields.indexOf('id');
    const { head, ...others } = note.where;
    this.#isPlain =
      head !== undefined && Object.keys(others).length === 0 && note.range.start === head.start && note.range.end === head.end;
    this.#idStart = STARTS[note.category];
    const id = idEnd(note.kind, note.amount);
    this.#note = this.#isUsual ? noteOf(note, id, note.range, note.where, note) : { ...note, id };
  }

  /** The note of the words at a place. */
  at(place: Pick<Spoken, 'by' | 'section' | 'statement'>): Note {
    const note = this.#note;
    const { by, section, statement } = place;
    const id = `${this.#idStart}${(note.where.head ?? note.range).start + by}${note.id}`;
    const range = shift(note.range, by);
    const where = this.#isPlain ? { head: range } : moved(note.where, by);
    return this.#isUsual ? noteOf(note, id, range, where, place) : { ...note, id, section, statement, where, range };
  }
}

/** A note at another place: written out, which is the quickest way to make one. */
const noteOf = (
  note: Note,
  id: string,
  range: Span,
  where: Note['where'],
  { section, statement }: Pick<Spoken, 'section' | 'statement'>,
): Note => ({
  value: note.value,
  amount: note.amount,
  days: note.days,
  presence: note.presence,
  limited: note.limited,
  sites: note.sites,
  side: note.side,
  dominantSide: note.dominantSide,
  levels: note.levels,
  discs: note.discs,
  severity: note.severity,
  sizeMm: note.sizeMm,
  signal: note.signal,
  enhancement: note.enhancement,
  morphology: note.morphology,
  count: note.count,
  change: note.change,
  causes: note.causes,
  suggests: note.suggests,
  certainty: note.certainty,
  section,
  statement,
  where,
  id,
  category: note.category,
  kind: note.kind,
  range,
  text: note.text,
});

const BLANK = {
  value: null,
  amount: null,
  days: null,
  presence: 'present',
  limited: false,
  sites: [],
  side: null,
  dominantSide: null,
  levels: [],
  discs: [],
  severity: null,
  sizeMm: null,
  signal: {},
  enhancement: null,
  morphology: [],
  count: null,
  change: null,
  causes: [],
  suggests: [],
  certainty: null,
} as const;

/** Denied or hedged at a node. */
export const presenceAt = ({ cues }: Words, i: number): Finding['presence'] =>
  cues.negated[i] ? 'absent' : cues.possible[i] ? 'possible' : 'present';
