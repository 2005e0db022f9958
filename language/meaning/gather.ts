import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Statement } from '../syntax/report.ts';
import { type Span, shift } from '../text/span.ts';
import { extend, inherit, isEcho, missing, sameThing, tellingMore, widen } from './again.ts';
import { SIGNS } from './attach.ts';
import { type Draft, Made, ofTopic, type Said, toDraft } from './draft.ts';
import type { Finding, Part } from './finding.ts';
import { byLevel } from './levels.ts';
import type { Loose } from './loose.ts';
import type { Mention } from './mention.ts';
import { is, type Node } from './node.ts';
import { isElsewhere, isInOrgan, type LeadingLevel, leadingLevel, organBefore, signPlace, takeLevel, takePlace } from './place.ts';
import type { StatementMeaning } from './statement.ts';

/** The findings of a run of statements (the body of a report, or its impression), with what statements say of each other. */
export function gather(text: string, said: readonly Said[], lexicon: Lexicon, firstId: number): Gathered {
  const all: Draft[] = [];
  let drafts: Draft[] = [];
  let focus: Draft | null = null;
  let place: LeadingLevel | null = null;
  for (const each of said) {
    const { statement, meaning } = each;
    place = leadingLevel(each, place);
    if (meaning.mentions.length === 0 && meaning.loose === null && meaning.diagnoses.length === 0) continue;
    if (drafts.length > 2 * MEMORY) drafts = drafts.slice(-MEMORY);
    const made = new Made();
    /** The draft of the mention before. */
    let last: Draft | null = null;
    for (const mention of meaning.mentions) {
      if (isEcho(mention, meaning.mentions, made)) continue;
      const every = allOf(mention, each, drafts);
      if (every.length > 1) {
        const said = { ...toDraft(mention, each, lexicon), side: null, sites: [], count: null };
        for (const d of every) widen(d, said, lexicon);
        continue;
      }
      const before = mention.definite ? sameThing(drafts, mention, statement, lexicon) : null;
      const draft =
        before !== null && mention.definite ? widen(before, toDraft(mention, each, lexicon), lexicon) : toDraft(mention, each, lexicon);
      if (draft.kind === 'mass' && draft.sites.length === 0 && isInOrgan(meaning)) draft.sites = organBefore(drafts, statement, lexicon);
      const isUnplaced = draft.sites.length === 0 || (mention.sites.length === 0 && last?.kind === 'mass');
      if (SIGNS.has(draft.kind) && draft.presence !== 'absent' && isUnplaced) signPlace(draft, last ?? focusOf(drafts, focus, statement));
      if (mention.sameLevel) takeLevel(draft, drafts);
      if (place !== null && draft !== before && !isElsewhere(meaning)) takePlace(draft, place);
      if (draft !== before) {
        drafts.push(draft);
        all.push(draft);
      }
      if (mention.definite && mention.presence === 'absent') inherit(draft, drafts);
      if (mention.role === 'extension') extend(draft, last ?? focus);
      made.set(mention, draft);
      last = draft;
      if (
        draft.presence !== 'absent' &&
        draft.kind !== 'normal' &&
        (draft.kind === 'mass' || focus === null || focus.kind !== 'mass' || focus.paragraph !== statement.paragraph)
      )
        focus = draft;
    }
    for (const mention of meaning.mentions) if (mention.causes.length > 0) tieCauses(mention, made);
    tieToFocus(meaning, made, drafts, statement);
    if (
      meaning.loose !== null &&
      meaning.mentions.every((m) => m.role === 'normal' || m.presence === 'absent' || m.role === 'extension' || SIGNS.has(m.kind))
    )
      for (const d of spokenOf(meaning, drafts, focusOf(drafts, focus, statement))) {
        const other = onOtherSide(d, meaning, each);
        if (other !== null) {
          drafts.push(other);
          all.push(other);
        } else addLoose(d, { ...meaning.loose, signal: ofTopic(meaning.loose.signal, each.topic) }, each.by, drafts);
      }
    for (const diagnosis of meaning.diagnoses) {
      const of = diagnosis.of === null ? null : made.get(diagnosis.of);
      if (explain(drafts, of, diagnosis, each) || diagnosis.named === null) continue;
      const draft = toDraft(diagnosis.named, each, lexicon);
      drafts.push(draft);
      all.push(draft);
    }
  }
  all.forEach((draft, i) => {
    draft.id = `f${firstId + i}`;
  });
  return { findings: all.map((draft) => finish(draft, text)), items: all.map(({ item }) => item) };
}

/** Findings in reading order, and the list item that each stands in. */
export interface Gathered {
  readonly findings: readonly Finding[];
  readonly items: readonly number[];
}

function tieCauses(mention: Mention, made: Made): void {
  const draft = made.get(mention);
  if (draft !== null)
    draft.causes = missing(
      draft.causes,
      mention.causes.flatMap((c) => made.get(c) ?? []),
    );
}

/** How many findings back a statement can speak of: enough for any report, and reading stays linear in any text. */
const MEMORY = 100;

/** `Paraspinal mass, right T9-T11; left T8-T10`: a second one of the kind, with a side and levels of its own. */
function onOtherSide(d: Draft, { loose, mentions, nodes }: StatementMeaning, { statement, by }: Said): Draft | null {
  const isOther = (d.side === 'left' && loose?.side === 'right') || (d.side === 'right' && loose?.side === 'left');
  if (loose === null || !isOther || mentions.length > 0 || d.statement !== statement.index - 1) return null;
  if (!isOtherOne(nodes) && (loose.levels.length + loose.discs.length === 0 || d.levels.length + d.discs.length === 0)) return null;
  const span = shift(loose.span, by);
  return {
    ...d,
    side: loose.side,
    dominantSide: null,
    levels: [...loose.levels].sort(byLevel),
    discs: [...loose.discs],
    sizeMm: loose.sizeMm,
    severity: loose.severity,
    change: loose.change,
    signal: {},
    morphology: [...loose.morphology],
    sites: [...d.sites],
    suggests: [...d.suggests],
    causes: [],
    statement: statement.index,
    place: statement.range,
    where: {
      head: span,
      side: span,
      ...(loose.levels.length + loose.discs.length === 0 ? {} : { [loose.discs.length > 0 ? 'discs' : 'levels']: span }),
      ...(loose.sizeMm === null ? {} : { size: span }),
    },
  };
}

/** `The left one is unchanged.` */
const isOtherOne = (nodes: readonly Node[]): boolean =>
  nodes.slice(0, 2).some((n) => is(n, 'side') && /^ones?$/.test(nodes[n.i + 1]?.text ?? ''));

/** `They compress the cord`: a verb without a mass in its statement is said of the one before. */
function tieToFocus(meaning: StatementMeaning, made: Made, drafts: readonly Draft[], statement: Statement): void {
  for (const m of meaning.mentions) {
    if (m.role !== 'verb' || m.presence === 'absent' || isCaused(m, meaning.mentions)) continue;
    const effect = made.get(m);
    const mass = massBefore(drafts, statement);
    if (effect !== null && mass !== undefined && effect.kind !== 'mass' && !mass.causes.includes(effect))
      mass.causes = [...mass.causes, effect];
  }
}

const isCaused = (m: Mention, mentions: readonly Mention[]): boolean =>
  mentions.some((o) => (o.kind === 'mass' && o.at < m.at) || o.causes.includes(m));

/** The last mass of the paragraph that a statement before it names. */
const massBefore = (drafts: readonly Draft[], { index, paragraph }: Statement): Draft | undefined =>
  drafts.findLast((d) => d.kind === 'mass' && d.presence !== 'absent' && d.statement < index && d.paragraph === paragraph);

const NONE: readonly Draft[] = [];

/** `All the lesions enhance.`: the masses of the paragraph, where the sentence begins with all or both and names no place of its own. */
function allOf(m: Mention, { statement, meaning }: Said, drafts: readonly Draft[]): readonly Draft[] {
  if (m.kind !== 'mass' || m.role !== 'head' || m.at > 3 || !/^(all|both)\b/.test(meaning.nodes[0]?.text ?? '')) return NONE;
  if (m.presence !== 'present' || m.sites.length + m.levels.length + m.discs.length > 0 || m.sizeMm !== null) return NONE;
  return drafts.filter((d) => d.kind === 'mass' && d.presence !== 'absent' && d.paragraph === statement.paragraph);
}

/** `Both are hyperintense`, `all enhance`: every mass of the paragraph; else the one in focus. */
function spokenOf(meaning: StatementMeaning, drafts: readonly Draft[], focus: Draft | null): Draft[] {
  if (focus === null) return [];
  if (!/^(both|all|each|all of them|each of them)$/.test(meaning.nodes[0]?.text ?? '')) return [focus];
  return drafts.filter((d) => d.kind === focus.kind && d.paragraph === focus.paragraph && d.presence !== 'absent');
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

const isOneSide = (side: Draft['side']): boolean => side === 'left' || side === 'right';

function addLoose(d: Draft | null, loose: Loose, by: number, drafts: readonly Draft[]): void {
  if (d === null || (isOneSide(d.side) && isOneSide(loose.side) && d.side !== loose.side)) return;
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
  d.morphology = missing(d.morphology, loose.morphology);
  if (loose.enhancement !== null) enhanceWhole(d, loose.enhancement, drafts, span);
}

/** `Enhancement was seen` is said of a mass with its extensions. */
function enhanceWhole(d: Draft, enhancement: string, drafts: readonly Draft[], span: Span): void {
  const whole = d.extensionOf ?? d;
  for (const each of drafts) {
    if (each.presence === 'absent' || !(each === d || each === whole || each.extensionOf === whole)) continue;
    each.enhancement = each === d || each.enhancement === null ? tellingMore(each.enhancement, enhancement) : each.enhancement;
  }
  d.where.enhancement ??= span;
}

/**
 * A diagnosis explains the mass that it is said of, else every mass so far. False where there is none: EMH with nothing to
 * explain (`EMH cannot be excluded.`) is itself what is found.
 */
function explain(drafts: Draft[], of: Draft | null, diagnosis: StatementMeaning['diagnoses'][number], { statement, by }: Said): boolean {
  const masses =
    of !== null
      ? [of]
      : drafts.filter(
          (d) => d.kind === 'mass' && d.presence !== 'absent' && (statement.section !== 'impression' || d.item === statement.item),
        );
  const span = shift(diagnosis.span, by);
  for (const d of masses) {
    if (d.suggests.includes(diagnosis.id)) continue;
    d.suggests = [...d.suggests, diagnosis.id];
    d.morphology = missing(d.morphology, diagnosis.morphology);
    d.certainty ??= diagnosis.certainty;
    d.where.suggests ??= span;
  }
  return masses.length > 0;
}

function finish(draft: Draft, text: string): Finding {
  const range = rangeOf(draft);
  return {
    kind: draft.kind,
    presence: draft.presence,
    limited: draft.limited,
    sites: draft.sites,
    side: draft.side,
    dominantSide: draft.dominantSide,
    levels: draft.levels,
    discs: draft.discs,
    severity: draft.severity,
    sizeMm: draft.sizeMm,
    signal: draft.signal,
    enhancement: draft.enhancement,
    morphology: draft.morphology,
    count: draft.count,
    change: draft.change,
    suggests: draft.suggests,
    certainty: draft.certainty,
    section: draft.section,
    statement: draft.statement,
    where: draft.where,
    id: draft.id,
    causes: draft.causes.length === 0 ? NO_CAUSES : draft.causes.map((c) => c.id),
    range,
    text: text.slice(range.start, range.end),
  };
}

const NO_CAUSES: readonly string[] = [];

/** From the first to the last of the words in its own statement, but for diagnoses, and with those that name it in any case. */
function rangeOf({ where, place }: Draft): Span {
  let start = where.head?.start ?? -1;
  let end = where.head?.end ?? -1;
  for (const part in where) {
    const span = where[part as Part] as Span;
    if (part === 'suggests' || span.start < place.start || span.end > place.end) continue;
    if (start < 0 || span.start < start) start = span.start;
    if (span.end > end) end = span.end;
  }
  if (start < 0) return { start: 0, end: 0 };
  return start === where.head?.start && end === where.head.end ? where.head : { start, end };
}
