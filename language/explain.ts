import type { Lexicon } from './lexicon/lexicon.ts';
import { ATTRIBUTES } from './lexicon/term.ts';
import type { Said } from './meaning/draft.ts';
import type { Finding, Part } from './meaning/finding.ts';
import type { Mention } from './meaning/mention.ts';
import { type Node, termOf } from './meaning/node.ts';
import { saidOf } from './meaning/read.ts';
import type { Report } from './meaning/report.ts';
import type { ReadStatement } from './meaning/statement.ts';
import { type Scope, scopesIn } from './scopes.ts';
import { type Span, shift } from './text/span.ts';

import { type Understood, understoodIn } from './understood.ts';

/** The words that name a finding: a head; an observation of a structure; or, where another statement names it, nothing here. */
export type Named =
  | { readonly type: 'head'; readonly id: string; readonly range: Span }
  | { readonly type: 'composed'; readonly observation: string; readonly structure: string; readonly range: Span }
  | { readonly type: 'elsewhere' };

/** Where an attribute of a finding comes from. */
export interface Reason {
  readonly part: Part;
  /** The words that gave it; null where it comes from the topic, from the words that name the finding, or from what it belongs to. */
  readonly range: Span | null;
  readonly from: 'words' | 'topic' | 'name';
}

export interface ExplainedFinding {
  readonly finding: Finding;
  readonly named: Named;
  /** Of a finding that another statement names: what this one adds to it. */
  readonly reasons: readonly Reason[];
}

export interface ExplainedStatement {
  /** With its topic, where the two are read together. */
  readonly range: Span;
  readonly section: string;
  /** The topic's words; null without one. */
  readonly topic: Span | null;
  readonly words: readonly Understood[];
  /** Words that nothing was made of. */
  readonly unknown: readonly Span[];
  readonly scopes: readonly Scope[];
  readonly findings: readonly ExplainedFinding[];
}

export interface ExplainedReport {
  readonly report: Report;
  readonly statements: readonly ExplainedStatement[];
}

/** How each statement of a report was understood and why each of its findings came out as it did. `text` is the whole text. */
export function explainReport(text: string, report: Report, read: ReadStatement, lexicon: Lexicon): ExplainedReport {
  const all = [...report.findings, ...report.impression.flatMap((item) => item.findings)];
  const byStatement = Map.groupBy(all, (finding) => finding.statement);
  // What a statement adds to findings that another one names: by where their attributes stand.
  const adding = addedTo(all, report);
  const statements = saidOf(text, report.outline.statements, read).map((said): ExplainedStatement => {
    const { statement } = said;
    const { nodes } = said.meaning;
    const range = { start: Math.min(said.by, statement.range.start), end: statement.range.end };
    const own = (byStatement.get(statement.index) ?? []).map((finding) =>
      explain(finding, namedBy(finding, said, lexicon), statement.topic),
    );
    return {
      range,
      section: statement.section,
      topic: statement.topic?.name ?? null,
      words: understoodIn(nodes, said.by),
      unknown: nodes.filter(({ type }) => type === 'word').map(({ span }) => shift(span, said.by)),
      scopes: scopesIn(nodes, said.by),
      findings: [...own, ...(adding.get(statement.index) ?? [])],
    };
  });
  return { report, statements };
}

const PARTS: readonly Part[] = ['presence', ...ATTRIBUTES, 'suggests'];

function explain(finding: Finding, named: Named, topic: { readonly sites: readonly string[] } | null): ExplainedFinding {
  const reasons = PARTS.flatMap((part): Reason[] => {
    const range = finding.where[part];
    if (range !== undefined) return [{ part, range, from: 'words' }];
    if (!isStated(finding, part)) return [];
    const isTopic =
      (part === 'sites' && finding.sites.some((site) => topic?.sites.includes(site))) || part === 'levels' || part === 'discs';
    return [{ part, range: null, from: isTopic ? 'topic' : 'name' }];
  });
  return { finding, named, reasons };
}

function isStated(f: Finding, part: Part): boolean {
  if (part === 'presence') return f.presence !== 'present';
  if (part === 'size') return f.sizeMm !== null;
  if (part === 'signal') return Object.keys(f.signal).length > 0;
  if (part === 'head') return true;
  const value = f[part];
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

/** The words of the statement that name the finding. */
function namedBy(finding: Finding, { meaning, by }: Said, lexicon: Lexicon): Named {
  const head = finding.where.head;
  const mention = meaning.mentions.find(
    (m) => m.kind === finding.kind && m.where.head !== undefined && head !== undefined && m.where.head.start + by === head.start,
  );
  if (head === undefined || mention === undefined) return { type: 'elsewhere' };
  const composed = compositionOf(mention, meaning.nodes, lexicon);
  if (composed !== null) return { type: 'composed', ...composed, range: head };
  const node = meaning.nodes[mention.at];
  const id = termOf(node, 'head')?.id ?? termOf(node, 'diagnosis')?.id ?? node?.senses[0]?.term.id ?? mention.kind;
  return { type: 'head', id, range: head };
}

function compositionOf(m: Mention, nodes: readonly Node[], lexicon: Lexicon): { observation: string; structure: string } | null {
  if (m.role === 'normal') return { observation: 'normal', structure: m.sites.join(', ') };
  if (m.structure === null) return null;
  const node = nodes[m.at];
  const ids = (node?.senses ?? []).map(({ term }) => term.id);
  const structure = m.structure;
  const observation = ids.find((id) => lexicon.composition(id, structure)?.kind === m.kind) ?? ids[0] ?? m.role;
  return { observation, structure };
}

/** For each statement, what it says of findings that stand in others. */
function addedTo(all: readonly Finding[], { outline }: Report): Map<number, ExplainedFinding[]> {
  const starts = outline.statements.map(({ range }) => range.start);
  const statementAt = (offset: number): number => {
    let low = 0;
    for (let high = starts.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const added = new Map<number, ExplainedFinding[]>();
  for (const finding of all) {
    const places = PARTS.flatMap((part) => {
      const range = finding.where[part];
      return range === undefined ? [] : [{ part, range, from: 'words' as const }];
    });
    for (const [index, reasons] of Map.groupBy(places, ({ range }) => statementAt(range.start))) {
      const statement = outline.statements[index];
      if (statement === undefined || statement.index === finding.statement || (reasons[0]?.range.start ?? 0) >= statement.range.end)
        continue;
      const list = added.get(statement.index) ?? [];
      list.push({ finding, named: { type: 'elsewhere' }, reasons });
      added.set(statement.index, list);
    }
  }
  return added;
}
