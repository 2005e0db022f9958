import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import type { Report } from '../meaning/report.ts';
import { SPINAL } from '../meaning/spinal.ts';
import { levelWords, singlesOut } from './difference.ts';
import { familyOf } from './likeness.ts';
import { bodyFindings, byPlace } from './match.ts';
import { calledNormal } from './normal.ts';
import { GRADES, states } from './said.ts';
import { wordsAt } from './words.ts';

/** A finding and those that it causes, for one impression item. */
export interface Group {
  readonly root: Finding;
  readonly effects: readonly Finding[];
  /** How the findings tie them: as caused, or only as found together. */
  readonly tie: 'causing' | 'with';
  /** Of its most urgent member; 0 for a critical one. */
  readonly rank: number;
}

/** Place in the impression: 0 critical, then the term's rank; null where the finding need not be stated there. */
export function rankOf(finding: Finding, lexicon: Lexicon): number | null {
  const term = lexicon.term(finding.kind, 'head');
  return term === undefined || term.rank <= 0 ? null : term.critical ? 0 : term.rank;
}

/** Whether a finding belongs into the impression: there, not resolved, not normal, and of a rank. */
export const isSignificant = (finding: Finding, lexicon: Lexicon): boolean =>
  finding.presence !== 'absent' && finding.change !== 'resolved' && finding.kind !== 'normal' && rankOf(finding, lexicon) !== null;

/** Significant findings of the body that no impression finding speaks of, in reading order. */
export function missingFindings(report: Report, links: readonly Link[], text: string, lexicon: Lexicon): Finding[] {
  const body = bodyFindings(report);
  const stated = new Set(links.flatMap((l) => l.support.map((f) => f.id)));
  const told = toldBeside(links, text, lexicon);
  // `The spleen is normal`: beside it, `Splenomegaly` would make a report that contradicts itself.
  const normal = new Set(calledNormal(report).map(({ body: { id } }) => id));
  // `Soft tissue extends into the left foramina`: whoever states the narrowing of these foramina states where it is.
  const isToldByEffect = (f: Finding): boolean =>
    f.sites.length > 0 &&
    body.some((e) => f.causes.includes(e.id) && stated.has(e.id) && f.sites.every((site) => lexicon.implies(e.kind, site)));
  return body.filter(
    (f) =>
      (f.section === 'findings' || f.section === '') &&
      !stated.has(f.id) &&
      !normal.has(f.id) &&
      isSignificant(f, lexicon) &&
      !isToldByEffect(f) &&
      !(told.get(f.kind) ?? []).some((other) => states(other, f)),
  );
}

/** What the impression says of a kind beside what it rests on: each as a finding that states it. */
function toldBeside(links: readonly Link[], text: string, lexicon: Lexicon): ReadonlyMap<string, readonly Finding[]> {
  const statements = Map.groupBy(links, ({ stated }) => stated.statement);
  const told = links
    .filter(({ support }) => support.length > 0)
    .flatMap(({ stated }) => [
      ...worst(stated, text, lexicon),
      ...behindBracket(stated, (statements.get(stated.statement) ?? []).slice(0, CROWD), text),
    ]);
  return new Map([...Map.groupBy(told, ({ kind }) => kind)].map(([kind, all]) => [kind, all.slice(0, CROWD)]));
}

/** `Up to severe narrowing, worst at D6` speaks of the milder narrowing at other levels too. */
function worst(stated: Finding, text: string, lexicon: Lexicon): Finding[] {
  const span = levelWords(stated);
  if (span === undefined || !singlesOut(text, span, stated.range.start, lexicon)) return [];
  const severity = stated.severity === null ? null : GRADES.slice(0, Math.max(...stated.severity.map((g) => GRADES.indexOf(g))) + 1);
  return [{ ...stated, levels: [], discs: [], severity }];
}

/** `Masses at D3 to D5 (no compression) and D7 to D9`: levels behind a bracket belong to what stands in the plural before it. */
function behindBracket(stated: Finding, beside: readonly Link[], text: string): Finding[] {
  const { head } = stated.where;
  if (head === undefined || !/s$/i.test(wordsAt(text, head))) return [];
  return beside.flatMap(({ stated: { levels, discs, where } }) => {
    if (where.levels === undefined || where.levels.start < head.end) return [];
    const before = text.slice(Math.max(head.end, where.levels.start - 16), where.levels.start);
    return /\)\s*(?:,|and|&)\s*(?:(?:at|from)\s+)?$/i.test(before) ? [{ ...stated, levels, discs }] : [];
  });
}

/** Without those that another one, worded by itself, already speaks of; what they cause is then caused by it. */
export function withoutCovered(findings: readonly Finding[], lexicon: Lexicon): Finding[] {
  const sorted = [...findings].sort((a, b) => detail(b) - detail(a) || byPlace(a, b));
  const families = new Map<string, Finding[]>();
  const causes = new Map<Finding, readonly string[]>();
  const standsFor = new Map<string, string>();
  for (const f of sorted) {
    const family = families.get(familyOf(f.kind)) ?? [];
    families.set(familyOf(f.kind), family);
    const cover = family.slice(0, CROWD).find((other) => states(other, f));
    if (cover === undefined) family.push(f);
    else standsFor.set(f.id, cover.id);
    causes.set(cover ?? f, [...(causes.get(cover ?? f) ?? []), ...f.causes]);
  }
  const kept = [...families.values()].flat();
  const isEverywhere = (f: Finding): boolean => f.sites.length === 0 && detail(f) === 0;
  // `Coarse trabeculae of all bones` speaks of the ribs too; a mass is named by its place.
  const isPartOfAll = (f: Finding): boolean =>
    (rankOf(f, lexicon) ?? 0) > 2 &&
    f.sites.length === detail(f) &&
    !isEverywhere(f) &&
    kept.some((g) => g.kind === f.kind && isEverywhere(g) && g.presence === f.presence);
  return kept
    .filter((f) => !isPartOfAll(f))
    .map((f) => ({ ...f, causes: (causes.get(f) ?? f.causes).map((id) => standsFor.get(id) ?? id) }));
}

/** How much a finding says of its place. */
const detail = (f: Finding): number =>
  f.levels.length +
  f.discs.length +
  (f.side === null ? 0 : 1) +
  (f.sizeMm === null ? 0 : 1) +
  (f.severity === null ? 0 : 1) +
  f.sites.length;

const CROWD = 24;

/** Findings in groups of cause, most urgent first, in an order that does not depend on that of writing. */
export function groupByCause(found: readonly Finding[], text: string, lexicon: Lexicon): Group[] {
  const together = foundWith(found, text);
  const findings = found.map((f) => ({ ...f, causes: [...f.causes, ...(together.get(f) ?? []).map(({ id }) => id)] }));
  const isTogether = new Set([...together.keys()].map(({ id }) => id));
  const byId = new Map(findings.map((f) => [f.id, f]));
  const caused = new Set(findings.flatMap((f) => f.causes.filter((id) => id !== f.id && byId.has(id))));
  const ranked = (f: Finding): number => rankOf(f, lexicon) ?? Number.MAX_SAFE_INTEGER;
  const order = (a: Finding, b: Finding): number => ranked(a) - ranked(b) || byPlace(a, b);
  const taken = new Set<Finding>();
  const gather = (root: Finding): Finding[] => {
    const found: Finding[] = [];
    for (let next: Finding[] = [root]; next.length > 0; next = next.flatMap((f) => f.causes.flatMap((id) => byId.get(id) ?? []))) {
      next = next.filter((f) => !taken.has(f) && taken.add(f));
      found.push(...next);
    }
    return found;
  };
  const sorted = [...findings].sort(order);
  // Findings that cause each other in a circle have no root of their own: whichever comes first is taken as one.
  return [...sorted.filter((f) => !caused.has(f.id)), ...sorted]
    .flatMap((root): Group[] => {
      const [first, ...effects] = gather(root);
      return first === undefined
        ? []
        : [
            {
              root: first,
              tie: isTogether.has(first.id) ? 'with' : 'causing',
              effects: effects.sort((a, b) => ranked(b) - ranked(a) || byPlace(a, b)),
              rank: Math.min(ranked(first), ...effects.map(ranked)),
            },
          ];
    })
    .sort((a, b) => a.rank - b.rank || order(a.root, b.root));
}

/** `Extradural mass at D5 with severe stenosis and cord compression`: what lies at the level of a mass that is not said to cause it. */
function foundWith(findings: readonly Finding[], text: string): ReadonlyMap<Finding, readonly Finding[]> {
  const tied = new Set(findings.flatMap((f) => f.causes));
  const companions = new Map<Finding, readonly Finding[]>();
  for (const group of Map.groupBy(findings, (f) => f.statement).values()) {
    const masses = group.filter((f) => familyOf(f.kind) === 'mass');
    const [mass] = masses;
    const { head } = mass?.where ?? {};
    if (mass === undefined || head === undefined || masses.length > 1 || mass.causes.length > 0) continue;
    const behind = group.filter(
      (f) => SPINAL.test(f.kind) && (f.where.head?.start ?? 0) > head.end && !tied.has(f.id) && f.presence === mass.presence,
    );
    const first = Math.min(...behind.map((f) => f.where.head?.start ?? 0));
    const between = behind.length === 0 ? '' : text.slice(head.end, first);
    if (/\bwith\b/i.test(between) && !/\b(without|no|not|along|together|associated|contact)\b|[;:]/i.test(between))
      companions.set(mass, behind);
  }
  return companions;
}

/**
 * Groups of one finding each that a single word names (`hepatosplenomegaly`: hepatomegaly and splenomegaly) become one group under
 * that word's id, where they agree in grade and certainty and neither has a size of its own.
 */
export function joinByName(groups: readonly Group[], lexicon: Lexicon): Group[] {
  let joined = [...groups];
  for (const term of lexicon.terms) {
    if (term.category !== 'head' || term.kinds.length < 2) continue;
    const members = term.kinds.flatMap((kind) => joined.find((g) => g.root.kind === kind && g.effects.length === 0) ?? []);
    const first = members[0];
    if (first === undefined || members.length < term.kinds.length || members.some((m) => !isAlike(m.root, first.root))) continue;
    joined = joined.flatMap((g) => (g === first ? [{ ...g, root: { ...g.root, kind: term.id } }] : members.includes(g) ? [] : [g]));
  }
  return joined;
}

const isAlike = (a: Finding, b: Finding): boolean =>
  a.sizeMm === null &&
  b.sizeMm === null &&
  a.presence === b.presence &&
  (a.severity ?? []).join() === (b.severity ?? []).join() &&
  a.suggests.join() === b.suggests.join();
