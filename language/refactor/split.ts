import { capital, uncapital } from '../impression/words.ts';
import type { Finding, Part } from '../meaning/finding.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Asked, Refactoring } from './refactoring.ts';
import { statementAt } from './statement-at.ts';

/** What joins the members of a list or two clauses. */
const JOINT = /\s*,?\s+(?:and|or|nor|as well as|but)\s+|\s*,\s+/gi;

/** What may stand behind the last of joined findings and belongs to each. */
const TRAILING: readonly Part[] = ['levels', 'discs', 'side', 'sites'];

const LEAD = /\s+(?:at|from|between|in|on|over|of)?(?:\s+(?:the|both))?(?:\s+levels?\s+of)?\s*$/i;

/** A statement of several findings as a sentence for each, as far as it can be parted without changing one. */
export function split(asked: Asked): Refactoring[] {
  const stated = statementAt(asked);
  if (stated === null || stated.findings.length < 2) return [];
  const { text } = asked.reading;
  const edits: TextEdit[] = [];
  const heads = stated.findings.filter((f, i, all) => i === 0 || f.where.head?.start !== all[i - 1]?.where.head?.start);
  for (const [i, next] of heads.entries()) {
    const before = heads[i - 1];
    if (before === undefined) continue;
    const cut = cutsBetween(text, before, next).find((edit) => asked.keeps([...edits, edit]));
    if (cut !== undefined) edits.push(cut);
  }
  if (edits.length === 0) return [];
  const agreed = [...edits, ...agreement(text, stated.statement.range, edits.at(-1)?.range.end ?? 0, heads.at(-1))];
  return [{ title: 'Split into a sentence for each finding', kind: 'split', edits: asked.keeps(agreed) ? agreed : edits }];
}

/** The edits that could part two findings, the likeliest first: at the joint next to the second, then at those before it. */
function cutsBetween(text: string, before: Finding, next: Finding): TextEdit[] {
  const from = before.where.head?.end ?? 0;
  const to = next.where.head?.start ?? 0;
  const joints = [...text.slice(from, to).matchAll(JOINT)].reverse().slice(0, 3);
  return joints.flatMap(({ index, 0: joint }) => {
    const start = from + index;
    const end = start + joint.length;
    const letter = text.charAt(end);
    if (letter === '') return [];
    const shared = TRAILING.flatMap((part) => trailing(text, part, before, next)).join('');
    const cue = leadingCue(text, before, next);
    const word = /^\S+/.exec(text.slice(end))?.[0] ?? '';
    const begun = cue === '' ? capital(word) : `${capital(cue)} ${uncapital(word)}`;
    const edit = (words: string): TextEdit => ({ range: { start, end: end + word.length }, text: `${words}. ${begun}` });
    return shared === '' ? [edit('')] : [edit(shared), edit('')];
  });
}

/** ` at D5` of `narrowing and compression at D5`: words behind the second head that the first has too. */
function trailing(text: string, part: Part, before: Finding, next: Finding): string[] {
  const own = before.where[part];
  const head = next.where.head;
  if (own === undefined || head === undefined || own.start < head.end || next.where[part]?.start !== own.start) return [];
  const lead = LEAD.exec(text.slice(head.end, own.start))?.[0] ?? ' ';
  return [lead + text.slice(own.start, own.end)];
}

/** The denial or doubt before the first that the second shares. */
function leadingCue(text: string, before: Finding, next: Finding): string {
  const cue = next.where.presence;
  return cue !== undefined && before.where.presence?.start === cue.start && cue.end <= (before.where.head?.start ?? 0)
    ? text.slice(cue.start, cue.end)
    : '';
}

/** `are` becomes `is` where one finding is left before it. */
function agreement(text: string, statement: Span, from: number, last: Finding | undefined): TextEdit[] {
  const head = last?.where.head;
  if (head === undefined || /s$/.test(text.slice(head.start, head.end)) || from > statement.end) return [];
  const verb = /^\s+(are|were|have)\b/.exec(text.slice(head.end, statement.end));
  const singular = { are: 'is', were: 'was', have: 'has' }[verb?.[1] ?? ''];
  if (verb === null || singular === undefined || head.end < from) return [];
  const end = head.end + verb[0].length;
  return [{ range: { start: end - (verb[1]?.length ?? 0), end }, text: singular }];
}
