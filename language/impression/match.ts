import type { Finding } from '../meaning/finding.ts';
import { levelIndex } from '../meaning/levels.ts';
import type { Link } from '../meaning/link.ts';
import { vertebraeOf } from '../meaning/notation.ts';
import type { Report } from '../meaning/report.ts';
import { assign, type Pair } from './assign.ts';
import { familyOf, isDenied, type Likeness, likeness, likenessScore } from './likeness.ts';
import { contradicts, coversSide, mayRestOn, states } from './said.ts';
import { siteAgreement } from './sites.ts';

/** Sections that speak of other days or other examinations; the impression does not rest on them. */
const ASIDE: ReadonlySet<string> = new Set(['history', 'technique', 'comparison', 'recommendation', 'communication']);

const isBody = ({ section }: Finding): boolean => !ASIDE.has(section);

/** The findings that an impression may rest on. */
export const bodyFindings = (report: Report): Finding[] => report.findings.filter(isBody);

/**
 * For each finding of each impression item, in order, the body findings that it speaks of. A difference in level, side,
 * severity, size or presence is no obstacle as long as the thing is recognisably the same. Of several that compete, the
 * pairing that is best as a whole is taken; what is left over joins the finding that already speaks of it. Deterministic.
 */
export function linkImpression(report: Report): Link[] {
  // An impression without a body, as archives keep it, cannot differ from one.
  if (!hasBody(report)) return [];
  const links: Open[] = [];
  for (const { item, findings } of report.impression) for (const stated of findings) links.push({ item, stated, support: NONE });
  for (const { links: own, body } of familiesOf(links, report.findings)) {
    const [only] = own;
    const [its] = body;
    if (only === undefined || its === undefined) continue;
    if (own.length === 1 && body.length === 1) {
      // Most things are named once here and once there, and have nothing to compete with.
      if (likenessScore(only.stated, its, true) !== null) only.support = body;
    } else support(own, body);
  }
  return links;
}

/** A link whose support is still looked for. */
type Open = { -readonly [Field in keyof Link]: Link[Field] };

const NONE: readonly Finding[] = [];

/** What impression and body state of one family of kinds. */
interface Family {
  readonly links: Open[];
  readonly body: Finding[];
}

/** The families that the impression speaks of. */
function familiesOf(links: readonly Open[], findings: readonly Finding[]): Iterable<Family> {
  const families = new Map<string, Family>();
  for (const link of links) {
    const name = familyOf(link.stated.kind);
    const family = families.get(name);
    if (family === undefined) families.set(name, { links: [link], body: [] });
    else family.links.push(link);
  }
  if (families.size > 0) for (const finding of findings) if (isBody(finding)) families.get(familyOf(finding.kind))?.body.push(finding);
  return families.values();
}

/** Where several compete. */
function support(links: Open[], body: Finding[]): void {
  links.sort((a, b) => byPlace(a.stated, b.stated));
  const match = new FamilyMatch(
    links.map(({ stated }) => stated),
    body.sort(byPlace),
  );
  for (const [i, findings] of match.support().entries()) (links[i] as Open).support = findings;
}

/** Ids of the body findings that an impression item (counted from 1) rests on, each once, best match first. */
export const supportedBy = (links: readonly Link[], item: number): string[] => [
  ...new Set(links.filter((l) => l.item === item).flatMap((l) => l.support.map((f) => f.id))),
];

/** Why a finding of the impression is held to speak of a finding of the body; null where it is not. */
export const explainMatch = (stated: Finding, body: Finding): Likeness | null =>
  familyOf(stated.kind) === familyOf(body.kind) ? likeness(stated, body, true) : null;

/** The order that competing findings are taken in, so that the order of writing decides nothing but ties. */
export const byPlace = (a: Finding, b: Finding): number =>
  topOf(a) - topOf(b) ||
  compare(a.sites.join(), b.sites.join()) ||
  compare(a.side ?? '', b.side ?? '') ||
  compare(a.kind, b.kind) ||
  largest(b) - largest(a) ||
  compare((b.severity ?? []).join(), (a.severity ?? []).join()) ||
  compare(a.change ?? '', b.change ?? '') ||
  compare(a.morphology.join(), b.morphology.join()) ||
  compare(a.presence, b.presence) ||
  compare(a.text, b.text) ||
  a.range.start - b.range.start;

const largest = (f: Finding): number => Math.max(0, ...(f.sizeMm ?? []));

const topOf = (f: Finding): number => {
  const top = vertebraeOf(f.levels, f.discs)[0];
  return top === undefined ? Number.MAX_SAFE_INTEGER : levelIndex(top);
};
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** In a crowd of one family, only this many are compared with each finding, those at its own place first. */
const CROWD = 24;

class FamilyMatch {
  readonly #stated: readonly Finding[];
  readonly #body: readonly Finding[];
  readonly #found: Finding[][];
  /** For each that is stated, what it may speak of. */
  readonly #candidates: readonly (readonly Pair[])[];

  constructor(stated: readonly Finding[], body: readonly Finding[]) {
    this.#stated = stated;
    this.#body = body;
    this.#found = stated.map(() => []);
    const alone = isAlone(body) && isAlone(stated);
    const near = nearby(body);
    this.#candidates = stated.map((s, row) => {
      const pairs: Pair[] = [];
      for (const column of near(s)) {
        const worth = likenessScore(s, body[column] as Finding, alone);
        if (worth !== null) pairs.push({ row, column, worth });
      }
      return pairs;
    });
  }

  /** Of each that is stated, in their order. */
  support(): readonly (readonly Finding[])[] {
    const taken = this.#pairBest();
    this.#shareWithRest();
    this.#joinLeftOver(taken, (s, b) => states(s, b));
    this.#joinLeftOver(taken, (s, b, row) => this.#mayExplain(s, b, row));
    return this.#found;
  }

  #pairBest(): Set<number> {
    const columns = assign(this.#stated.length, this.#body.length, this.#candidates.flat());
    columns.forEach((column, row) => {
      const body = this.#body[column];
      if (body !== undefined) this.#found[row]?.push(body);
    });
    return new Set(columns.filter((column) => column >= 0));
  }

  /** A thing that the impression names twice rests both times on the same finding; so does its denial beside it. */
  #shareWithRest(): void {
    this.#stated.forEach((s, row) => {
      if (this.#found[row]?.length !== 0) return;
      const best = [...(this.#candidates[row] ?? [])]
        .filter(({ column }) => {
          const body = this.#body[column] as Finding;
          return isDenied(s) && !isDenied(body) ? contradicts(s, [body]) : mayRestOn(s, body);
        })
        .sort((a, b) => b.worth - a.worth || a.column - b.column)[0];
      if (best !== undefined) this.#found[row]?.push(this.#body[best.column] as Finding);
    });
  }

  #joinLeftOver(taken: Set<number>, fits: (stated: Finding, body: Finding, row: number) => boolean): void {
    if (taken.size === this.#body.length) return;
    const best = new Map<number, { row: number; worth: number }>();
    this.#candidates.forEach((list, row) => {
      for (const { column, worth } of list) {
        if (taken.has(column) || worth <= (best.get(column)?.worth ?? 0)) continue;
        const body = this.#body[column] as Finding;
        if (this.#sameSpot(row, body) && fits(this.#stated[row] as Finding, body, row)) best.set(column, { row, worth });
      }
    });
    for (const [column, { row }] of [...best].sort(([a], [b]) => a - b)) {
      this.#found[row]?.push(this.#body[column] as Finding);
      taken.add(column);
    }
  }

  /** A finding worded without a site speaks of one place, not of all. */
  #sameSpot(row: number, body: Finding): boolean {
    return this.#stated[row]?.sites.length !== 0 || (this.#found[row] ?? []).every((f) => siteAgreement(f.sites, body.sites) !== 0);
  }

  /** `masses at D5 and D8` names more levels than the finding that it rests on: another one may be meant too. */
  #mayExplain(s: Finding, b: Finding, row: number): boolean {
    const found = this.#found[row] ?? [];
    if (found.length === 0 || isDenied(s) || isDenied(b) || !coversSide(s, b)) return false;
    const explained = new Set(found.flatMap((f) => vertebraeOf(f.levels, f.discs)));
    return (
      explained.size > 0 &&
      b.levels.length > 0 &&
      s.levels.some((level) => !explained.has(level)) &&
      !b.levels.every((level) => explained.has(level))
    );
  }
}

/** Whether there is one thing at most, and its denial. */
const isAlone = ([first, second, third]: readonly Finding[]): boolean =>
  first === undefined || second === undefined || (third === undefined && isDenied(first) !== isDenied(second));

/** Indices of the findings to compare with a given one: all of a few, those at the same place first of a crowd. */
function nearby(findings: readonly Finding[]): (probe: Finding) => readonly number[] {
  const all = findings.map((_, i) => i);
  if (findings.length <= CROWD * 2) return () => all;
  const keyOf = (f: Finding): string => `${f.sites.join()}|${f.levels.join()}`;
  const places = new Map<string, number[]>();
  findings.forEach((f, i) => {
    const list = places.get(keyOf(f));
    if (list === undefined) places.set(keyOf(f), [i]);
    else if (list.length < CROWD) list.push(i);
  });
  return (probe) => [...new Set([...(places.get(keyOf(probe)) ?? []), ...all.slice(0, CROWD)])];
}

const hasBody = (report: Report): boolean =>
  report.findings.length > 0 || report.outline.statements.some((s) => s.section === 'findings' || s.section === '');
