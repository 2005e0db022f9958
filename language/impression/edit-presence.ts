import type { Lexicon } from '../lexicon/lexicon.ts';
import { isDoubtfulDenial } from '../meaning/doubtful-denial.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import { fold } from '../text/fold.ts';
import { type Difference, levelWords } from './difference.ts';
import { affirmSome, FOR_DENIALS, restOf, rewordHalf } from './edit-denials.ts';
import type { Rewording } from './edit-levels.ts';
import type { LinkIndex } from './link-index.ts';
import { contradicts } from './said.ts';
import { capital, likeCase, uncapital, wordsAt } from './words.ts';

/** Drops or adds `no` where nothing else hangs on it, with the joints of what it denied; none where a person has to reword. */
export function rewordPresence(text: string, difference: Difference, links: LinkIndex, lexicon: Lexicon): Rewording[] {
  // Another item is right about it: which of the two is to go, a person decides.
  if (links.isStated(difference.support)) return [];
  const peers = links.beside(difference.stated).filter((l) => l.stated !== difference.stated);
  const half = rewordHalf(text, difference, peers, lexicon);
  if (half !== null) return half;
  if (!difference.said.denied) return dropNo(text, difference, peers);
  const list = denyList(text, difference, links);
  if (list.length > 0) return list;
  const added = addNo(text, difference, peers);
  return added === null ? [] : [added];
}

/** Words of certainty before a noun. */
export const SURE_WORD = '\\b(?:definite|definitive|convincing|clear|obvious|frank|unequivocal|overt)';

const CUE = /^(no|without)(?: (?:evidence|signs?|features?) (?:of|for))?$/;

/**
 * `No cord compression` -> `Cord compression`; `but no cord compression` -> `and cord compression`; `without` -> `with`;
 * `No mass or cord compression` -> `Mass and cord compression`, where the findings state both.
 */
function dropNo(text: string, { stated, support, range }: Difference, peers: readonly Link[]): Rewording[] {
  const folded = fold(wordsAt(text, range)).replace(/\s+/g, ' ');
  // `The cord is not compressed` -> `The cord is compressed`.
  const verb = /^(is|are|was|were) not$/.exec(folded)?.[1];
  if (verb !== undefined) return peers.some((p) => p.stated.where.presence?.start === range.start) ? [] : [{ range, words: verb }];
  const cue = CUE.exec(folded);
  const sharing = peers.filter((p) => p.stated.where.presence?.start === range.start);
  if (cue === null) return [];
  const own = { stated, support };
  if (!sharing.every((p) => contradicts(p.stated, p.support))) return affirmSome(text, [own, ...sharing], cue[1] ?? '', range);
  if (FOR_DENIALS.test(restOf(text, [own, ...sharing]))) return [];
  const joints = jointsOf(text, [stated, ...sharing.map((p) => p.stated)]);
  if (joints === null) return [];
  const words = wordsAt(text, range);
  const but = /\b(?:,\s*)?but\s+$/i.exec(text.slice(Math.max(stated.range.start - 12, 0), range.start));
  if (but !== null) return [{ range: { start: range.start - but[0].length, end: range.end }, words: 'and' }, ...joints];
  if (cue[1] === 'without') return [{ range, words: /^W/.test(words) ? 'With' : 'with' }, ...joints];
  // A doubt goes with the denial: `No definite cord compression` -> `Cord compression`.
  const isSure = support.some((f) => new RegExp(SURE_WORD, 'i').test(f.text));
  const gap =
    (isSure ? /^\s*/ : new RegExp(`^\\s*(?:${SURE_WORD}\\s+)?`, 'i')).exec(text.slice(range.end, range.end + 24))?.[0].length ?? 0;
  return [{ range: { start: range.start, end: range.end + gap }, words: '', opens: /^[A-Z]/.test(words) }, ...joints];
}

/** `or` between things that were denied together becomes `and`; null where another denial stands between. */
function jointsOf(text: string, denied: readonly Finding[]): Rewording[] | null {
  const heads = denied.flatMap((f) => f.where.head ?? []).sort((a, b) => a.start - b.start);
  const joints: Rewording[] = [];
  for (const [i, head] of heads.entries()) {
    const next = heads[i + 1];
    if (next === undefined || next.start < head.end) continue;
    const between = text.slice(head.end, next.start);
    if (/\b(nor|no|not|neither|without)\b/i.test(between)) return null;
    for (const { index } of between.matchAll(/\bor\b/gi))
      joints.push({ range: { start: head.end + index, end: head.end + index + 2 }, words: 'and' });
  }
  return joints;
}

/** `with canal narrowing and cord compression`, both denied and bare -> `without canal narrowing or cord compression`. */
function denyList(text: string, { stated }: Difference, links: LinkIndex): Rewording[] {
  const named = links
    .beside(stated)
    .filter((l) => l.stated.where.head !== undefined)
    .sort((a, b) => startOf(a.stated) - startOf(b.stated));
  const isDenied = (l: Link): boolean => contradicts(l.stated, l.support) && isBare(l.stated) && !links.isStated(l.support);
  const first = named.findLastIndex((l) => !isDenied(l)) + 1;
  const denied = named.slice(first).map((l) => l.stated);
  const [opening] = denied;
  if (opening === undefined || denied.length < 2 || !denied.includes(stated)) return [];
  const joints = denied.slice(1).map((f, i) => ({ start: denied[i]?.where.head?.end ?? 0, end: startOf(f) }));
  const isList = joints.every((joint, i) => (i === joints.length - 1 ? /^,?\s+(and|or)\s+$/ : /^,\s+$/).test(wordsAt(text, joint)));
  const before = /\bwith(?=\s+$)/.exec(text.slice(Math.max(0, startOf(opening) - 8), startOf(opening)));
  const end = denied.at(-1);
  const behind = Math.max(end?.where.head?.end ?? 0, end === undefined ? 0 : (levelWords(end)?.end ?? 0));
  const last = joints.at(-1);
  if (!isList || before === null || last === undefined || !/^\s*(?:[.;\n]|$)/.test(text.slice(behind, behind + 4))) return [];
  const start = startOf(opening) - (Math.min(8, startOf(opening)) - before.index);
  return [
    { range: { start, end: start + 4 }, words: 'without' },
    { range: last, words: wordsAt(text, last).replace('and', 'or') },
  ];
}

const startOf = (f: Finding): number => f.where.head?.start ?? 0;

/** There for certain, with nothing said of it but where it is. */
const isBare = (f: Finding): boolean =>
  f.presence === 'present' &&
  f.severity === null &&
  f.sizeMm === null &&
  f.side === null &&
  f.count === null &&
  f.change === null &&
  f.morphology.length === 0;

/** `Cord compression` -> `No cord compression`, `and cord` -> `but no cord`, `with` -> `without`: where it is the first or the last thing named and bare of grade, size and side. */
function addNo(text: string, { stated, support }: Difference, peers: readonly Link[]): Rewording | null {
  const head = stated.where.head;
  if (head === undefined || !isBare(stated)) return null;
  if (peers.some((p) => (p.stated.where.head?.start ?? 0) >= head.start)) return null;
  const no = support.every(isDoubtfulDenial) ? 'no definite' : 'no';
  const sure = new RegExp(`${SURE_WORD}\\s+$`, 'i').exec(text.slice(Math.max(0, head.start - 16), head.start));
  if (
    sure !== null &&
    peers.length === 0 &&
    /(^|[\n.;:)-]|\b\d{1,2}[.)])\s*$/.test(text.slice(Math.max(0, head.start - 32), head.start - sure[0].length))
  ) {
    const range = { start: head.start - sure[0].length, end: head.start };
    return { range, words: `${likeCase(sure[0], 'no')} ${uncapital(sure[0])}` };
  }
  const before = text.slice(Math.max(0, head.start - 16), head.start);
  const opens = /(^|[\n.;:)-]|\b\d{1,2}[.)])\s*$/.test(before);
  if (peers.length === 0 && opens) {
    const first = wordsAt(text, { start: head.start, end: head.start + 2 });
    return { range: { start: head.start, end: head.start + 2 }, words: `${/^[A-Z]/.test(first) ? capital(no) : no} ${uncapital(first)}` };
  }
  const joint = /\b(and|with)(\s+)$/i.exec(before);
  if (joint === null) return null;
  const start = head.start - joint[0].length;
  return /^and$/i.test(joint[1] ?? '')
    ? { range: { start, end: head.start }, words: `${likeCase(joint[1] ?? '', 'but')}${joint[2]}${likeCase(joint[1] ?? '', no)} ` }
    : { range: { start, end: head.start - (joint[2] ?? '').length }, words: likeCase(joint[1] ?? '', 'without') };
}
