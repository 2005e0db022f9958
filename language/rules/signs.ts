import type { Finding } from '../meaning/finding.ts';
import type { NoteCategory } from '../meaning/note.ts';
import type { Report } from '../meaning/report.ts';
import type { Span } from '../text/span.ts';
import type { Facts } from './facts.ts';
import { PhraseSigns } from './phrase-signs.ts';
import { groupOf, type Stated } from './stated.ts';
import type { Asked } from './traits.ts';
import { isLetterAt } from './words.ts';

/** What a sign says that a report has: a finding or note of one of some kinds, with some traits. */
export interface Shown extends Asked {
  /** Null for findings. */
  readonly category: NoteCategory | null;
  /** Of notes, groups too; null: of any kind. */
  readonly kinds: readonly string[] | null;
}

/** Number of a sign -> 1 where the report shows it, else 0. */
export type ShownSigns = Uint8Array;

/** Signs with the traits that they ask for, one behind the other: sign, what it has, what it lacks. */
type Asking = number[];

/** The signs that speak of a kind, and those that speak of any. */
class KindSigns {
  readonly any: Asking = [];
  readonly byKind = new Map<string, Asking>();

  add(sign: number, { kinds, has, lacks }: Shown): void {
    if (kinds === null) this.any.push(sign, has, lacks);
    for (const kind of new Set(kinds)) {
      const same = this.byKind.get(kind);
      if (same) same.push(sign, has, lacks);
      else this.byKind.set(kind, [sign, has, lacks]);
    }
  }

  /** Those that a finding of a kind, and of a group beside it, shows by its traits. */
  show(kind: string, group: string | null, traits: number, shown: ShownSigns): void {
    showAsking(this.any, traits, shown);
    showAsking(this.byKind.get(kind), traits, shown);
    if (group !== null) showAsking(this.byKind.get(group), traits, shown);
  }
}

function showAsking(asking: Asking | undefined, traits: number, shown: ShownSigns): void {
  if (asking === undefined) return;
  for (let i = 0; i < asking.length; i += 3) {
    const has = asking[i + 1] as number;
    if ((traits & has) === has && (traits & (asking[i + 2] as number)) === 0) shown[asking[i] as number] = 1;
  }
}

/**
 * What some rules ask of a report, each with a number, so that one look at the report tells what of it is there: most rules speak of
 * what a report does not, and need no other look.
 */
export class Signs {
  readonly #numbers = new Map<string, number>();
  readonly #findings = new KindSigns();
  readonly #notes = new Map<NoteCategory, KindSigns>();
  readonly #conditions: { readonly sign: number; readonly holds: (facts: Facts) => boolean }[] = [];
  readonly #phrases = new PhraseSigns();

  /** The sign that there is such a finding or note. */
  of(asked: Shown): number {
    const { category, kinds, has, lacks } = asked;
    const key = `${category ?? ''} ${has} ${lacks} ${kinds?.join('|') ?? '*'}`;
    return this.#numbered(key, (sign) => this.#kindsOf(category).add(sign, asked));
  }

  /** The sign that a condition on the report as a whole holds; `key` is the same for the same condition. */
  ofReport(key: string, holds: (facts: Facts) => boolean): number {
    return this.#numbered(key, (sign) => this.#conditions.push({ sign, holds }));
  }

  /** The sign that the report may mention one of some phrases. */
  ofPhrases(phrases: readonly string[]): number {
    return this.#numbered(`"${phrases.join('" "')}"`, (sign) => this.#phrases.add(phrases, sign));
  }

  /** Looks at a report once, and at what it states. Linear in it. */
  in(facts: Facts, { all, traits, findings, notes }: Stated): ShownSigns {
    const shown = new Uint8Array(this.#numbers.size);
    for (const at of findings.all) this.#findings.show((all[at] as Finding).kind, null, traits[at] as number, shown);
    for (const [category, places] of notes) {
      const signs = this.#notes.get(category);
      if (signs === undefined) continue;
      for (const at of places.all) signs.show((all[at] as Finding).kind, groupOf(all[at] as Finding), traits[at] as number, shown);
    }
    for (const { sign, holds } of this.#conditions) if (holds(facts)) shown[sign] = 1;
    const text = facts.folded(facts.report.range);
    // Where a part begins with the rest of a word, nobody knows with which.
    if (partsWord(facts.report, text)) this.#phrases.showAll(shown);
    else this.#phrases.show(text, shown);
    return shown;
  }

  #numbered(key: string, make: (sign: number) => void): number {
    let sign = this.#numbers.get(key);
    if (sign === undefined) {
      this.#numbers.set(key, (sign = this.#numbers.size));
      make(sign);
    }
    return sign;
  }

  #kindsOf(category: NoteCategory | null): KindSigns {
    if (category === null) return this.#findings;
    let kinds = this.#notes.get(category);
    if (kinds === undefined) this.#notes.set(category, (kinds = new KindSigns()));
    return kinds;
  }
}

/** Whether a part of the report that rules look into begins or ends in the middle of a word of its text. */
function partsWord({ range, outline, notes, findings }: Report, text: string): boolean {
  const isAt = (offset: number): boolean => isLetterAt(text, offset - range.start - 1) && isLetterAt(text, offset - range.start);
  const parts = ({ start, end }: Span): boolean => isAt(start) || isAt(end);
  return (
    outline.statements.some((statement) => parts(statement.range)) ||
    outline.sections.some((section) => parts(section.range)) ||
    outline.topics.some(({ name }) => parts(name)) ||
    outline.header.some(({ value }) => parts(value)) ||
    // What stands in no statement is looked into by itself.
    notes.some((note) => note.statement < 0 && parts(note.range)) ||
    findings.some((finding) => finding.statement < 0 && parts(finding.range))
  );
}
