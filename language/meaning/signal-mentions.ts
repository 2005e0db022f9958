import type { Lexicon } from '../lexicon/lexicon.ts';
import { isAttributive } from './attributive.ts';
import { clauseAround } from './clauses.ts';
import { type Mention, newMention } from './mention.ts';
import { is, isComma, isDeterminer, type Node, termOf } from './node.ts';
import { composeKinds, type Structure, structuresRight, subjectBefore } from './structures.ts';

/** Signal of marrow or cord itself: `vertebrae appear hypointense on T2`, `hyperintensity in the cord`. */
export function signalMentions(
  nodes: readonly Node[],
  starts: readonly number[],
  mentions: readonly Mention[],
  topicSites: readonly string[],
  lexicon: Lexicon,
): Mention[] {
  const found: Mention[] = [];
  for (const node of nodes) {
    if (!(node.type === 'intensities' && isSignal(node, nodes)) && !isMixedSignal(node, nodes)) continue;
    const clause = clauseAround(starts, node.i, nodes.length);
    const bearer = signalBearer(node, nodes, clause, mentions);
    const kinds = composeKinds(
      lexicon,
      'signal-abnormal',
      bearer.length > 0 || mentions.some((m) => m.role !== 'normal' && m.at < node.i) || isAttributive(nodes, node.i) === 'head'
        ? bearer
        : topicSites.map((site) => ({ site, node: node.i })),
    );
    const kind = kinds[0];
    if (kind === undefined) continue;
    const same = found.find((m) => m.kind === kind.kind && clauseAround(starts, m.at, nodes.length).start === clause.start);
    const at = kind.nodes;
    if (same !== undefined) same.to = Math.max(same.to, node.i);
    else found.push(newMention(kind.kind, 'signal', Math.min(node.i, ...at), Math.max(node.i, ...at), node.i, kind.sites));
  }
  return found;
}

/** `heterogeneous marrow signal` */
const isMixedSignal = (node: Node, nodes: readonly Node[]): boolean => {
  if (!is(node, 'pattern', 'heterogeneous')) return false;
  const after = nodes.slice(node.i + 1, node.i + 4);
  if (after.some((n) => is(n, 'head') || is(n, 'enhancement'))) return false;
  // `Marrow signal is heterogeneous`
  const said = is(nodes[node.i - 1], 'verb', 'be') && / signal|^signal/.test(nodes[node.i - 2]?.text ?? '');
  return said || after.some((n) => is(n, 'pattern', 'signal') || / signal/.test(n.text));
};

/** Words of attenuation or echo are no signal; `high` and `low` are only beside `signal` or a sequence. */
function isSignal(node: Node, nodes: readonly Node[]): boolean {
  const terms = node.phrase.type === 'intensities' ? node.phrase.terms : [];
  if (terms.some((t) => t.id.startsWith('mr-'))) return true;
  if (!terms.some((t) => t.id.startsWith('weak-'))) return false;
  return [...nodes.slice(Math.max(0, node.i - 3), node.i), ...nodes.slice(node.i + 1, node.i + 4)].some(
    (n) => n.type === 'sequences' || is(n, 'pattern', 'signal'),
  );
}

function signalBearer(
  node: Node,
  nodes: readonly Node[],
  clause: { start: number; end: number },
  mentions: readonly Mention[],
): Structure[] {
  const attributive = isAttributive(nodes, node.i);
  if (attributive === 'structure') return structuresRight(nodes, node.i + 1, clause.end, false);
  if (attributive === 'head') return [];
  for (let j = node.i + 1; j < Math.min(clause.end, node.i + 6); j++) {
    const next = nodes[j] as Node;
    if (
      is(next, 'preposition', 'in') &&
      (is(nodes[j + 1], 'site') ||
        ((isDeterminer(nodes[j + 1]) || is(nodes[j + 1], 'all')) && (is(nodes[j + 2], 'site') || is(nodes[j + 3], 'site'))))
    )
      return structuresRight(nodes, j + 1, clause.end, false);
    // `signal within the cord`: words that are a site with their preposition.
    if (is(next, 'site') && /^(within|in|inside) /.test(next.text)) return structuresRight(nodes, j, clause.end, false);
    // `with bright signal within it`: in the structure named last.
    if (is(next, 'preposition', 'in') && nodes[j + 1]?.text === 'it') return lastStructure(nodes, node.i, mentions);
    if (is(next, 'reference') || isComma(next) || is(next, 'head')) break;
  }
  const headBefore = mentions.some(
    (m) => (m.role === 'head' || m.role === 'extension') && m.at >= clause.start && m.at < node.i && m.kind !== 'normal',
  );
  if (headBefore) return [];
  // `the cord, which shows high signal`, `... where it returns high signal`
  const opener = nodes[clause.start - 1];
  if (opener !== undefined && /^(which|where|that)$/.test(opener.text) && !nodes.slice(clause.start, node.i).some((n) => is(n, 'site')))
    return lastStructure(nodes, clause.start, mentions);
  const subject = subjectBefore(nodes, node.i - 1, clause.start);
  // `Expanded ribs, isointense on T1`: the signal is said of the expansion; `the cord is compressed and bright` of the cord.
  const taken = (s: Structure): boolean => mentions.some((m) => m.role === 'observation' && m.at < s.node && s.node <= m.to);
  return subject.some(taken) ? [] : subject;
}

function lastStructure(nodes: readonly Node[], before: number, mentions: readonly Mention[]): Structure[] {
  const node = nodes.findLast((n) => n.i < before && is(n, 'site') && !mentions.some((m) => m.role === 'head' && m.at === n.i));
  return (termOf(node, 'site')?.sites ?? []).map((site) => ({ site, node: node?.i ?? before }));
}
