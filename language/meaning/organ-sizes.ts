import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Mention, mark } from './mention.ts';
import { millimetres } from './millimetres.ts';
import { is, isMark, type Node, termOf } from './node.ts';

/** `hepatosplenomegaly (liver 19 cm, spleen 24 cm)`: of two organs in one word each has the size that stands behind its name. */
export function sizeOrgans(nodes: readonly Node[], mentions: readonly Mention[], lexicon: Lexicon): void {
  for (const [k, m] of mentions.entries()) {
    const next = mentions[k + 1];
    if (next === undefined || next.at !== m.at || next.kind === m.kind || m.role !== 'head') continue;
    const end = mentions[k + 2]?.from ?? nodes.length;
    const sized = nodes.slice(m.at + 1, end).flatMap((node) => sizeOf(node, nodes, lexicon));
    if (!sized.some(({ kind }) => kind === m.kind || kind === next.kind)) continue;
    for (const each of [m, next]) {
      const own = sized.find(({ kind }) => kind === each.kind);
      each.sites = each.sites.filter((site) => !sized.some((s) => s.site === site));
      each.sizeMm = own?.mm ?? null;
      if (own === undefined) delete each.where.size;
      else mark(each, 'size', own.at.span);
    }
  }
}

interface SizedOrgan {
  readonly site: string;
  /** What the organ has where it is enlarged. */
  readonly kind: string;
  readonly mm: readonly number[];
  readonly at: Node;
}

/** An organ with the size right behind it: `liver 19 cm`, `spleen measures 24 cm`. */
function sizeOf(node: Node, nodes: readonly Node[], lexicon: Lexicon): SizedOrgan[] {
  const site = termOf(node, 'site')?.sites[0];
  const kind = site === undefined ? undefined : lexicon.composition('enlarge', site)?.kind;
  if (site === undefined || kind === undefined) return [];
  let i = node.i + 1;
  while (
    is(nodes[i], 'verb', 'be') ||
    isMark(nodes[i], ':') ||
    isMark(nodes[i], '-') ||
    isMark(nodes[i], '(') ||
    is(nodes[i], 'word', 'measuring') ||
    nodes[i]?.text === 'of'
  )
    i++;
  const at = nodes[i];
  const mm = at?.phrase.type === 'size' ? millimetres(at.phrase.values, at.phrase.unit) : null;
  return at === undefined || mm === null ? [] : [{ site, kind, mm, at }];
}
