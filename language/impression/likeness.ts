import type { Finding } from '../meaning/finding.ts';
import { vertebraeOf } from '../meaning/notation.ts';
import { sizesMatch } from '../meaning/sizes.ts';
import { siteAgreement } from './sites.ts';

/** How alike an impression finding and a body finding are, and why. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Kinds that name one thing in two ways: what is seen and what it is taken for. */
const NAMES_OF_ONE: readonly (readonly string[])[] = [
  ['mass', 'emh'],
  ['marrow-signal-change', 'marrow-reconversion'],
];

/** One name for all kinds that may speak of the same thing. */
export const familyOf = (kind: string): string => FAMILIES.get(kind) ?? kind;

const FAMILIES: ReadonlyMap<string, string> = new Map(NAMES_OF_ONE.flatMap((names) => names.map((name) => [name, names[0] ?? name])));

export const isDenied = (finding: Finding): boolean => finding.presence === 'absent' && !finding.limited;

/**
 * Likeness of two findings of one family; null where they cannot be the same thing. `alone`: neither side has another of the
 * family, so that a place other than expected may be a slip.
 */
export function likeness(stated: Finding, body: Finding, alone: boolean): Likeness | null {
  const reasons: string[] = [];
  const score = likenessScore(stated, body, alone, (points, reason) =>
    reasons.push(points < 0 ? `${reason} ${points}` : `${reason} +${Math.round(points)}`),
  );
  return score === null ? null : { score, reasons };
}

/** The score alone; `tell` is told what it is made of. */
export function likenessScore(stated: Finding, body: Finding, alone: boolean, tell: Tell | null = null): number | null {
  let score = 0;
  const isContradiction = isDenied(stated) !== isDenied(body);
  score += told(stated.kind === body.kind ? 100 : 70, stated.kind === body.kind ? 'same kind' : 'kindred kind', tell);
  score += told(isContradiction ? 0 : stated.presence === body.presence ? 40 : 30, 'presence', tell);
  const sites = siteAgreement(stated.sites, body.sites);
  const levels = levelAgreement(stated, body);
  if (sites === 0 && !(alone && (levels ?? 0) > 0)) return null;
  // A denial contradicts only what is plainly the same thing in the same place; where there are several, one slip is likely, two are not.
  const slips = Number(levels === 0) + Number(sideAgreement(stated, body) === 0);
  if (isContradiction ? slips > 0 || stated.kind !== body.kind : slips > 1 && !alone) return null;
  score += told(sites === null ? 12 : 40 * sites, 'site', tell);
  // A slip of the site is less likely than a contradiction at the site that is named.
  if (sites === 0) {
    score -= ANOTHER_SITE;
    tell?.(-ANOTHER_SITE, 'another site');
  }
  score += told(levels === null ? 6 : 30 * levels, 'levels', tell);
  score += told(sideAgreement(stated, body) * 16, 'side', tell);
  if (stated.severity !== null && body.severity !== null && stated.severity.join() === body.severity.join())
    score += told(6, 'severity', tell);
  if (sameSize(stated.sizeMm, body.sizeMm)) score += told(12, 'size', tell);
  if (stated.suggests.some((id) => body.suggests.includes(id))) score += told(4, 'diagnosis', tell);
  if (stated.morphology.some((id) => body.morphology.includes(id))) score += told(4, 'shape', tell);
  return score;
}

type Tell = (points: number, reason: string) => void;

/** The points, if there are any, of which is told. */
function told(points: number, reason: string, tell: Tell | null): number {
  if (points <= 0) return 0;
  tell?.(points, reason);
  return points;
}

const ANOTHER_SITE = 30;

/** Shared part of all levels that either names; null where one names none. */
function levelAgreement(a: Finding, b: Finding): number | null {
  const here = vertebraeOf(a.levels, a.discs);
  const there = vertebraeOf(b.levels, b.discs);
  if (here.length === 0 || there.length === 0) return null;
  let shared = 0;
  for (const level of here) if (there.includes(level)) shared++;
  return shared / (here.length + there.length - shared);
}

function sideAgreement(a: Finding, b: Finding): number {
  if (a.side === b.side) return 1;
  if (a.side === null || b.side === null) return 0.4;
  return a.side === 'bilateral' || b.side === 'bilateral' ? 0.5 : 0;
}

/** Whether both give a size, and the same one; `by` mm apart at most. */
export const sameSize = (a: readonly number[] | null, b: readonly number[] | null, by = 1): boolean =>
  a !== null && b !== null && a.length > 0 && b.length > 0 && sizesMatch(a, b, by);
