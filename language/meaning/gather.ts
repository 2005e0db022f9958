import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Statement } from '../syntax/report.ts';
import { cover, type Span, shift } from '../text/span.ts';
import type { Finding, Part } from './finding.ts';
import { SIGNS } from './attach.ts';
import { byLevel } from './levels.ts';
import type { Loose } from './loose.ts';
import type { Mention } from './mention.ts';
import { SPINAL } from './inherit.ts';
import { is, termOf } from './node.ts';
import { readLevels } from './read-levels.ts';
import { mostSpecific } from './sites.ts';
import type { StatementMeaning } from './statement.ts';

/** A finding before it has its id: causes still point to drafts. */
interface Draft extends Omit<Finding, 'id' | 'causes' | 'range' | 'text'> {
  causes: Draft[];
  mention: Mention;
  /** Its statement, with the topic where that is read with it. */
  place: Span;
  extensionOf: Draft | null;
  paragraph: number;
  item: number;
  levels: string[];
  discs: string[];
  sites: string[];
  suggests: string[];
  morphology: string[];
  signal: Record<string, Finding['signal'][string]>;
  where: Partial<Record<Part, Span>>;
  side: Finding['side'];
  severity: Finding['severity'];
  sizeMm: Finding['sizeMm'];
  enhancement: Finding['enhancement'];
  change: Finding['change'];
  certainty: Finding['certainty'];
  presence: Finding['presence'];
}

export interface Said {
  readonly statement: Statement;
  readonly meaning: StatementMeaning;
  /** Where the meaning's spans count from. */
  readonly by: number;
  /** What the topic's own words say. */
  readonly topic: StatementMeaning | null;
}

/** The findings of a run of statements (the body of a report, or its impression), with what statements say of each other. */
export function gather(text: string, said: readonly Said[], lexicon: Lexicon, firstId: number): { finding: Finding; item: number }[] {
  const all: Draft[] = [];
  let drafts: Draft[] = [];
  let focus: Draft | null = null;
  let place: LeadingLevel | null = null;
  for (const each of said) {
    const { statement, meaning } = each;
    if (drafts.length > 2 * MEMORY) drafts = drafts.slice(-MEMORY);
    place = leadingLevel(each, place);
    const made = new Map<Mention, Draft>();
    for (const mention of meaning.mentions) {
      if (isEcho(mention, made)) continue;
      const before = mention.definite ? sameThing(drafts, mention, statement, lexicon) : null;
      const draft = before !== null && mention.definite ? widen(before, toDraft(mention, each, lexicon)) : toDraft(mention, each, lexicon);
      if (draft.kind === 'mass' && draft.sites.length === 0 && isInOrgan(meaning)) draft.sites = organBefore(drafts, statement);
      if (SIGNS.has(draft.kind) && draft.presence !== 'absent' && draft.sites.length === 0) signPlace(draft, [...made.values()].at(-1) ?? focusOf(drafts, focus, statement));
      if (mention.sameLevel) takeLevel(draft, drafts);
      if (place !== null && draft !== before) takePlace(draft, place);
      if (draft !== before) {
        drafts.push(draft);
        all.push(draft);
      }
      if (mention.definite && mention.presence === 'absent') inherit(draft, drafts);
      if (mention.role === 'extension') extend(draft, [...made.values()].at(-1) ?? focus);
      made.set(mention, draft);
      if (
        draft.presence !== 'absent' &&
        draft.kind !== 'normal' &&
        (draft.kind === 'mass' || focus === null || focus.kind !== 'mass' || focus.paragraph !== statement.paragraph)
      )
        focus = draft;
    }
    for (const [mention, draft] of made)
      draft.causes.push(...mention.causes.flatMap((c) => made.get(c) ?? []).filter((c) => !draft.causes.includes(c)));
    tieToFocus(meaning, made, drafts, statement);
    if (meaning.loose !== null && meaning.mentions.every((m) => m.role === 'normal' || m.presence === 'absent' || m.role === 'extension' || SIGNS.has(m.kind)))
      addLoose(focusOf(drafts, focus, statement), meaning.loose, each.by, drafts);
    for (const diagnosis of meaning.diagnoses) {
      const of = diagnosis.of === null ? null : (made.get(diagnosis.of) ?? null);
      explain(drafts, of, diagnosis, each);
    }
  }
  const ids = new Map(all.map((d, i) => [d, `f${firstId + i}`]));
  return all.map((draft) => ({ finding: finish(draft, ids, text), item: draft.item }));
}

/** The level that a paragraph is about: `At L4-L5, there is a bulge. There is mild narrowing.` */
interface LeadingLevel {
  readonly paragraph: number;
  readonly levels: readonly string[];
  readonly discs: readonly string[];
}

function leadingLevel({ statement, meaning }: Said, before: LeadingLevel | null): LeadingLevel | null {
  const kept = before !== null && before.paragraph === statement.paragraph ? before : null;
  const at = meaning.nodes.findIndex((n) => n.type === 'levels');
  const node = meaning.nodes[at];
  if (node?.phrase.type !== 'levels') return kept;
  if (at > 2 || !meaning.nodes.slice(0, at).every((n) => is(n, 'preposition') || is(n, 'word'))) return null;
  const { levels, discs } = readLevels(node.phrase.parts, true);
  return { paragraph: statement.paragraph, levels, discs };
}

/** `at this level`: that of the finding before it. */
function takeLevel(draft: Draft, drafts: readonly Draft[]): void {
  const before = drafts.filter((d) => d.paragraph === draft.paragraph && d.levels.length + d.discs.length > 0).at(-1);
  if (before === undefined || draft.levels.length + draft.discs.length > 0) return;
  draft.levels = [...before.levels];
  draft.discs = [...before.discs];
}

/** Narrowings and discs of the paragraph are at its level where they name none. */
function takePlace(draft: Draft, place: LeadingLevel): void {
  if (draft.levels.length + draft.discs.length > 0 || draft.paragraph !== place.paragraph || !SPINAL.test(draft.kind)) return;
  draft.levels = [...place.levels];
  draft.discs = [...place.discs];
}

/** `It harbours two lesions`, `in segments VI and VII`, `in the right lobe`: inside the organ spoken of before. */
const isInOrgan = (meaning: StatementMeaning): boolean =>
  (is(meaning.nodes[0], 'pronoun') && meaning.nodes.slice(1, 3).some((n) => is(n, 'verb', 'show'))) || meaning.nodes.some((n) => /^(segments?|lobes?|upper pole|lower pole|pole|poles|parenchyma)$/.test(n.text));

function organBefore(drafts: readonly Draft[], statement: Statement): string[] {
  const before = drafts.filter((d) => d.paragraph === statement.paragraph && d.statement < statement.index).at(-1);
  if (before === undefined) return [];
  if (before.mention.role === 'normal') return before.sites.slice(0, 1);
  return before.mention.structure === null ? [] : [before.mention.structure];
}

/** `It contains calcification`: where the mass is. */
function signPlace(draft: Draft, mass: Draft | null): void {
  if (mass !== null && mass.kind === 'mass' && mass.presence !== 'absent') draft.sites = [...mass.sites];
}

/** How many findings back a statement can speak of: enough for any report, and reading stays linear in any text. */
const MEMORY = 100;

/** `hyperintensity in the cord, suggestive of myelopathic change`: a hedged word for what the statement has just stated. */
const isEcho = (m: Mention, made: ReadonlyMap<Mention, Draft>): boolean =>
  m.presence !== 'present' &&
  m.sites.length + m.levels.length + m.discs.length === 0 &&
  m.side === null &&
  [...made.keys()].some(
    (o) =>
      o.kind === m.kind &&
      (o.presence === 'present'
        ? m.presence === 'possible'
        : o.presence === m.presence && o.sites.length + o.levels.length + o.discs.length === 0),
  );

function toDraft(m: Mention, { statement, by, topic }: Said, lexicon: Lexicon): Draft {
  const where = Object.fromEntries(Object.entries(m.where).map(([part, s]) => [part, shift(s as Span, by)]));
  const sites = m.sites.length > 0 || m.role === 'normal' ? m.sites : topicSites(m, statement, lexicon);
  const placed = m.levels.length + m.discs.length > 0 || topic === null ? m : topicLevels(m, topic);
  return {
    kind: m.kind,
    presence: m.presence,
    limited: m.limited,
    sites: [...sites],
    side: m.side ?? topicSide(m, topic),
    dominantSide: m.dominantSide,
    levels: [...placed.levels].sort(byLevel),
    discs: [...placed.discs].sort((a, b) => byLevel(a.split('-')[0] ?? '', b.split('-')[0] ?? '')),
    severity: m.severity,
    sizeMm: m.sizeMm,
    signal: { ...m.signal },
    enhancement: m.enhancement,
    morphology: [...new Set(m.morphology)],
    count: m.count,
    change: m.change,
    causes: [],
    suggests: [...m.suggests],
    certainty: m.certainty,
    section: statement.section,
    statement: statement.index,
    where,
    mention: m,
    place: { start: Math.min(by, statement.range.start), end: statement.range.end },
    extensionOf: null,
    paragraph: statement.paragraph,
    item: statement.item,
  };
}

/** `T11-T12: mild foraminal narrowing`: the topic is the level. */
function topicLevels(m: Mention, topic: StatementMeaning): { levels: readonly string[]; discs: readonly string[] } {
  const node = topic.nodes.find((n) => n.type === 'levels');
  if (node === undefined || node.phrase.type !== 'levels' || m.role === 'normal') return m;
  const read = readLevels(node.phrase.parts, true);
  return { levels: read.levels, discs: read.discs };
}

/** `Left breast: nodule`: the side of a topic goes with its site. */
function topicSide(m: Mention, topic: StatementMeaning | null): Draft['side'] {
  const value = topic === null || m.sites.length > 0 || m.role === 'normal' ? undefined : topic.nodes.map((n) => termOf(n, 'side')?.value).find((v) => v !== undefined);
  return value === 'left' || value === 'right' || value === 'bilateral' ? value : null;
}

/** A head without a site of its own takes the topic's, unless its kind says where it is. */
function topicSites(m: Mention, statement: Statement, lexicon: Lexicon): string[] {
  const frame = lexicon.term(m.kind, 'head')?.frame ?? [];
  if (frame.length > 0 && !frame.includes('sites')) return [];
  const named = (statement.topic?.sites ?? []).map((site) => lexicon.composition(m.kind, site)?.sites[0] ?? site);
  return mostSpecific(
    named.filter((s) => !lexicon.implies(m.kind, s)),
    lexicon,
  );
}

/** The last finding of the kind that `the mass` can speak of: of the same section, nothing about it contradicted. */
function sameThing(drafts: readonly Draft[], m: Mention, statement: Statement, lexicon: Lexicon): Draft | null {
  if (m.presence !== 'present') return null;
  for (let i = drafts.length - 1; i >= 0; i--) {
    const d = drafts[i] as Draft;
    if (d.kind !== m.kind || d.presence === 'absent') continue;
    if (d.section !== statement.section || (d.item !== statement.item && statement.section === 'impression')) return null;
    const sites =
      m.sites.length === 0 ||
      d.sites.length === 0 ||
      m.sites.some((s) => d.sites.some((t) => lexicon.isPart(s, t) || lexicon.isPart(t, s)));
    const levels = m.levels.length === 0 || d.levels.length === 0 || m.levels.some((l) => d.levels.includes(l));
    const sides = m.side === null || d.side === null || m.side === d.side;
    if (sites && levels && sides && (m.role !== 'extension' || m.sites.every((s) => d.sites.includes(s)))) return d;
  }
  return null;
}

/** `the mass has resolved`: the place is that of the mass spoken of before. */
function inherit(draft: Draft, drafts: readonly Draft[]): void {
  const before = drafts.filter((d) => d !== draft && d.kind === draft.kind && d.presence !== 'absent').at(-1);
  if (before === undefined || draft.sites.length > 0) return;
  draft.sites = [...before.sites];
}

/** Adds what is said of a thing again to what was said before. */
function widen(d: Draft, more: Draft): Draft {
  const missing = <T>(list: readonly T[], add: readonly T[]): T[] => [...list, ...add.filter((x) => !list.includes(x))];
  d.sites = d.sites.length === 0 ? more.sites : d.sites;
  d.levels = d.levels.length === 0 ? more.levels : d.levels;
  d.discs = d.discs.length === 0 ? more.discs : d.discs;
  d.side ??= more.side;
  d.severity ??= more.severity;
  d.sizeMm ??= more.sizeMm;
  d.signal = { ...more.signal, ...d.signal };
  d.enhancement ??= more.enhancement;
  d.morphology = missing(d.morphology, more.morphology);
  d.change ??= more.change;
  d.suggests = missing(d.suggests, more.suggests);
  for (const [part, span] of Object.entries(more.where)) if (part !== 'head') d.where[part as Part] ??= span;
  return d;
}

function extend(draft: Draft, whole: Draft | null): void {
  if (whole === null || whole.kind !== 'mass' || whole.presence === 'absent' || draft.presence === 'absent') return;
  draft.extensionOf = whole;
}

/** `They compress the cord`: a verb without a mass in its statement is said of the one before. */
function tieToFocus(meaning: StatementMeaning, made: ReadonlyMap<Mention, Draft>, drafts: readonly Draft[], statement: Statement): void {
  for (const m of meaning.mentions) {
    if (m.role !== 'verb' || m.presence === 'absent' || meaning.mentions.some((o) => o.kind === 'mass' && o.at < m.at)) continue;
    const effect = made.get(m);
    const mass = drafts
      .filter((d) => d.kind === 'mass' && d.presence !== 'absent' && d.statement < statement.index && d.paragraph === statement.paragraph)
      .at(-1);
    if (effect !== undefined && mass !== undefined && effect.kind !== 'mass' && !mass.causes.includes(effect)) mass.causes.push(effect);
  }
}

/** What loose attributes speak of: the mass or other finding last stated in the paragraph. */
function focusOf(drafts: readonly Draft[], focus: Draft | null, statement: Statement): Draft | null {
  const near = drafts.filter(
    (d) =>
      d.paragraph === statement.paragraph &&
      d.presence !== 'absent' &&
      d.kind !== 'normal' &&
      (statement.section !== 'impression' || d.item === statement.item),
  );
  return (near.includes(focus as Draft) ? focus : null) ?? near.at(-1) ?? null;
}

function addLoose(d: Draft | null, loose: Loose, by: number, drafts: readonly Draft[]): void {
  if (d === null) return;
  const span = shift(loose.span, by);
  const place = d.levels.length === 0 && d.discs.length === 0;
  if (place && loose.levels.length > 0) {
    d.levels = [...new Set(loose.levels)].sort(byLevel);
    d.where.levels ??= span;
  }
  if (place && loose.discs.length > 0) {
    d.discs = [...new Set(loose.discs)];
    d.where.discs ??= span;
  }
  for (const part of ['side', 'severity', 'change'] as const) {
    if (loose[part] === null || d[part] !== null) continue;
    Object.assign(d, { [part]: loose[part] });
    d.where[part] ??= span;
  }
  if (loose.sizeMm !== null && d.sizeMm === null) {
    d.sizeMm = loose.sizeMm;
    d.where.size ??= span;
  }
  if (Object.keys(loose.signal).length > 0) {
    d.signal = { ...loose.signal, ...d.signal };
    d.where.signal ??= span;
  }
  d.morphology.push(...loose.morphology.filter((m) => !d.morphology.includes(m)));
  if (loose.enhancement !== null) enhanceWhole(d, loose.enhancement, drafts, span);
}

/** `Enhancement was seen` is said of a mass with its extensions. */
function enhanceWhole(d: Draft, enhancement: string, drafts: readonly Draft[], span: Span): void {
  const whole = d.extensionOf ?? d;
  for (const each of drafts) {
    if (each.enhancement !== null || each.presence === 'absent' || !(each === d || each === whole || each.extensionOf === whole)) continue;
    each.enhancement = enhancement;
  }
  d.where.enhancement ??= span;
}

/** A diagnosis explains the mass that it is said of, else every mass so far; EMH with nothing to explain is itself what is seen. */
function explain(drafts: Draft[], of: Draft | null, diagnosis: StatementMeaning['diagnoses'][number], { statement, by }: Said): void {
  const masses =
    of !== null
      ? [of]
      : drafts.filter(
          (d) => d.kind === 'mass' && d.presence !== 'absent' && (statement.section !== 'impression' || d.item === statement.item),
        );
  const span = shift(diagnosis.span, by);
  for (const d of masses) {
    if (d.suggests.includes(diagnosis.id)) continue;
    d.suggests.push(diagnosis.id);
    d.certainty ??= diagnosis.certainty;
    d.where.suggests ??= span;
  }
}

function finish(draft: Draft, ids: ReadonlyMap<Draft, string>, text: string): Finding {
  const { mention: _mention, place, extensionOf: _whole, paragraph: _paragraph, item: _item, causes, ...rest } = draft;
  const { suggests: _place, ...own } = rest.where;
  const spans = Object.values(own).filter((s) => s.start >= place.start && s.end <= place.end);
  const range = spans.reduce((a, b) => cover(a, b), own.head ?? spans[0] ?? { start: 0, end: 0 });
  return {
    ...rest,
    id: ids.get(draft) ?? '',
    causes: causes.map((c) => ids.get(c) ?? ''),
    range,
    text: text.slice(range.start, range.end),
  };
}
