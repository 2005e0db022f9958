import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Term } from '../../lexicon/term.ts';
import { readRuleFile } from '../../rules/lines.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { keyOfTerm, mentionsIn } from './mentions.ts';

/** A place of a rule file or template that names a term. */
export interface Use {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly range: Span;
  /** Of a rule file, the rule. */
  readonly rule: string | null;
}

/** Where rule files and templates name terms, by the terms' keys, in the order of the files. Linear in the files. */
export function usesOf(terms: readonly Term[], sources: readonly Source[], lexicon: Lexicon): Map<string, Use[]> {
  const uses = new Map<string, Use[]>(terms.map((term) => [keyOfTerm(term), []]));
  for (const { name, text } of sources) {
    const rules = name.endsWith('.emhr') ? readRuleFile(text).rules : [];
    let [line, counted] = [1, 0];
    for (const { term, range } of mentionsIn(text, lexicon)) {
      const own = uses.get(keyOfTerm(term));
      if (own === undefined) continue;
      // A finding of two words begins before the second of them.
      if (range.start < counted) [line, counted] = [1, 0];
      for (; counted < range.start; counted++) if (text.charCodeAt(counted) === 10) line++;
      const rule = rules.findLast(({ start }) => start <= range.start)?.id ?? null;
      if (own.at(-1)?.file !== name || own.at(-1)?.line !== line) own.push({ file: name, line, range, rule });
    }
  }
  return uses;
}
