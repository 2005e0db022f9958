import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Statement } from '../syntax/report.ts';
import type { Draft, Made } from './draft.ts';
import type { Part } from './finding.ts';
import type { Mention } from './mention.ts';
import { mostSpecific } from './sites.ts';

/** `hyperintensity in the cord, suggestive of myelopathic change`: a hedged word for what the statement has just stated. */
export const isEcho = (m: Mention, mentions: readonly Mention[], made: Made): boolean =>
  m.presence !== 'present' &&
  mentions.length > 1 &&
  m.sites.length + m.levels.length + m.discs.length === 0 &&
  m.side === null &&
  isStated(m, mentions, made);

const isStated = (m: Mention, mentions: readonly Mention[], made: Made): boolean =>
  mentions.some(
    (o) =>
      o.kind === m.kind &&
      made.get(o) !== null &&
      (o.presence === 'present'
        ? m.presence === 'possible'
        : o.presence === m.presence && o.sites.length + o.levels.length + o.discs.length === 0),
  );

/** The last finding of the kind that `the mass` can speak of: of the same section, nothing about it contradicted. */
export function sameThing(drafts: readonly Draft[], m: Mention, statement: Statement, lexicon: Lexicon): Draft | null {
  if (m.presence !== 'present') return null;
  let component: Draft | null = null;
  for (let i = drafts.length - 1; i >= 0; i--) {
    const d = drafts[i] as Draft;
    if (d.kind !== m.kind || d.presence === 'absent') continue;
    if (d.section !== statement.section || (d.item !== statement.item && statement.section === 'impression')) return component;
    const sites =
      m.sites.length === 0 ||
      // `The ribs are expanded` speaks of the ribs, whatever was said of all bones.
      (m.role === 'observation'
        ? m.sites.some((s) => d.sites.includes(s))
        : d.sites.length === 0 || m.sites.some((s) => d.sites.some((t) => lexicon.isPart(s, t) || lexicon.isPart(t, s))));
    const levels = m.levels.length === 0 || d.levels.length === 0 || m.levels.some((l) => d.levels.includes(l));
    const sides = m.side === null || d.side === null || m.side === d.side;
    if (!(sites && levels && sides && (m.role !== 'extension' || m.sites.every((s) => d.sites.includes(s))))) continue;
    // `The masses` are those that have the component, rather than the component.
    if (d.mention.role !== 'extension' || m.role === 'extension' || m.sites.length > 0) return d;
    component ??= d;
  }
  return component;
}

/** `the mass has resolved`: the place is that of the mass spoken of before. */
export function inherit(draft: Draft, drafts: readonly Draft[]): void {
  const before = drafts.filter((d) => d !== draft && d.kind === draft.kind && d.presence !== 'absent').at(-1);
  if (before === undefined || draft.sites.length > 0) return;
  draft.sites = [...before.sites];
}

/** A list with what it does not have yet of another. */
export const missing = <T>(list: readonly T[], add: readonly T[]): readonly T[] =>
  add.length === 0 ? list : [...list, ...add.filter((x) => !list.includes(x))];

/** Adds what is said of a thing again to what was said before. */
export function widen(d: Draft, more: Draft, lexicon: Lexicon): Draft {
  d.sites = mostSpecific(missing(d.sites, more.sites), lexicon);
  d.levels = d.levels.length === 0 ? more.levels : d.levels;
  d.discs = d.discs.length === 0 ? more.discs : d.discs;
  d.side ??= more.side;
  d.severity ??= more.severity;
  d.sizeMm ??= more.sizeMm;
  d.signal = { ...more.signal, ...d.signal };
  d.enhancement = tellingMore(d.enhancement, more.enhancement);
  d.morphology = missing(d.morphology, more.morphology);
  d.change ??= more.change;
  d.suggests = missing(d.suggests, more.suggests);
  for (const [part, span] of Object.entries(more.where)) if (part !== 'head') d.where[part as Part] ??= span;
  return d;
}

/** `The masses enhance. They enhance heterogeneously.`: the later word where the earlier says only that. */
export const tellingMore = (said: string | null, more: string | null): string | null =>
  more !== null && more !== 'none' && (said === null || said === 'present') ? more : (said ?? more);

export function extend(draft: Draft, whole: Draft | null): void {
  if (whole === null || whole.kind !== 'mass' || whole.presence === 'absent' || draft.presence === 'absent') return;
  draft.extensionOf = whole;
}
