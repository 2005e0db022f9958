import { shift } from '../text/span.ts';
import { clauseAround } from './clauses.ts';
import { is, type Node } from './node.ts';
import { type Note, newNote, type Words } from './note.ts';
import type { ReadStatement } from './statement.ts';

/** Findings that the history asks for: `? cord compression`, `rule out fracture`, `to assess for EMH`. */
export const questions =
  (read: ReadStatement) =>
  (words: Words): Note[] => {
    if (words.section !== 'history') return [];
    const { nodes, starts, text } = words;
    const asks = nodes.findIndex(isAsking);
    const last = nodes.at(-1);
    if (asks < 0 || last === undefined) return [];
    const clause = clauseAround(starts, asks, nodes.length);
    const trailing = asks >= clause.end - 1;
    const from = (trailing ? nodes[clause.start] : nodes[asks + 1])?.span.start ?? 0;
    const to = (trailing ? nodes[asks - 1] : nodes[clause.end - 1])?.span.end ?? last.span.end;
    return read(text.slice(from, to), []).mentions.flatMap((m) => {
      const head = m.where.head;
      if (head === undefined || m.role === 'normal') return [];
      return [newNote('question', m.kind, shift(head, from), words, { sites: m.sites, levels: m.levels, discs: m.discs, side: m.side })];
    });
  };

const isAsking = (n: Node): boolean =>
  n.text === '?' || is(n, 'history', 'hypothetical') || /^(rule out|r\/o|query|question of)$/.test(n.text);
