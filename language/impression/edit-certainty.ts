import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import { fold } from '../text/fold.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Difference } from './difference.ts';
import type { Rewording } from './edit-levels.ts';
import { doubted, doubtWord, hedgeBefore } from './hedge.ts';
import type { LinkIndex } from './link-index.ts';
import { saidBy } from './said.ts';
import { likeCase, wordsAt } from './words.ts';

/** `possible` taken away or put in, `possibly EMH` made `in keeping with EMH` or the other way; null where a person has to reword. */
export function rewordCertainty(text: string, difference: Difference, links: LinkIndex, lexicon: Lexicon): Rewording | null {
  const { stated, said, range } = difference;
  const what = doubted(difference, said, { text, lexicon });
  if (
    what === null ||
    what === 'name' ||
    sharedWithOthers(difference, links, (link) => doubted(link, saidBy(link.support), { text, lexicon }) !== null)
  )
    return null;
  const words = wordsAt(text, range);
  const own = (sure: boolean): string | null => wordsOf(difference.support, what === 'thing' ? 'head' : 'suggests', sure, text, lexicon);
  const isPlural = /s$/i.test(stated.where.head === undefined ? '' : wordsAt(text, stated.where.head));
  if (what === 'diagnosis') {
    const wanted =
      stated.certainty === 'possible' ? surely(fold(words), own(true), isPlural) : perhaps(fold(words), own(false), 'possibly');
    return wanted === null ? null : { range, words: likeCase(words, wanted) };
  }
  if (stated.presence === 'possible') return affirm(text, range, own(true), isPlural);
  if (stated.where.head !== undefined && overlaps(range, stated.where.head)) return doubt(text, difference, links, lexicon);
  const wanted = perhaps(fold(words), own(false), 'likely');
  return wanted === null ? null : { range, words: likeCase(words, wanted) };
}

/** Whether the same words also speak of something that they are right about. */
function sharedWithOthers({ stated, range }: Difference, links: LinkIndex, differs: (link: Link) => boolean): boolean {
  return links.beside(stated).some((link) => {
    if (link.stated === stated) return false;
    const { presence, suggests } = link.stated.where;
    const shares =
      (presence !== undefined && overlaps(presence, range)) || (suggests !== undefined && suggests.start === stated.where.suggests?.start);
    return shares && !differs(link) && link.stated.presence !== 'absent';
  });
}

/** The findings' own words of this certainty, where they can stand in any sentence. */
function wordsOf(support: readonly Finding[], part: 'head' | 'suggests', sure: boolean, text: string, lexicon: Lexicon): string | null {
  const usual = sure ? /^(consistent with|in keeping with|compatible with|due to)$/ : /^((most )?likely|possibly|probably|suggestive of)$/;
  for (const { where } of support) {
    const place = where[part];
    const hedge = place === undefined ? null : hedgeBefore(text, place.start, lexicon);
    const words = hedge === null ? '' : fold(wordsAt(text, hedge.range)).replace(/\s+/g, ' ');
    if (hedge?.sure === sure && usual.test(words)) return words;
  }
  return null;
}

/** Words before a diagnosis made sure. */
function surely(words: string, own: string | null, isPlural: boolean): string | null {
  const due = /^(?:most )?(?:likely|probably|possibly|may be|might be|could be) (due to)$/.exec(words);
  if (due !== null) return 'due to';
  if (/^(?:likely|possibly) representing$/.test(words)) return 'representing';
  if (/^(?:may|might|could) (?:represent|reflect)$|^suggests?$|^(?:likely|possibly|probably) represents?$/.test(words))
    return isPlural ? 'represent' : 'represents';
  if (/^((most )?likely|possibly|probably|possible|probable|suggestive of|suspicious (for|of)|concerning for|suggesting)$/.test(words))
    return own ?? 'in keeping with';
  return null;
}

/** Words before a diagnosis made less sure. */
function perhaps(words: string, own: string | null, usual: string): string | null {
  if (/^represents?$/.test(words)) return 'may represent';
  if (/^reflects?$/.test(words)) return 'may reflect';
  if (words === 'representing' || words === 'reflecting') return `possibly ${words}`;
  if (words === 'due to') return own === 'due to' || own === null ? `${usual} due to` : `${own} due to`;
  return /(with|of|to)$/.test(words) ? (own ?? usual) : null;
}

/** `Possible cord compression` -> `Cord compression`; `, likely X` -> `, in keeping with X`; `X is suspected` -> `X is present`. */
function affirm(text: string, range: Span, own: string | null, isPlural: boolean): Rewording | null {
  const written = wordsAt(text, range);
  const words = fold(written).replace(/\s+/g, ' ');
  const behind = /^(is|are|was|were) (?:suspected|possible|likely|probable|questionable|equivocal|not excluded|not ruled out)$/.exec(words);
  if (behind !== null) return { range, words: `${behind[1]} present` };
  const isApposed = /,\s*$/.test(text.slice(Math.max(0, range.start - 3), range.start));
  if (
    /^(possible|probable|suspected|questionable|presumed)$/.test(words) ||
    (!isApposed && /^((most )?likely|possibly|probably)$/.test(words))
  ) {
    const gap = /^\s*/.exec(text.slice(range.end, range.end + 8))?.[0].length ?? 0;
    return { range: { start: range.start, end: range.end + gap }, words: '', opens: /^[A-Z]/.test(written) };
  }
  const wanted = surely(words, own, isPlural);
  return wanted === null ? null : { range, words: likeCase(written, wanted) };
}

/** `Severe cord compression at D5` -> `Possible severe cord compression at D5`: where nothing that follows would be hedged too. */
function doubt(text: string, { stated, support }: Difference, links: LinkIndex, lexicon: Lexicon): Rewording | null {
  const { where } = stated;
  const head = where.head;
  if (head === undefined) return null;
  // What is doubted of `the expanded bone` is that it is expanded.
  if (isClause(fold(wordsAt(text, head)), lexicon) || /^[a-z]+ed\b/.test(fold(wordsAt(text, head)))) return null;
  const parts = [where.severity, where.side, where.count, where.morphology, where.sites, where.change].filter((p) => p !== undefined);
  const start = parts.filter((p) => p.end <= head.start).reduce((least, p) => Math.min(least, p.start), head.start);
  // `Definite cord compression` -> `Possible cord compression`.
  const sure = SURE.exec(text.slice(Math.max(0, start - 16), start));
  if (sure?.[1] !== undefined) {
    const place = { start: start - sure[0].length, end: start - sure[0].length + sure[1].length };
    return { range: place, words: likeCase(sure[1], doubtWord(support, text)) };
  }
  // Only words that belong to it may stand between: `severe left`.
  const between = parts.reduce(
    (words, p) => (p.start >= start && p.end <= head.start ? words.replace(text.slice(p.start, p.end), '') : words),
    text.slice(start, head.start),
  );
  if (!/^[\s,-]*$/.test(between)) return null;
  const next = links.beside(stated).map((l) => l.stated.where.head?.start ?? 0);
  const follower = Math.min(...next.filter((at) => at > head.start));
  if (Number.isFinite(follower) && !/\b(with|causing)\b/i.test(text.slice(head.end, follower))) return null;
  return { range: { start, end: start }, words: likeCase(text.slice(start, start + 2), doubtWord(support, text)), leads: true };
}

/** Words of certainty right before a noun. */
const SURE = /\b(definite|clear|obvious|frank|unequivocal|overt|evident|certain|confirmed|unmistakable)\s+$/i;

/** `compresses the cord`, `the canal is narrowed`: before a verb no `possible` can stand. */
const isClause = (folded: string, lexicon: Lexicon): boolean =>
  [...folded.matchAll(/(?<![a-z])[a-z]/g)].some(({ index }) => {
    const senses = lexicon.match(folded, index)?.senses ?? [];
    return senses.length > 0 && senses.every((s) => s.form === 'verb' || s.term.category === 'verb');
  });
