import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Said } from './said.ts';
import { wordsAt } from './words.ts';

/** Words that say how sure the report is of what follows: `possibly`, `in keeping with`. */
export interface Hedge {
  readonly range: Span;
  readonly sure: boolean;
}

const REACH = 60;

/** The words of certainty that end right before `at`, an article apart; null where there are none. */
export function hedgeBefore(text: string, at: number, lexicon: Lexicon): Hedge | null {
  const start = Math.max(0, at - REACH);
  const before = fold(text.slice(start, at));
  for (const { index } of before.matchAll(/(?<![a-z])[a-z]/g)) {
    const match = lexicon.match(before, index);
    const term = match?.senses.find((s) => s.term.category === 'certainty')?.term;
    if (match === null || term === undefined || !/^\s+(?:(?:an?|the)\s+)?$/.test(before.slice(match.end))) continue;
    return { range: { start: start + index, end: start + match.end }, sure: term.value !== 'possible' };
  }
  return null;
}

/**
 * What the impression is surer, or less sure, of than the findings are: the thing itself, the diagnosis given for it, or the
 * diagnosis in the place of the thing (`extradural EMH` for a mass that is possibly EMH).
 */
export type Doubted = 'thing' | 'diagnosis' | 'name';

/** Words of doubt that are one step from certain. `Likely` beside `in keeping with` is a shade; `possibly` is another statement. */
const NEARLY_SURE = /likely|probabl|suspect|suspicious|suspicion|suggest|favour|favor|presum|felt|believed|thought|concern|apparent/;

/** What an impression finding states with a plainly other certainty than its findings; null where it agrees. */
export function doubted({ stated, support }: Pick<Link, 'stated' | 'support'>, said: Said, { text, lexicon }: Written): Doubted | null {
  if (stated.presence === 'absent' || said.denied || support.length === 0) return null;
  const isPlain = (words: Span | undefined): boolean => words !== undefined && !NEARLY_SURE.test(fold(wordsAt(text, words)));
  // `mass` and `possible EMH` are two statements on one thing.
  if (support.every((f) => f.kind === stated.kind)) {
    if (stated.presence === 'possible' && support.some((f) => f.presence === 'present'))
      return isPlain(stated.where.presence) ? 'thing' : null;
    if (stated.presence === 'present' && said.hedged) return support.every((f) => isPlain(f.where.presence)) ? 'thing' : null;
  }
  const hedgesOf = (findings: readonly Finding[]): (Span | undefined)[] =>
    findings.map(({ where: { suggests } }) => (suggests === undefined ? undefined : hedgeBefore(text, suggests.start, lexicon)?.range));
  if (support.every((f) => f.kind !== stated.kind && f.suggests.includes(stated.kind))) {
    const isHedged = stated.presence === 'possible';
    if (isHedged === support.every(isDoubtful)) return null;
    return (isHedged ? [stated.where.presence] : hedgesOf(support)).every(isPlain) ? 'name' : null;
  }
  const [diagnosis, ...more] = stated.suggests;
  if (diagnosis === undefined || more.length > 0) return null;
  const given = support.filter((f) => f.suggests.includes(diagnosis));
  // `consistent with EMH; lymphoma is a differential`: sure of the first.
  const isUnsure = (f: Finding): boolean =>
    isDoubtful(f) &&
    !(
      f.suggests.length > 1 &&
      f.suggests[0] === diagnosis &&
      f.where.suggests !== undefined &&
      hedgeBefore(text, f.where.suggests.start, lexicon)?.sure === true
    );
  if (given.length === 0 || isUnsure(stated) === given.every(isUnsure)) return null;
  return hedgesOf(isDoubtful(stated) ? [stated] : given).every(isPlain) ? 'diagnosis' : null;
}

const isDoubtful = (f: Finding): boolean => f.certainty === 'possible';

/** The words of the impression that are too sure or not sure enough; null where it agrees, or where there are none. */
export function hedgeWords(link: Link, said: Said, written: Written): Span | null {
  const { where, presence } = link.stated;
  const what = doubted(link, said, written);
  const before = (at: Span | undefined): Span | null =>
    at === undefined ? null : (hedgeBefore(written.text, at.start, written.lexicon)?.range ?? null);
  if (what === null) return null;
  if (what === 'diagnosis') return before(where.suggests);
  if (what === 'name') return where.head ?? null;
  if (presence === 'possible') return where.presence ?? null;
  return before(where.head) ?? where.head ?? null;
}

interface Written {
  readonly text: string;
  readonly lexicon: Lexicon;
}

/** The findings' own word of doubt before a noun: `probable`; `possible` where they have another. */
export function doubtWord(findings: readonly Finding[], text: string): string {
  const words = findings.flatMap(({ where }) => (where.presence === undefined ? [] : [fold(wordsAt(text, where.presence))]));
  return words.find((w) => /^(probable|suspected|questionable)$/.test(w)) ?? 'possible';
}
