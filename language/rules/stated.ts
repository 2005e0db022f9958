import type { Finding } from '../meaning/finding.ts';
import { isNote, type NoteCategory } from '../meaning/note.ts';
import type { Facts } from './facts.ts';
import { isBody } from './scope.ts';
import { traitsOf, traitsOfKind } from './traits.ts';

const NONE: readonly number[] = [];

/** Places of findings, or of the notes of a category, in the list of all that a report states; in reading order. */
export class Places {
  readonly all: number[] = [];
  readonly #stated: readonly Finding[];
  #byKind: ReadonlyMap<string, readonly number[]> | null = null;

  constructor(stated: readonly Finding[]) {
    this.#stated = stated;
  }

  /** Those of a kind; of notes, of a group too. */
  of(kind: string): readonly number[] {
    this.#byKind ??= this.#sorted();
    return this.#byKind.get(kind) ?? NONE;
  }

  #sorted(): ReadonlyMap<string, readonly number[]> {
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
  readonly all: Finding[] = [];
  /** Of each of them, where they are known. */
  readonly #traits: number[] = [];
  readonly #facts: Facts;
  readonly findings = new Places(this.all);
  readonly notes = new Map<NoteCategory, Places>();
  /** How many findings the body and the impression state, and how many notes there are. */
  readonly count: number;

  /** Linear in the report. */
  constructor(facts: Facts) {
    this.#facts = facts;
    const { report } = facts;
    for (const finding of report.findings) this.#addFinding(finding, false, facts);
    for (const { findings } of report.impression) for (const finding of findings) this.#addFinding(finding, true, facts);
    for (const note of report.notes) {
      this.#placesOf(note.category).all.push(this.all.length);
      this.all.push(note);
      this.#traits.push(UNKNOWN);
    }
    this.count = this.all.length - report.findings.filter(({ section }) => !isBody(section)).length;
  }

  /** The traits of a finding or note at a place in the list. Few notes are asked for theirs. */
  traitsAt(place: number): number {
    const known = this.#traits[place];
    if (known !== undefined && known !== UNKNOWN) return known;
    const traits = traitsOf(this.all[place] as Finding, false, this.#facts);
    this.#traits[place] = traits;
    return traits;
  }

  #addFinding(finding: Finding, isStated: boolean, facts: Facts): void {
    this.findings.all.push(this.all.length);
    this.all.push(finding);
    this.#traits.push(traitsOf(finding, isStated, facts) | traitsOfKind(finding.kind, facts.reader));
  }

  #placesOf(category: NoteCategory): Places {
    let places = this.notes.get(category);
    if (places === undefined) this.notes.set(category, (places = new Places(this.all)));
    return places;
  }
}
