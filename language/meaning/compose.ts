import type { Lexicon } from '../lexicon/lexicon.ts';
import { isAttributive } from './attributive.ts';
import { clauseAround } from './clauses.ts';
import { nodeMentions } from './lymph-nodes.ts';
import { type Mention, newMention } from './mention.ts';
import { formsOf, is, isAnd, isComma, isDashApart, isDeterminer, isListMark, isMark, isWord, type Node, termOf } from './node.ts';
import { signalMentions } from './signal-mentions.ts';
import { composeKinds, levelAsVertebra, type Structure, structuresBefore, structuresRight, subjectBefore } from './structures.ts';

/** What a statement names: heads as they stand, and observations with the structures that they speak of. In reading order. */
export function composeMentions(
  nodes: readonly Node[],
  starts: readonly number[],
  topicSites: readonly string[],
  lexicon: Lexicon,
): Mention[] {
  const mentions: Mention[] = [];
  const used = new Set<number>();
  for (const node of nodes) {
    const clause = clauseAround(starts, node.i, nodes.length);
    // `17 mm thick` is a size.
    if (isDimension(node) && nodes[node.i - 1]?.type === 'size') continue;
    if (is(node, 'observation')) {
      const composed = observationMentions(node, nodes, clause, topicSites, used, lexicon);
      for (const m of composed) mentions.push(m);
      if (composed.length > 0) {
        for (const m of composed)
          for (let i = m.from; i <= m.to; i++) if (is(nodes[i], 'site') || i === node.i || m.structure === 'mass') used.add(i);
        continue;
      }
    }
    if (is(node, 'change') && GROWN.test(node.text)) mentions.push(...grownMentions(node, nodes, clause, lexicon));
    if (is(node, 'normal') && is(nodes[node.i - 1], 'reference')) continue;
    if (is(node, 'normal')) mentions.push(...normalMentions(node, nodes, clause, topicSites));
    else if (is(node, 'cause', 'extension')) mentions.push(...extensionMentions(node, nodes, clause, topicSites));
    else if (is(node, 'head') && !used.has(node.i)) mentions.push(...headMentions(node, nodes));
    else if (isAnother(node, nodes)) mentions.push(...anotherOf(node, mentions));
    else if (isArea(node, nodes, mentions)) mentions.push(newMention('mass', 'head', node.i, node.i, node.i));
    else if (is(node, 'diagnosis')) mentions.push(newMention(termOf(node, 'diagnosis')?.id ?? '', 'diagnosis', node.i, node.i, node.i));
  }
  mentions.push(...nodeMentions(nodes, mentions, used));
  mentions.push(...signalMentions(nodes, starts, mentions, topicSites, lexicon));
  return dropShadowed(mentions, nodes).sort((a, b) => a.at - b.at);
}

const GROWN = /^(has|have) enlarged$/;

/** `The spleen has enlarged`: an organ that did is enlarged. */
function grownMentions(node: Node, nodes: readonly Node[], { start }: { start: number }, lexicon: Lexicon): Mention[] {
  if (nodes.some((n) => n.i >= start && n.i < node.i && is(n, 'head'))) return [];
  return composeKinds(lexicon, 'enlarge', subjectBefore(nodes, node.i - 1, start)).map(({ kind, sites, nodes: at, structure }) => {
    const mention = newMention(kind, 'observation', Math.min(node.i, ...at.filter((i) => i >= 0)), node.i, node.i, sites);
    mention.structure = structure;
    return mention;
  });
}

const isDimension = (node: Node): boolean => /^(thick|wide|broad)$/.test(node.text);

function headMentions(node: Node, nodes: readonly Node[]): Mention[] {
  const term = termOf(node, 'head');
  if (term === undefined) return [];
  if (is(node, 'site') && isPlace(node, nodes)) return [];
  if (term.id === 'kyphosis' && isNormalCurve(node, nodes)) return [];
  const portioned = nodes[node.i + 2];
  if (PARTITIVE.test(node.text) && nodes[node.i + 1]?.text === 'of' && (is(portioned, 'head') || is(portioned, 'observation'))) return [];
  const part = PART.test(nodes[node.i - 1]?.text ?? '') || PART.test(nodes[node.i + 1]?.text ?? '');
  return term.kinds.map((kind) => newMention(kind, part && kind === 'mass' ? 'extension' : 'head', node.i, node.i, node.i, term.sites));
}

/** `Dorsal kyphosis is maintained`, `normal thoracic kyphosis`: the curve that every spine has. */
function isNormalCurve(node: Node, nodes: readonly Node[]): boolean {
  const before = nodes[is(nodes[node.i - 1], 'region') ? node.i - 2 : node.i - 1];
  return (
    is(before, 'normal') || is(nodes[node.i + 1], 'normal') || (is(nodes[node.i + 1], 'verb', 'be') && is(nodes[node.i + 2], 'normal'))
  );
}

/** `a mass on the left and another in the right rib`: the thing named last, a second time. */
const isAnother = (node: Node, nodes: readonly Node[]): boolean => node.text === 'another' && is(nodes[node.i + 1], 'preposition', 'in');

const anotherOf = (node: Node, mentions: readonly Mention[]): Mention[] => {
  const before = mentions.findLast((m) => m.role === 'head');
  return before === undefined ? [] : [newMention(before.kind, 'head', node.i, node.i, node.i)];
};

/** `a hypodense area in segment 5`, `three echogenic foci`: a lesion, where none is spoken of that could have areas. */
const isArea = (node: Node, nodes: readonly Node[], mentions: readonly Mention[]): boolean =>
  ((/^areas?$/.test(node.text) &&
    nodes[node.i - 1]?.type === 'intensities' &&
    is(nodes[node.i + 1], 'preposition', 'in') &&
    !nodes.slice(0, node.i).some((n) => is(n, 'preposition', 'with') || is(n, 'verb', 'show'))) ||
    (/^(foci|focus)( of)?$/.test(node.text) &&
      isDensity(nodes[node.i - 1]) &&
      (!/ of$/.test(node.text) || is(nodes[node.i + 1], 'word', 'measuring')))) &&
  !mentions.some((m) => m.role === 'head' || m.role === 'extension');

/** A density or echo: of a focus of signal nothing is known. */
const isDensity = (n: Node | undefined): boolean =>
  n?.phrase.type === 'intensities' && n.phrase.terms.every(({ id }) => /^(ct|us)-/.test(id));

/** `foci of calcification`: the words only portion out what follows. */
const PARTITIVE = /^(focal areas?|focus|foci|areas?|islands?|rinds?|cuffs?|plaques?)$/;

const PART = /^(extension|component)s?( of)?$/;

/** Words that are a finding or a place (`soft tissue`): a place where they are said normal or stand before a noun. */
function isPlace(node: Node, nodes: readonly Node[]): boolean {
  const next = nodes[node.i + 1];
  return (
    is(next, 'normal') ||
    isTissues(node, nodes) ||
    /^(structures?|planes?|neck|windows?|views?|contrast|shadows?)$/.test(next?.text ?? '') ||
    (is(next, 'verb', 'be') && is(nodes[node.i + 2], 'normal')) ||
    is(next, 'head') ||
    formsOf(next).includes('noun')
  );
}

/** `unremarkable soft tissues`, `bony thorax and soft tissues grossly unremarkable`, `in the posterior soft tissues`: the plural names a place. */
function isTissues(node: Node, nodes: readonly Node[]): boolean {
  if (!/tissues$/.test(node.text)) return false;
  if (is(nodes[node.i - 1], 'normal')) return true;
  const stop = nodes.findIndex((n) => n.i > node.i && (is(n, 'head') || is(n, 'observation') || is(n, 'preposition') || isComma(n)));
  if (nodes.slice(node.i, stop < 0 ? undefined : stop).some((n) => is(n, 'normal'))) return true;
  const before = nodes.slice(Math.max(0, node.i - 3), node.i);
  return before.some((n) => is(n, 'preposition')) && before.some((n) => is(n, 'word', 'determiner'));
}

/** `compresses the cord`, `expanded posterior ribs`, `the liver is enlarged`, `narrowing of the canal`. */
function observationMentions(
  node: Node,
  nodes: readonly Node[],
  clause: { start: number; end: number },
  topicSites: readonly string[],
  used: ReadonlySet<number>,
  lexicon: Lexicon,
): Mention[] {
  // `less distended` than before may be normal.
  if (nodes[node.i - 1]?.text === 'less') return [];
  const id = termOf(node, 'observation')?.id ?? '';
  const form = chooseForm(node, nodes);
  for (const named of candidates(node, form, nodes, clause, topicSites)) {
    // `effacement of the subarachnoid space and cord compression`: what was effaced is not compressed as well.
    const free = form === 'noun' && !is(nodes[node.i + 1], 'preposition') ? named.filter((s) => !used.has(s.node)) : named;
    const structures = free.length > 0 ? free : named;
    for (const observation of observationIds(node, id)) {
      const kinds = composeKinds(lexicon, observation, structures);
      if (kinds.length === 0) continue;
      return kinds.map(({ kind, sites, nodes: at, structure }) => {
        const real = at.filter((i) => i >= 0);
        const mention = newMention(
          kind,
          form === 'verb' ? 'verb' : 'observation',
          Math.min(node.i, ...real),
          Math.max(node.i, ...real),
          node.i,
          sites,
        );
        mention.structure = structure;
        return mention;
      });
    }
  }
  return [];
}

/** One word may be of several observations (`prominent`); the structure decides. */
const observationIds = (node: Node, first: string): string[] => [
  ...new Set([first, ...node.senses.filter((s) => s.term.category === 'observation').map((s) => s.term.id)]),
];

function candidates(
  node: Node,
  form: 'noun' | 'verb' | 'adjective',
  nodes: readonly Node[],
  clause: { start: number; end: number },
  topicSites: readonly string[],
): Structure[][] {
  const topic: Structure[] = topicSites.map((site) => ({ site, node: -1 }));
  const vertebra = is(node, 'observation', 'compress') ? [] : levelAsVertebra(nodes, node.i, form, clause.start);
  // `enlarging right adrenal mass` speaks of the mass.
  if (
    form === 'verb' &&
    !isDeterminer(nodes[node.i + 1]) &&
    isAttributive(nodes, node.i) === 'head' &&
    (node.i === 0 || !is(nodes[node.i - 1], 'head'))
  )
    return [];
  if (form === 'verb') {
    // `compressing the left kidney`: what it is done to is named, whether or not that is a finding.
    const object = structuresRight(nodes, node.i + 1, clause.end, false);
    return object.length > 0 ? [object, vertebra] : [subjectBefore(nodes, node.i - 1, clause.start), vertebra];
  }
  if (form === 'noun') {
    const next = skipSame(nodes, node.i);
    // `encroachment on the canal`: some nouns hold their preposition.
    const of =
      is(nodes[next], 'preposition') || / (on|upon|into|over|of)$/.test(node.text) ? structuresRight(nodes, next, clause.end, true) : [];
    const before = structuresBefore(nodes, node.i - 1, clause.start);
    return [
      ...(!isAnd(nodes[node.i + 1]) && !isComma(nodes[node.i + 1]) ? [of, before] : [before, of]),
      ...(before.length > 0 && before.every((s) => s.site === 'disc') ? [besideCanal(nodes, node.i)] : []),
      ...(of.length > 0 || before.length > 0
        ? []
        : [vertebra, subjectBefore(nodes, node.i - 1, clause.start), topic, atLevel(nodes, node.i), besideCanal(nodes, node.i)]),
    ];
  }
  const attributive = isAttributive(nodes, node.i);
  if (attributive === 'head') return [ofHead(nodes, node.i)];
  const right = structuresRight(nodes, node.i + 1, clause.end, false);
  const left = subjectBefore(nodes, node.i - 1, clause.start);
  const wholeLeft = left.length > 0 ? left : antecedent(nodes, node.i, clause.start);
  return attributive === 'structure' ? [right, wholeLeft, topic] : [wholeLeft, vertebra, topic];
}

/** `stenosis at T6`: a level where a thing lies, when nothing says in what; each observation has its own answer. */
const atLevel = (nodes: readonly Node[], i: number): Structure[] =>
  is(nodes[i], 'observation', 'stenose') && is(nodes[i + 1], 'preposition', 'in') && nodes[i + 2]?.type === 'levels'
    ? [{ site: 'vertebra', node: i + 2 }]
    : [];

/** `extradural mass with severe stenosis`, `no disc bulge or stenosis`: of the canal, where what lies in it or bulges into it is spoken of. */
const besideCanal = (nodes: readonly Node[], i: number): Structure[] =>
  is(nodes[i], 'observation', 'stenose') &&
  nodes.some(
    (n) =>
      (n.i < i && (termOf(n, 'site')?.id === 'disc' || /^disc-/.test(termOf(n, 'head')?.id ?? ''))) ||
      (is(n, 'site') && /^(extradural|intradural|epidural-fat|spinal-cord|thecal-sac)$/.test(termOf(n, 'site')?.id ?? '')),
  )
    ? [{ site: 'spinal-canal', node: -1 }]
    : [];

/** Structures before the clause; of `..., which is widened` the last alone, with those listed with it. */
function antecedent(nodes: readonly Node[], i: number, start: number): Structure[] {
  const found = subjectBefore(nodes, i - 1, 0, true);
  if (!/^(which|that)$/.test(nodes[start - 1]?.text ?? '')) return found;
  const from = found.findLastIndex((s, k) => k > 0 && !nodes.slice((found[k - 1]?.node ?? 0) + 1, s.node).every(isListed));
  return found.slice(Math.max(0, from));
}

const isListed = (n: Node): boolean => isListMark(n) || isDeterminer(n) || is(n, 'side') || is(n, 'site') || n.type === 'levels';

/** `lytic sacral lesion`: an adjective that makes the mass behind it a thing of another kind. */
function ofHead(nodes: readonly Node[], i: number): Structure[] {
  const head = nodes.find((n) => n.i > i && is(n, 'head'));
  return (termOf(head, 'head')?.kinds ?? []).map((site) => ({ site, node: head?.i ?? -1 }));
}

/** Past `and remodelling` of `erosion and remodelling of the rib`. */
function skipSame(nodes: readonly Node[], i: number): number {
  let at = is(nodes[i + 1], 'verb', 'exist') ? i + 2 : i + 1;
  while (isAnd(nodes[at]) || isComma(nodes[at]) || isMark(nodes[at], '/')) {
    let next = at + 1;
    while (
      nodes[next]?.type === 'severities' ||
      is(nodes[next], 'pattern') ||
      (nodes[next] !== undefined && formsOf(nodes[next]).includes('adjective') && !formsOf(nodes[next]).includes('noun'))
    )
      next++;
    if (
      nodes[next] === undefined ||
      !(formsOf(nodes[next]).includes('noun') || (is(nodes[next], 'head') && is(nodes[next + 1], 'preposition', 'in')))
    )
      break;
    at = next + 1;
  }
  return at;
}

function chooseForm(node: Node, nodes: readonly Node[]): 'noun' | 'verb' | 'adjective' {
  const forms = formsOf(node);
  const [previous, next] = [nodes[node.i - 1], nodes[node.i + 1]];
  if (
    forms.includes('noun') &&
    ((is(next, 'preposition', 'in') && !isComma(previous)) || (!forms.includes('verb') && !forms.includes('adjective')))
  )
    return 'noun';
  const objectNext = isDeterminer(next) || is(next, 'site') || is(next, 'side') || is(next, 'pronoun');
  const afterActor =
    is(previous, 'head') ||
    is(previous, 'conjunction') ||
    isComma(previous) ||
    is(previous, 'pronoun') ||
    previous?.type === 'levels' ||
    is(previous, 'exception') ||
    isMark(previous, ')') ||
    previous === undefined ||
    isWord(previous);
  if (
    forms.includes('verb') &&
    objectNext &&
    (afterActor || is(previous, 'verb') || is(previous, 'negation') || is(previous, 'certainty')) &&
    !(is(previous, 'verb', 'be') && forms.includes('adjective')) &&
    !(previous === undefined && forms.includes('adjective'))
  )
    return forms.includes('adjective') && !isDeterminer(next) && !is(previous, 'head') ? 'adjective' : 'verb';
  if (forms.includes('adjective')) return 'adjective';
  return forms.includes('noun') ? 'noun' : 'verb';
}

/** `The ribs are normal`, `normal cord signal`: the structures as sites of `normal`. */
function normalMentions(
  node: Node,
  nodes: readonly Node[],
  clause: { start: number; end: number },
  topicSites: readonly string[],
): Mention[] {
  const attributive = isAttributive(nodes, node.i);
  const inClause = subjectBefore(nodes, node.i - 1, clause.start);
  const left = inClause.length > 0 || is(nodes[clause.start], 'head') ? inClause : subjectBefore(nodes, clause.start - 1, 0, true);
  const right = attributive === 'predicate' ? [] : structuresRight(nodes, node.i + 1, clause.end, false);
  const found = left.length > 0 && (attributive === 'predicate' || is(nodes[node.i - 1], 'verb')) ? left : right.length > 0 ? right : left;
  const sites = found.length > 0 ? found.map((s) => s.site) : is(nodes[node.i + 1], 'head') ? [] : topicSites;
  if (sites.length === 0) return [];
  const at = found.map((s) => s.node);
  return [newMention('normal', 'normal', Math.min(node.i, ...at), Math.max(node.i, ...at), node.i, [...new Set(sites)])];
}

/** `extends into the canal`, `with an extradural component`: a mass at that site, tied to the one before. */
function extensionMentions(
  node: Node,
  nodes: readonly Node[],
  clause: { start: number; end: number },
  topicSites: readonly string[],
): Mention[] {
  const behind = structuresRight(nodes, node.i + 1, clause.end, true);
  // `epidural component to the paraspinal masses`: the masses have it.
  const right = is(nodes[(behind.at(-1)?.node ?? 0) + 1], 'head') && is(nodes[node.i - 1], 'site') ? [] : behind;
  const left = right.length > 0 ? [] : structuresBefore(nodes, node.i - 1, clause.start);
  // `Foramina: extension on the left`
  const isLed = right.length + left.length === 0 && node.i <= 1 && /^extension$/.test(node.text);
  const found = right.length > 0 ? right : isLed ? topicSites.map((site) => ({ site, node: node.i })) : left;
  if (found.length === 0 || (is(nodes[node.i - 1], 'head') && right.length === 0) || headBetween(nodes, node.i, found[0]?.node ?? node.i))
    return [];
  const at = found.map((s) => s.node);
  return [
    newMention('mass', 'extension', Math.min(node.i, ...at), Math.max(node.i, ...at), node.i, [...new Set(found.map((s) => s.site))]),
  ];
}

const headBetween = (nodes: readonly Node[], a: number, b: number): boolean =>
  nodes.slice(Math.min(a, b) + 1, Math.max(a, b)).some((n) => is(n, 'head'));

/** Adjacent heads are one name (`soft tissue mass`, `EMH masses`): the last is the head. A head inside another's words is no second one. */
function dropShadowed(mentions: readonly Mention[], nodes: readonly Node[]): Mention[] {
  const dropped = new Set<Mention>();
  for (const m of mentions) {
    if (isMark(nodes[m.at - 1], '(') && isMark(nodes[m.at + 1], ')') && mentions.some((n) => n.role === 'head' && n.at === m.at - 2)) {
      dropped.add(m);
      continue;
    }
    if (m.role !== 'head' && m.role !== 'extension') continue;
    const next = mentions.find(
      (n) => n !== m && (n.role === 'head' || n.role === 'extension') && n.at > m.at && isOneName(nodes, m.at, n.at),
    );
    if (next === undefined || next.at === m.at) continue;
    if (m.kind === next.kind) {
      dropped.add(m);
      next.from = Math.min(next.from, m.from);
    } else if (isEmh(nodes[m.at]) && next.kind === 'mass') {
      dropped.add(m);
      next.from = Math.min(next.from, m.from);
      next.suggests = [...next.suggests, m.kind];
    } else if (next.kind === 'mass') {
      dropped.add(m);
    }
  }
  // `hyperintensity in the cord in keeping with oedema`: the second explains the first.
  for (const m of mentions) {
    const before = mentions.find(
      (o) =>
        o.kind === m.kind &&
        o.at < m.at &&
        !dropped.has(o) &&
        nodes.slice(o.at + 1, m.at).some((n) => is(n, 'certainty') || isDashApart(nodes, n.i)),
    );
    if (
      before !== undefined &&
      m.role !== 'head' &&
      m.role !== 'normal' &&
      !nodes.slice(before.at + 1, m.at).some((n) => isComma(n) || isAnd(n))
    )
      dropped.add(m);
  }
  return mentions.filter((m) => !dropped.has(m));
}

const isEmh = (node: Node | undefined): boolean => is(node, 'diagnosis');

/** Nothing but hyphens between; of tissue also its place (`soft tissue density paraspinal masses`). */
const isOneName = (nodes: readonly Node[], a: number, b: number): boolean => {
  const isTissue = termOf(nodes[a], 'head')?.id === 'soft-tissue';
  return nodes
    .slice(a + 1, b)
    .every((n) => isMark(n, '-') || (isTissue && !is(n, 'head') && (is(n, 'site') || is(n, 'side') || is(n, 'region'))));
};
