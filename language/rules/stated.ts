import type { Finding } from '../meaning/finding.ts';
import { isNote, type Note, type NoteCategory } from '../meaning/note.ts';
import type { Facts } from './facts.ts';
import { isBody } from './scope.ts';
import { traitsOf, traitsOfKind, traitsOfLink } from './traits.ts';

const NONE: readonly number[] = [];

/** Places of findings, or of the notes of a category, in the list of all that a report states; in reading order. */
export class Places {
  readonly all: readonly number[];
  readonly #stated: readonly Finding[];
  #byKind: ReadonlyMap<string, readonly number[]> | null = null;

  constructor(stated: readonly Finding[], all: readonly number[]) {
    this.#stated = stated;
    this.all = all;
  }

  /** Those of a kind; of notes, of a group too. */
  of(kind: string): readonly number[] {
    return this.#sorted().get(kind) ?? NONE;
  }

  /** Those of each kind. */
  each(): Iterable<readonly number[]> {
    return this.#sorted().values();
  }

  #sorted(): ReadonlyMap<string, readonly number[]> {
    this.#byKind ??= this.#sort();
    return this.#byKind;
  }

  #sort(): ReadonlyMap<string, readonly number[]> {
    const byKind = new Map<string, number[]>();
    const add = (kind: string, place: number): void => {
      const same = byKind.get(kind);
      if (same) same.push(place);
      else byKind.set(kind, [place]);
    };
    for (const place of this.all) {
      const finding = this.#stated[place] as Finding;
      add(finding.kind, place);
      const group = groupOf(finding);
      if (group !== null) add(group, place);
    }
    return byKind;
  }
}

/** The group of a note beside its kind; null for others. */
export const groupOf = (finding: Finding): string | null => (isNote(finding) && finding.value !== finding.kind ? finding.value : null);

/** No finding has all traits. */
const UNKNOWN = -1;

/** All that a report states, with its traits: the findings, those of its impression behind the others, then the notes. */
export class Stated {
  readonly all: Finding[];
  readonly findings: Places;
  /** Where the notes begin. */
  readonly firstNote: number;
  /** How many findings the body and the impression state, and how many notes there are. */
  readonly count: number;
  /** Of each of them, where they are known. */
  readonly #traits: number[];
  /** Of the categories that were asked for. */
  readonly #notes = new Map<NoteCategory, Places>();

  /** Linear in the report. */
  constructor(facts: Facts) {
    const { findings, impression, notes } = facts.report;
    let firstNote = findings.length;
    for (const item of impression) firstNote += item.findings.length;
    // Made as long as they get: what grows is copied.
    const all = new Array<Finding>(firstNote + notes.length);
    const traits = new Array<number>(all.length).fill(UNKNOWN);
    const places = new Array<number>(firstNote);
    let at = 0;
    let aside = 0;
    for (const finding of findings) {
      if (!isBody(finding.section)) aside++;
      traits[at] = traitsOf(finding, false) | traitsOfKind(finding.kind, facts.reader);
      places[at] = at;
      all[at++] = finding;
    }
    for (const item of impression) {
      for (const finding of item.findings) {
        const link = facts.linkOf(finding, at - findings.length);
        traits[at] = traitsOf(finding, true) | traitsOfKind(finding.kind, facts.reader) | traitsOfLink(link);
        places[at] = at;
        all[at++] = finding;
      }
    }
    for (const note of notes) all[at++] = note;
    this.all = all;
    this.#traits = traits;
    this.findings = new Places(all, places);
    this.firstNote = firstNote;
    this.count = all.length - aside;
  }

  /** The notes of a category. */
  notes(category: NoteCategory): Places {
    let notes = this.#notes.get(category);
    if (notes === undefined) this.#notes.set(category, (notes = new Places(this.all, this.#placesOf(category))));
    return notes;
  }

  /** The traits of a finding or note at a place in the list. Few notes are asked for theirs. */
  traitsAt(place: number): number {
    const known = this.#traits[place];
    if (known !== undefined && known !== UNKNOWN) return known;
    const traits = traitsOf(this.all[place] as Finding, false);
    this.#traits[place] = traits;
    return traits;
  }

  #placesOf(category: NoteCategory): readonly number[] {
    const places: number[] = [];
    for (let at = this.firstNote; at < this.all.length; at++) if ((this.all[at] as Note).category === category) places.push(at);
    return places;
  }
}
