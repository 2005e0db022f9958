import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Mention, mark } from './mention.ts';
import { is, isAnd, isComma, type Node, termOf } from './node.ts';
import { readLevels } from './read-levels.ts';
import { SPINAL } from './spinal.ts';

/** Gives a place to what has none of its own but is said of a structure or finding named before it in the statement. */
export function inheritPlaces(nodes: readonly Node[], mentions: readonly Mention[], lexicon: Lexicon): void {
  for (const [k, m] of mentions.entries()) {
    sameLevel(nodes, m);
    levelOfSame(nodes, m, mentions[k - 1]);
    levelOfWhere(nodes, m);
    levelOfCause(m, mentions);
    placeOfExplained(nodes, m, mentions[k - 1]);
    placeOfWhich(nodes, m, mentions[k - 1]);
  }
  for (const [k, m] of mentions.entries()) {
    if (m.sites.length > 0 || m.role === 'normal') continue;
    const before = mentions[k - 1];
    if (
      before !== undefined &&
      before.presence !== 'absent' &&
      isTexture(m, lexicon) &&
      isOfBone(before, lexicon) &&
      follows(nodes, before, m)
    ) {
      copyPlace(m, before);
      continue;
    }
    const within = before?.role === 'normal' && nodes.slice(before.at + 1, m.at).some((n) => is(n, 'preposition', 'with'));
    if (
      before !== undefined &&
      before.sites.length > 0 &&
      m.kind === 'mass' &&
      (within ||
        surrounds(nodes, m) ||
        nodes.slice(m.to + 1, m.to + 5).some((n) => /^(their|its)$/.test(n.text) && is(nodes[n.i - 1], 'preposition')))
    ) {
      m.sites = [...before.sites];
      continue;
    }
    const after = mentions[k + 1];
    // `a mass widens the right T9/10 foramen`: it lies in what it widens.
    if (after?.role === 'verb' && m.kind === 'mass' && /-widening$/.test(after.kind) && after.presence !== 'absent') {
      copyPlace(m, after);
      m.sites = after.structure === null ? [] : [after.structure];
      continue;
    }
    if (after !== undefined && m.role === 'head' && isInside(nodes, m, after)) {
      copyStructure(m, after);
      continue;
    }
    if (m.kind === 'iron-overload' && m.presence !== 'absent') {
      // `liver of low signal, probably iron`: in the organ that the statement is about.
      m.sites = nodes
        .slice(0, m.at)
        .flatMap((n) => termOf(n, 'site')?.sites ?? [])
        .filter((s) => ['liver', 'spleen', 'heart', 'pancreas'].includes(s));
      continue;
    }
    if (isDeniedOf(nodes, m, before)) {
      m.sites = before?.role === 'normal' ? [...before.sites] : [before?.structure ?? ''];
      m.side ??= before?.side ?? null;
      continue;
    }
    const subject = [...shownBy(nodes, m, lexicon), ...wrappedBy(nodes, m, lexicon)];
    if (subject.length === 0) continue;
    m.sites = subject;
    // `the hip joint shows effusion`
    const [only, ...more] = subject;
    const row = only === undefined || more.length > 0 ? undefined : lexicon.composition(m.kind, only);
    if (row !== undefined && m.role === 'head') m.kind = row.kind;
  }
}

/** `canal stenosis at C5/6 with flattening of the cord`: at the same level; what a mass does may be elsewhere. */
function levelOfSame(nodes: readonly Node[], m: Mention, before: Mention | undefined): void {
  if (before === undefined || m.levels.length + m.discs.length > 0 || before.levels.length + before.discs.length === 0) return;
  if (
    !(SPINAL.test(m.kind) || m.structure === 'endplate') ||
    !(SPINAL.test(before.kind) || /^(fracture|spondylodiscitis)$/.test(before.kind)) ||
    before.presence === 'absent' ||
    m.presence === 'absent'
  )
    return;
  const between = nodes.slice(before.at + 1, m.at);
  if (!between.some((n) => is(n, 'preposition', 'with') || is(n, 'cause', 'forward') || is(n, 'cause', 'backward')) && m.role !== 'verb')
    return;
  m.levels = [...before.levels];
  m.discs = [...before.discs];
}

/** `worst at D6/7, where the cord is flattened`: at the level that the clause is hung on. */
function levelOfWhere(nodes: readonly Node[], m: Mention): void {
  if (m.levels.length + m.discs.length > 0 || m.role === 'normal') return;
  const where = nodes.findLastIndex((n) => n.i <= Math.max(m.from, m.at) && n.text === 'where');
  const named = where < 1 ? undefined : nodes[isComma(nodes[where - 1]) ? where - 2 : where - 1];
  if (named?.phrase.type !== 'levels') return;
  const read = readLevels(named.phrase.parts, false);
  m.levels = [...read.levels];
  m.discs = [...read.discs];
  mark(m, read.discs.length > 0 ? 'discs' : 'levels', named.span);
}

/** `tissue at T7/T8 indents the sac`: a mass at one level acts there; along a stretch it may act anywhere. */
function levelOfCause(m: Mention, mentions: readonly Mention[]): void {
  if (m.role !== 'verb' || !SPINAL.test(m.kind) || m.presence === 'absent' || m.levels.length + m.discs.length > 0) return;
  const cause = mentions.find((o) => o.causes.includes(m));
  if (cause?.kind !== 'mass' || cause.levels.length + cause.discs.length !== 1) return;
  m.levels = [...cause.levels];
  m.discs = [...cause.discs];
}

/** `opacities on either side of the spine, consistent with mediastinal masses`: one thing, named twice. */
function placeOfExplained(nodes: readonly Node[], m: Mention, before: Mention | undefined): void {
  if (before?.kind !== 'mass' || m.kind !== 'mass' || before.presence === 'absent') return;
  const between = nodes.slice(before.to + 1, m.at);
  if (!between.some((n) => is(n, 'certainty')) || between.some((n) => isAnd(n) || is(n, 'exception'))) return;
  m.side ??= before.side;
  m.dominantSide ??= before.dominantSide;
  if (before.where.side !== undefined) m.where.side ??= before.where.side;
}

/** `extension into the right T6-T7 foramen, which is narrowed`: the same foramen. */
function placeOfWhich(nodes: readonly Node[], m: Mention, before: Mention | undefined): void {
  if (before === undefined || m.role !== 'observation' || m.from > before.to || m.at <= before.to) return;
  if (m.side !== null || m.levels.length + m.discs.length > 0 || !nodes.slice(before.to + 1, m.at).some((n) => n.text === 'which')) return;
  m.side = before.side;
  m.levels = [...before.levels];
  m.discs = [...before.discs];
  for (const part of ['side', 'levels', 'discs'] as const) if (before.where[part] !== undefined) m.where[part] = before.where[part];
}

/** `at this level`: the level named last before it. */
function sameLevel(nodes: readonly Node[], m: Mention): void {
  if (m.levels.length > 0 || m.discs.length > 0) return;
  const at = nodes.findIndex(
    (n) =>
      n.i > Math.min(m.from, m.at) &&
      /^(this|that|the same|same|these|those)$/.test(n.text) &&
      (is(nodes[n.i + 1], 'word', 'level') || is(nodes[n.i + 1], 'word', 'disc')),
  );
  if (at < 0 || nodes.slice(Math.min(m.from, m.at) + 1, at).some((n) => n.i !== m.at && (is(n, 'head') || is(n, 'observation')))) return;
  const named = nodes.findLast((n) => n.i < m.at && n.type === 'levels');
  if (named?.phrase.type !== 'levels') {
    m.sameLevel = true;
    return;
  }
  const read = readLevels(named.phrase.parts, false);
  m.levels = [...read.levels];
  m.discs = [...read.discs];
}

/** What is seen in bone without saying which: cortex, trabeculae, bone itself. */
export const isTexture = (m: Mention, lexicon: Lexicon): boolean =>
  ['cortex', 'trabeculae', 'bone'].some((s) => lexicon.implies(m.kind, s));
const isOfBone = (m: Mention, lexicon: Lexicon): boolean => m.sites.some((s) => lexicon.isPart(s, 'bone'));

/** `and`, `with`, a comma: the later is said of the same. */
function follows(nodes: readonly Node[], before: Mention, m: Mention): boolean {
  const between = nodes.slice(before.at + 1, m.at);
  return between.some((n) => isAnd(n) || isComma(n) || is(n, 'preposition', 'with')) && !between.some((n) => is(n, 'exception'));
}

function copyPlace(m: Mention, from: Mention): void {
  m.sites = [...from.sites];
  m.side ??= from.side;
  if (m.levels.length === 0 && m.discs.length === 0) {
    m.levels = [...from.levels];
    m.discs = [...from.discs];
  }
}

/** `haematopoiesis in the expanded left iliac bone`: the structure of the one is the place of the other. */
function isInside(nodes: readonly Node[], m: Mention, after: Mention): boolean {
  if (after.role !== 'observation' || after.structure === null || after.at > after.to) return false;
  const between = nodes.slice(m.to + 1, Math.min(after.from, after.at));
  return (
    between.length > 0 &&
    between.length <= 4 &&
    between.some((n) => is(n, 'preposition', 'in')) &&
    between.every((n) => is(n, 'preposition') || is(n, 'verb', 'exist') || is(n, 'word', 'determiner') || is(n, 'side') || is(n, 'count'))
  );
}

function copyStructure(m: Mention, from: Mention): void {
  m.sites = from.sites.length > 0 ? [...from.sites] : [from.structure ?? ''];
  m.side ??= from.side;
  if (from.where.side !== undefined) m.where.side ??= from.where.side;
  if (m.levels.length === 0) m.levels = [...from.levels];
}

/** `with surrounding soft tissue`, `with soft tissue components` */
const surrounds = (nodes: readonly Node[], m: Mention): boolean =>
  (/component/.test(nodes[m.at]?.text ?? '') && is(nodes[m.at - 1], 'preposition', 'with')) ||
  nodes.slice(Math.max(0, m.at - 4), m.at).some((n) => /^(surrounding|overlying|accompanying|associated|adjoining)$/.test(n.text));

/** `The liver is enlarged, no focal lesion`: in the organ that the statement is about. */
const isDeniedOf = (nodes: readonly Node[], m: Mention, before: Mention | undefined): boolean =>
  m.kind === 'mass' &&
  m.role === 'head' &&
  m.presence === 'absent' &&
  m.levels.length === 0 &&
  before !== undefined &&
  (before.role === 'normal'
    ? before.sites.every((s) => ORGANS.has(s))
    : before.role === 'observation' && ORGANS.has(before.structure ?? '')) &&
  !nodes.slice(Math.max(before.to, before.at) + 1, m.at).some((n) => is(n, 'site') || is(n, 'exception'));

const ORGANS: ReadonlySet<string> = new Set([
  'liver',
  'spleen',
  'kidney',
  'pancreas',
  'adrenal',
  'gallbladder',
  'uterus',
  'prostate',
  'thyroid',
]);

/** `The lungs show no nodule`: the subject of `shows` is where it is. */
function shownBy(nodes: readonly Node[], m: Mention, lexicon: Lexicon): string[] {
  const verb = nodes.findLastIndex((n) => n.i < m.at && (is(n, 'verb', 'show') || /\b(free|clear|devoid) (of|from)$/.test(n.text)));
  if (verb < 1 || nodes.slice(verb + 1, m.at).some((n) => is(n, 'exception'))) return [];
  const subject = nodes.slice(0, verb);
  if (subject.some((n) => is(n, 'head') || is(n, 'modality') || is(n, 'preposition'))) return [];
  const sites = subject
    .flatMap((n) => termOf(n, 'site')?.sites ?? [])
    .map((s) => lexicon.composition(m.kind, s)?.sites[0] ?? s)
    .filter((s) => !lexicon.implies(m.kind, s));
  return [...new Set(sites)];
}

/** `Both kidneys are encased in tissue`, `the fat is replaced by a mass`: it lies around the subject, or in it. */
function wrappedBy(nodes: readonly Node[], m: Mention, lexicon: Lexicon): string[] {
  const verb = nodes.findLastIndex((n) => n.i < m.at && (WRAPPED.test(n.text) || FILLED.test(n.text)));
  const start = nodes.findLastIndex((n) => n.i < verb && (is(n, 'head') || isComma(n))) + 1;
  if (
    verb < 1 ||
    m.kind !== 'mass' ||
    nodes.slice(verb + 1, m.at).some((n) => (is(n, 'head') && nodes[n.i + 1]?.text !== 'of') || isComma(n))
  )
    return [];
  const sites = nodes.slice(start, verb).flatMap((n) => termOf(n, 'site')?.sites ?? []);
  const isFilled = FILLED.test(nodes[verb]?.text ?? '');
  return [...new Set(sites.flatMap((s) => (isFilled ? [s] : (lexicon.composition('next-to', s)?.sites ?? []))))];
}

const WRAPPED = /^(wrapped|encased|surrounded|enveloped|ensheathed|encircled|engulfed)\b/;
const FILLED = /^(replaced|filled|occupied)$/;
