import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Statement } from '../syntax/report.ts';
import type { Span } from '../text/span.ts';
import { type Finding, moved, type Part } from './finding.ts';
import { isTexture } from './inherit.ts';
import { byLevel } from './levels.ts';
import type { Mention } from './mention.ts';
import { termOf } from './node.ts';
import { readLevels } from './read-levels.ts';
import { mostSpecific } from './sites.ts';
import type { StatementMeaning } from './statement.ts';

/** A finding before it has its id: causes still point to drafts. Its lists are shared with other drafts: they are replaced, never added to. */
export interface Draft extends Omit<Finding, 'causes' | 'range' | 'text'> {
  id: string;
  causes: readonly Draft[];
  mention: Mention;
  /** Its statement, with the topic where that is read with it. */
  place: Span;
  extensionOf: Draft | null;
  paragraph: number;
  item: number;
  levels: readonly string[];
  discs: readonly string[];
  sites: readonly string[];
  suggests: readonly string[];
  morphology: readonly string[];
  signal: Finding['signal'];
  where: Partial<Record<Part, Span>>;
  side: Finding['side'];
  severity: Finding['severity'];
  sizeMm: Finding['sizeMm'];
  enhancement: Finding['enhancement'];
  change: Finding['change'];
  certainty: Finding['certainty'];
  presence: Finding['presence'];
}

/** What a mention says wherever it stands under a topic; its spans count as those of its statement. */
export type Seed = Omit<Finding, 'id' | 'causes' | 'range' | 'text' | 'section' | 'statement'>;

export interface Said {
  readonly statement: Statement;
  /** What its own words mean under its topic. */
  readonly own: StatementMeaning;
  /** The same, or with what the topic's words or the statements before it add. */
  readonly meaning: StatementMeaning;
  /** Where the meaning's spans count from. */
  readonly by: number;
  /** What the topic's own words say. */
  readonly topic: StatementMeaning | null;
}

/** The drafts of a statement's mentions. Most statements have one mention, which needs no table. */
export class Made {
  #mention: Mention | null = null;
  #draft: Draft | null = null;
  #others: Map<Mention, Draft> | null = null;

  set(mention: Mention, draft: Draft): void {
    if (this.#mention === null) {
      this.#mention = mention;
      this.#draft = draft;
    } else (this.#others ??= new Map()).set(mention, draft);
  }

  /** Null for a mention that has none, or has none yet. */
  get(mention: Mention): Draft | null {
    return mention === this.#mention ? this.#draft : (this.#others?.get(mention) ?? null);
  }
}

export function toDraft(m: Mention, said: Said, lexicon: Lexicon): Draft {
  const { statement, by } = said;
  const seed = seedOf(m, said, lexicon);
  return {
    kind: seed.kind,
    presence: seed.presence,
    limited: seed.limited,
    sites: seed.sites,
    side: seed.side,
    dominantSide: seed.dominantSide,
    levels: seed.levels,
    discs: seed.discs,
    severity: seed.severity,
    sizeMm: seed.sizeMm,
    signal: seed.signal,
    enhancement: seed.enhancement,
    morphology: seed.morphology,
    count: seed.count,
    change: seed.change,
    causes: NONE,
    suggests: seed.suggests,
    certainty: seed.certainty,
    section: statement.section,
    statement: statement.index,
    where: moved(seed.where, by),
    id: '',
    mention: m,
    place: by >= statement.range.start ? statement.range : { start: by, end: statement.range.end },
    extensionOf: null,
    paragraph: statement.paragraph,
    item: statement.item,
  };
}

const NONE: readonly Draft[] = [];

/** Most words come back under the topic that they were said under last. */
function seedOf(m: Mention, said: Said, lexicon: Lexicon): Seed {
  if (m.seed !== null && m.seedTopic === said.topic) return m.seed;
  m.seedTopic = said.topic;
  return (m.seed = newSeed(m, said, lexicon));
}

/** The mention itself, where its topic adds nothing to it. */
function newSeed(m: Mention, { statement, topic }: Said, lexicon: Lexicon): Seed {
  // `near the hilum` under `Spleen:` is in the spleen.
  const own = m.sites.length === 1 && m.sites[0] === 'hilum' && (statement.topic?.sites.length ?? 0) > 0 ? [] : m.sites;
  // What is said of a structure of its own is not in the topic's, but for cortex, trabeculae and bone, which are of the bone named there.
  const isOwn = m.structure !== null && !(statement.topic?.sites ?? []).includes(m.structure) && !isTexture(m, lexicon);
  const sites = own.length > 0 || m.role === 'normal' || isOwn ? own : topicSites(m, statement, lexicon);
  const placed = m.levels.length + m.discs.length > 0 || topic === null ? m : topicLevels(m, topic, lexicon);
  const side = m.side ?? topicSide(m, topic);
  const levels = inOrder(placed.levels, byLevel);
  const discs = inOrder(placed.discs, (a, b) => byLevel(a.split('-')[0] ?? '', b.split('-')[0] ?? ''));
  const signal = ofTopic(m.signal, topic);
  const morphology = m.morphology.length < 2 ? m.morphology : [...new Set(m.morphology)];
  const isSamePlace = (sites === m.sites || sites.length + m.sites.length === 0) && side === m.side;
  if (isSamePlace && levels === m.levels && discs === m.discs && signal === m.signal && morphology === m.morphology) return m;
  return {
    kind: m.kind,
    presence: m.presence,
    limited: m.limited,
    sites,
    side,
    dominantSide: m.dominantSide,
    levels,
    discs,
    severity: m.severity,
    sizeMm: m.sizeMm,
    signal,
    enhancement: m.enhancement,
    morphology,
    count: m.count,
    change: m.change,
    suggests: m.suggests,
    certainty: m.certainty,
    where: m.where,
  };
}

const inOrder = (list: readonly string[], order: (a: string, b: string) => number): readonly string[] =>
  list.every((each, i) => i === 0 || order(list[i - 1] as string, each) <= 0) ? list : [...list].sort(order);

/** `Left breast: nodule`: the side of a topic goes with its site. */
export function topicSide(m: Mention, topic: StatementMeaning | null): Draft['side'] {
  const value =
    topic === null || m.sites.length > 0 || m.role === 'normal'
      ? undefined
      : topic.nodes.map((n) => termOf(n, 'side')?.value).find((v) => v !== undefined);
  return value === 'left' || value === 'right' || value === 'bilateral' ? value : null;
}

/** `STIR: the mass is hyperintense`: a topic that names the sequence. */
export function ofTopic(signal: Draft['signal'], topic: StatementMeaning | null): Draft['signal'] {
  const named = topic?.nodes.find((n) => n.type === 'sequences')?.phrase;
  if (signal.any === undefined || named?.type !== 'sequences') return signal;
  const { any, ...rest } = signal;
  return { ...rest, ...Object.fromEntries(named.terms.map((t) => [t.id, any])) };
}

/**
 * `T11-T12: mild foraminal narrowing`: the topic is the level. Levels of a thing (`Paraspinal masses T7-T11:`) are those of what is said of the
 * spine below it, and not of ribs and organs; what lies at no level takes none.
 */
export function topicLevels(
  m: Mention,
  topic: StatementMeaning,
  lexicon: Lexicon,
): { levels: readonly string[]; discs: readonly string[] } {
  const node = topic.nodes.find((n) => n.type === 'levels');
  if (node === undefined || node.phrase.type !== 'levels' || m.role === 'normal') return m;
  if (lexicon.term(m.kind, 'head')?.frame.includes('levels') === false) return m;
  const isApart = m.sites.length > 0 && !m.sites.some((site) => lexicon.isPart(site, 'spine'));
  if (isApart && topic.mentions.length > 0) return m;
  const read = readLevels(node.phrase.parts, true);
  return { levels: read.levels, discs: read.discs };
}

/** A head without a site of its own takes the topic's, unless its kind says where it is. */
export function topicSites(m: Mention, statement: Statement, lexicon: Lexicon): string[] {
  const frame = lexicon.term(m.kind, 'head')?.frame ?? [];
  if (frame.length > 0 && !frame.includes('sites')) return [];
  const named = (statement.topic?.sites ?? []).map((site) => lexicon.composition(m.kind, site)?.sites[0] ?? site);
  return mostSpecific(
    named.filter((s) => !lexicon.implies(m.kind, s)),
    lexicon,
  );
}
