import type { Finding } from '../meaning/finding.ts';
import type { NoteCategory } from '../meaning/note.ts';
import type { Facts } from './facts.ts';
import { traitsOf, traitsOfKind } from './traits.ts';

const NONE: readonly number[] = [];

/** Places of findings or notes in the list of all that a report states, in reading order. */
export class Places {
  readonly all: number[] = [];
  /** Of notes, by group too. */
  readonly byKind = new Map<string, number[]>();

  of(kind: string): readonly number[] {
    return this.byKind.get(kind) ?? NONE;
  }

  add(place: number, kind: string): void {
    const same = this.byKind.get(kind);
    if (same) same.push(place);
    else this.byKind.set(kind, [place]);
  }
}

/** All that a report states, with its traits: the findings, those of its impression behind the others, then the notes. */
export class Stated {
  readonly all: Finding[] = [];
  /** Of each of them. */
  readonly traits: number[] = [];
  readonly findings = new Places();
  readonly notes = new Map<NoteCategory, Places>();

  /** Linear in the report. */
  constructor(facts: Facts) {
    const { report, reader } = facts;
    const kinds = new Map<string, number>();
    const add = (finding: Finding, isStated: boolean): void => {
      const { kind } = finding;
      let ofKind = kinds.get(kind);
      if (ofKind === undefined) kinds.set(kind, (ofKind = traitsOfKind(kind, reader.term(kind))));
      this.findings.all.push(this.all.length);
      this.findings.add(this.all.length, kind);
      this.#push(finding, traitsOf(finding, isStated, facts) | ofKind);
    };
    for (const finding of report.findings) add(finding, false);
    for (const { findings } of report.impression) for (const finding of findings) add(finding, true);
    for (const note of report.notes) {
      const { kind, value } = note;
      const places = this.#placesOf(note.category);
      places.all.push(this.all.length);
      places.add(this.all.length, kind);
      if (value !== null && value !== kind) places.add(this.all.length, value);
      this.#push(note, traitsOf(note, false, facts));
    }
  }

  #placesOf(category: NoteCategory): Places {
    let places = this.notes.get(category);
    if (places === undefined) this.notes.set(category, (places = new Places()));
    return places;
  }

  #push(finding: Finding, traits: number): void {
    this.all.push(finding);
    this.traits.push(traits);
  }
}
