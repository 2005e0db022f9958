import type { Finding } from '../meaning/finding.ts';
import type { Fix } from '../text/diagnostic.ts';
import type { Span } from '../text/span.ts';
import { type Env, findingsOf, matchedIn } from './binding.ts';
import type { Facts } from './facts.ts';
import { spanOf } from './marked.ts';
import type { FixPlan, Mark } from './rule.ts';
import { type Around, isFull, say } from './value.ts';

const insert = (at: number, text: string) => ({ range: { start: at, end: at }, text });
const lowerFirst = (text: string): string => (/^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** Behind the statement of the finding, as a sentence of its own. */
function addBehind(finding: Finding, sentence: string, facts: Facts): Fix | null {
  const statement = facts.statementOf(finding);
  if (!statement) return null;
  const { end } = statement.range;
  const last = facts.text.charAt(end - 1);
  const title = `Add "${sentence}"`;
  if (last === ';') return { title, sure: false, edits: [insert(end, ` ${lowerFirst(sentence).replace(/\.$/, '')};`)] };
  return { title, sure: false, edits: [insert(end, `${/[.!?]/.test(last) ? ' ' : '. '}${sentence}`)] };
}

/** A new last item of the impression, with a mark like those before it. */
function addToImpression(sentence: string, facts: Facts): Fix | null {
  const last = facts.report.outline.items.at(-1);
  if (!last) return null;
  const mark = last.mark ? facts.text.slice(last.mark.start, last.mark.end).trim() : '';
  const next = mark.replace(/\d+/, (number) => String(Number(number) + 1));
  return {
    title: `Add "${sentence}" to the impression`,
    sure: false,
    edits: [insert(last.range.end, `\n${next === '' ? '' : `${next} `}${sentence}`)],
  };
}

/** Words that say nothing but the attribute. Where others stand among them (`D5 and D6, worst at D5`), replacing would lose those. */
const PURE: Readonly<Partial<Record<string, RegExp>>> = {
  levels: /^(?:(?:[cdtlsv]|th)?-?\d+|coccyx|to|through|and|[\s,/&–—-])+$/i,
  side: /^(?:left|right|bilateral|bilaterally|both|sided?|[\s-])+$/i,
  severity: /^(?:mild|moderate|severe|marked|slight|gross|massive|ly|to|[\s/–—-])+$/i,
  size: /^(?:[\d.,×*()\s~-]|x|by|cm|mm|approx|about)+$/i,
};

const isPure = (mark: Mark | null, words: string): boolean => mark?.type !== 'part' || (PURE[mark.part]?.test(words) ?? true);

function replace(span: Span, words: string, sure: boolean, facts: Facts): Fix | null {
  const before = facts.text.slice(span.start, span.end);
  const text = /^[A-Z][a-z]/.test(before) ? words : lowerFirst(words);
  if (text === before || text === '') return null;
  return { title: `Replace "${before.replace(/\s+/g, ' ')}" by "${text}"`, sure, edits: [{ range: span, text }] };
}

/** Takes the whole statement away; only where it states nothing else. */
function removeStatement(finding: Finding | undefined, facts: Facts): Fix | null {
  const statement = finding && facts.statementOf(finding);
  if (!statement) return null;
  const others = facts.beside(finding).filter((other) => other !== finding);
  if (others.length > 0) return null;
  return removeWords(statement.range, facts);
}

function removeWords({ start, end }: Span, facts: Facts): Fix {
  const blank = /^[ \t]*/.exec(facts.text.slice(end, end + 20))?.[0].length ?? 0;
  const title = `Remove "${facts.text.slice(start, end).replace(/\s+/g, ' ')}"`;
  return { title, sure: false, edits: [{ range: { start, end: end + blank }, text: '' }] };
}

/** The fix of a firing; null where the report gives no place or no words for it. */
export function makeFix(plan: FixPlan, env: Env, facts: Facts, around: Around): Fix | null {
  if (plan.type === 'remove') return removeStatement(findingsOf(env, plan.finding)[0], facts);
  if (plan.type === 'remove-words') return removeWords(around.marked, facts);
  if (!isFull(plan.text, env, facts, around)) return null;
  const words = say(plan.text, env, facts, around);
  const [first] = matchedIn(env);
  if (plan.type === 'add-finding') return first ? addBehind(first, words, facts) : null;
  if (plan.type === 'add-impression') return addToImpression(words, facts);
  const span = plan.mark === null ? around.marked : spanOf(plan.mark, env, facts, false);
  return span && isPure(plan.mark, facts.text.slice(span.start, span.end)) ? replace(span, words, plan.sure, facts) : null;
}
