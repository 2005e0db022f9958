import { isDoubtfulDenial } from '../meaning/doubtful-denial.ts';
import type { Finding, Severity, Side } from '../meaning/finding.ts';
import { byLevel } from '../meaning/levels.ts';
import { byDisc, vertebraeOf } from '../meaning/notation.ts';
import { sameSize } from './likeness.ts';
import { siteAgreement } from './sites.ts';

/** What several findings together say of one thing. */
export interface Said {
  readonly denied: boolean;
  readonly levels: readonly string[];
  readonly discs: readonly string[];
  readonly side: Side | null;
  readonly dominantSide: 'left' | 'right' | null;
  /** From the mildest to the severest; null where none gives a grade. */
  readonly severity: readonly Severity[] | null;
  /** Every size given, in mm. */
  readonly sizes: readonly (readonly number[])[];
  /** Not denied, and none more than possible. */
  readonly hedged: boolean;
  /** Where all that give one agree. */
  readonly change: string | null;
  /** Where a single finding gives one. */
  readonly count: string | null;
}

export const GRADES: readonly Severity[] = ['mild', 'moderate', 'severe'];

export function saidBy(findings: readonly Finding[]): Said {
  const sides = new Set(findings.map((f) => f.side).filter((side) => side !== null));
  const grades = findings.flatMap((f) => f.severity ?? []).map((g) => GRADES.indexOf(g));
  const ends = [...new Set([Math.min(...grades), Math.max(...grades)])].map((i) => GRADES[i]).filter((g) => g !== undefined);
  return {
    denied: findings.length > 0 && findings.every((f) => f.presence === 'absent' && (!f.limited || isDoubtfulDenial(f))),
    levels: [...new Set(findings.flatMap((f) => f.levels))].sort(byLevel),
    discs: [...new Set(findings.flatMap((f) => f.discs))].sort(byDisc),
    side: sides.size > 1 ? 'bilateral' : ([...sides][0] ?? null),
    dominantSide: only(findings.map((f) => f.dominantSide)),
    severity: ends.length > 0 ? ends : null,
    sizes: findings.flatMap((f) => (f.sizeMm !== null && f.sizeMm.length > 0 ? [f.sizeMm] : [])),
    hedged: findings.some((f) => f.presence === 'possible') && findings.every((f) => f.presence !== 'present' && !f.limited),
    change: only(findings.map((f) => f.change)),
    count: findings.length === 1 ? (findings[0]?.count ?? null) : null,
  };
}

/** The value that all of them that have one share; null where they differ or have none. */
function only<T>(values: readonly (T | null)[]): T | null {
  const stated = new Set(values.filter((value) => value !== null));
  return stated.size === 1 ? ([...stated][0] ?? null) : null;
}

/**
 * Whether an impression finding says that a thing is there which the findings deny, or the other way. Denying what is only
 * possible, or denying only of a kind (`no acute fracture`), contradicts nothing.
 */
export function contradicts(stated: Finding, support: readonly Finding[], said: Said = saidBy(support)): boolean {
  const isDoubt = isDoubtfulDenial(stated);
  if (support.length === 0 || (stated.limited && !isDoubt) || support.every((f) => f.limited && !isDoubtfulDenial(f))) return false;
  if (isDoubt && support.some((f) => f.presence === 'possible')) return false;
  if (stated.presence === 'possible' && support.some(isDoubtfulDenial)) return false;
  return stated.presence === 'absent' ? !said.denied && !said.hedged : said.denied;
}

/** Whether an impression finding, as it is worded, already speaks of a body finding and of nothing that it denies. */
export function states(stated: Finding, body: Finding): boolean {
  if ((stated.presence === 'absent') !== (body.presence === 'absent')) return false;
  if (siteAgreement(body.sites, stated.sites) === 0) return false;
  const here = new Set(vertebraeOf(stated.levels, stated.discs));
  const there = vertebraeOf(body.levels, body.discs);
  if (here.size > 0 && there.some((level) => !here.has(level))) return false;
  // What the findings give no site (`medullary expansion`) is more than the one site that an item names, unless the levels agree.
  if (body.sites.length === 0 && stated.sites.length > 0 && (here.size === 0 || there.length === 0)) return false;
  return coversSide(stated, body) && coversSeverity(stated.severity, body.severity) && coversSize(stated, body);
}

/** The same size; of several things named together (`bilateral masses up to 5 cm`) that of the largest. */
function coversSize(stated: Finding, body: Finding): boolean {
  if (stated.sizeMm === null || body.sizeMm === null || sameSize(stated.sizeMm, body.sizeMm)) return true;
  // Whose size it is, is compared where they are linked.
  if (stated.side === 'bilateral' && (body.side === 'left' || body.side === 'right')) return true;
  return stated.sites.length > 1 && body.sites.length === 1 && Math.max(...body.sizeMm) <= Math.max(...stated.sizeMm);
}

/** Whether an impression finding says nothing that the body finding does not: the same, less, or only some of its levels or one of its sides. */
export function mayRestOn(stated: Finding, body: Finding): boolean {
  const here = vertebraeOf(stated.levels, stated.discs);
  const there = new Set(vertebraeOf(body.levels, body.discs));
  const isPart = there.size > 0 && here.every((level) => there.has(level));
  const either = body.side === 'bilateral' ? { ...body, side: null } : body;
  return states(isPart ? { ...stated, levels: [], discs: [] } : stated, either) || states(stated, either);
}

export const coversSide = (stated: Finding, body: Finding): boolean =>
  stated.side === null ||
  body.side === null ||
  stated.side === body.side ||
  stated.side === 'bilateral' ||
  (body.side === 'bilateral' && body.dominantSide === stated.side);

function coversSeverity(stated: readonly Severity[] | null, body: readonly Severity[] | null): boolean {
  if (stated === null || body === null) return true;
  const indices = stated.map((g) => GRADES.indexOf(g));
  return body.every((g) => GRADES.indexOf(g) >= Math.min(...indices) && GRADES.indexOf(g) <= Math.max(...indices));
}
