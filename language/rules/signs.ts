import type { Finding } from '../meaning/finding.ts';
import type { Note, NoteCategory } from '../meaning/note.ts';
import type { Report } from '../meaning/report.ts';
import type { Span } from '../text/span.ts';
import type { Attribute } from './attribute.ts';
import type { Facts } from './facts.ts';
import { PhraseSigns } from './phrase-signs.ts';
import type { Sight } from './sight.ts';
import { groupOf, type Stated } from './stated.ts';
import type { Asked } from './traits.ts';
import { isLetterAt } from './words.ts';

/** What a sign says that a report has: a finding or note of one of some kinds, with some traits. */
export interface Shown extends Asked {
  /** Null for findings. */
  readonly category: NoteCategory | null;
  /** Of notes, groups too; null: of any kind. */
  readonly kinds: readonly string[] | null;
  /** A phrase, and what it asks beside kind and traits; null where it asks nothing. */
  readonly phrase: { readonly text: string; fits(finding: Finding): boolean } | null;
}

/** Number of a sign -> 1 where the report shows it, 0 where it does not, 2 where nobody has looked yet. */
export type ShownSigns = Uint8Array;

const UNKNOWN = 2;

/** Signs with what they ask for, as numbers one behind the other: sign, traits it has, traits it lacks, place of its phrase or -1. */
type Asking = number[];

/** The signs that speak of a kind of finding, or of note in a category, and those that speak of any. */
class KindSigns {
  readonly #any: Asking = [];
  readonly #byKind = new Map<string, Asking>();
  readonly #phrases: ((finding: Finding) => boolean)[] = [];

  add(sign: number, { kinds, has, lacks, phrase }: Shown): void {
    const asking = [sign, has, lacks, phrase === null ? -1 : this.#phrases.push(phrase.fits) - 1];
    if (kinds === null) this.#any.push(...asking);
    for (const kind of new Set(kinds)) {
      const same = this.#byKind.get(kind);
      if (same) same.push(...asking);
      else this.#byKind.set(kind, [...asking]);
    }
  }

  /** Those that what is stated at a place shows. */
  show(at: number, stated: Stated, shown: ShownSigns): void {
    const finding = stated.all[at] as Finding;
    const group = groupOf(finding);
    if (this.#any.length > 0) this.#showThose(this.#any, at, stated, shown);
    const ofKind = this.#byKind.get(finding.kind);
    if (ofKind !== undefined) this.#showThose(ofKind, at, stated, shown);
    const ofGroup = group === null ? undefined : this.#byKind.get(group);
    if (ofGroup !== undefined) this.#showThose(ofGroup, at, stated, shown);
  }

  #showThose(asking: Asking, at: number, stated: Stated, shown: ShownSigns): void {
    const traits = stated.traitsAt(at);
    for (let i = 0; i < asking.length; i += 4) {
      const has = asking[i + 1] as number;
      if ((traits & has) !== has || (traits & (asking[i + 2] as number)) !== 0) continue;
      const sign = asking[i] as number;
      if (shown[sign] === 1) continue;
      const phrase = asking[i + 3] as number;
      // A place of -1 is none to look at, and looking there costs more than all the rest.
      if (phrase < 0 || this.#phrases[phrase]?.(stated.all[at] as Finding) === true) shown[sign] = 1;
    }
  }
}

/** The signs that something has a value of an attribute. */
class ValueSigns {
  readonly #byValue = new Map<string, number[]>();

  add(values: readonly string[], sign: number): void {
    for (const value of new Set(values)) {
      const same = this.#byValue.get(value);
      if (same) same.push(sign);
      else this.#byValue.set(value, [sign]);
    }
  }

  show(value: string, shown: ShownSigns): void {
    const signs = this.#byValue.get(value);
    if (signs !== undefined) for (const sign of signs) shown[sign] = 1;
  }
}

/** Attributes of which a sign may name values. */
const VALUED = ['sites', 'morphology', 'change', 'diagnosis'] as const;
type Valued = (typeof VALUED)[number];

export const isValued = (attribute: Attribute): attribute is Valued => (VALUED as readonly Attribute[]).includes(attribute);

/**
 * What some rules ask of a report, each with a number, so that one look at the report tells what of it is there: most rules speak of
 * what a report does not, and need no other look.
 */
export class Signs {
  readonly #numbers = new Map<string, number>();
  readonly #findings = new KindSigns();
  readonly #notes = new Map<NoteCategory, KindSigns>();
  readonly #values: Readonly<Record<Valued, ValueSigns>> = {
    sites: new ValueSigns(),
    morphology: new ValueSigns(),
    change: new ValueSigns(),
    diagnosis: new ValueSigns(),
  };
  readonly #conditions = new Map<number, (sight: Sight) => boolean>();
  readonly #phrases = new PhraseSigns();
  /** Before anything was looked at. */
  #blank: ShownSigns = new Uint8Array();

  /** The sign that there is such a finding or note. */
  of(asked: Shown): number {
    const { category, kinds, has, lacks, phrase } = asked;
    const key = `${category ?? ''} ${has} ${lacks} ${kinds?.join('|') ?? '*'} ${phrase?.text ?? ''}`;
    return this.#numbered(key, (sign) => this.#kindsOf(category).add(sign, asked));
  }

  /** The sign that a finding or note has one of some values of an attribute. */
  ofValues(attribute: Valued, values: readonly string[]): number {
    return this.#numbered(`${attribute}=${values.join('|')}`, (sign) => this.#values[attribute].add(values, sign));
  }

  /** The sign that a condition on the report as a whole holds; `key` is the same for the same condition. */
  ofReport(key: string, holds: (sight: Sight) => boolean): number {
    return this.#numbered(key, (sign) => this.#conditions.set(sign, holds));
  }

  /** The sign that the report may mention one of some phrases. */
  ofPhrases(phrases: readonly string[]): number {
    return this.#numbered(`"${phrases.join('" "')}"`, (sign) => this.#phrases.add(phrases, sign));
  }

  /** Looks at a report once, and at what it states. Linear in it. */
  in(facts: Facts, stated: Stated): ShownSigns {
    if (this.#blank.length !== this.#numbers.size) {
      this.#blank = new Uint8Array(this.#numbers.size);
      for (const sign of this.#conditions.keys()) this.#blank[sign] = UNKNOWN;
    }
    const shown = this.#blank.slice();
    const { all, firstNote } = stated;
    for (let at = 0; at < all.length; at++) {
      const finding = all[at] as Finding;
      const signs = at < firstNote ? this.#findings : this.#notes.get((finding as Note).category);
      signs?.show(at, stated, shown);
      this.#showValues(finding, shown);
    }
    const text = facts.folded(facts.report.range);
    // Where a part begins with the rest of a word, nobody knows with which.
    if (partsWord(facts.report, text)) this.#phrases.showAll(shown);
    else this.#phrases.show(text, shown);
    return shown;
  }

  /** Whether a report shows a sign; a condition on the report as a whole is settled when it is first asked for. */
  isShown(sign: number, sight: Sight): boolean {
    const { shown } = sight;
    if (shown[sign] === UNKNOWN) shown[sign] = this.#conditions.get(sign)?.(sight) === true ? 1 : 0;
    return shown[sign] === 1;
  }

  /** Whether a sign is a condition on the report as a whole, which costs a look of its own. */
  isOfReport(sign: number): boolean {
    return this.#conditions.has(sign);
  }

  #showValues(finding: Finding, shown: ShownSigns): void {
    const { sites, morphology, change, diagnosis } = this.#values;
    for (const site of finding.sites) sites.show(site, shown);
    for (const form of finding.morphology) morphology.show(form, shown);
    if (finding.change !== null) change.show(finding.change, shown);
    for (const suggested of finding.suggests) diagnosis.show(suggested, shown);
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
  for (const { range: words } of outline.statements) if (parts(words)) return true;
  for (const { range: words } of outline.sections) if (parts(words)) return true;
  for (const { name } of outline.topics) if (parts(name)) return true;
  for (const { value } of outline.header) if (parts(value)) return true;
  // What stands in no statement is looked into by itself.
  for (const { statement, range: words } of notes) if (statement < 0 && parts(words)) return true;
  for (const { statement, range: words } of findings) if (statement < 0 && parts(words)) return true;
  return false;
}
