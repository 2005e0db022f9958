import type { Hover } from '../../assist/hover.ts';
import { paragraphs, plain } from '../../assist/markdown.ts';
import { termPage } from '../../assist/term-page.ts';
import type { Term } from '../../lexicon/term.ts';
import { keyOfTerm } from './mentions.ts';
import { namedAt, ships } from './named.ts';
import type { LexiconReading } from './reading.ts';
import { usesOf } from './uses.ts';

/** What stands at a place of a lexicon file: a key, or a term with where it comes from and what uses it. */
export function hoverLexicon(reading: LexiconReading, offset: number): Hover | null {
  const named = namedAt(reading, offset);
  if (named === null) return null;
  if (named.is === 'key') return { range: named.range, markdown: `**${plain(named.key)}** – ${named.page}` };
  const term = named.is === 'reference' ? named.term : reading.lexicon.term(named.entry.id, named.entry.category);
  return term === undefined
    ? null
    : { range: named.range, markdown: paragraphs([termPage(term), whence(term, reading), used(term, reading)]) };
}

function whence(term: Term, { packs, pack, lexicon }: LexiconReading): string {
  const isShipped = ships(term, packs);
  const origin = lexicon.originOf(term);
  if (origin === null) return 'Ships with the project.';
  const place =
    origin.file === pack.file
      ? `in line ${origin.line} of this file`
      : `in ${plain(/[^/\\]+$/.exec(origin.file)?.[0] ?? '')}, line ${origin.line}`;
  return isShipped ? `Ships with the project, and is extended ${place}.` : `Stands ${place}.`;
}

function used(term: Term, { sources, lexicon }: LexiconReading): string {
  const uses = usesOf([term], sources, lexicon).get(keyOfTerm(term)) ?? [];
  const rules = new Set(uses.flatMap(({ rule }) => rule ?? [])).size;
  const templates = new Set(uses.filter(({ rule }) => rule === null).map(({ file }) => file)).size;
  const many = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
  return rules + templates === 0
    ? 'No rule and no template uses it.'
    : `Used by ${many(rules, 'rule')} and ${many(templates, 'template')}.`;
}
