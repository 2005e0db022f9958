import type { Rule } from '../../language/rules/rule.ts';
import type { Span } from '../../language/text/span.ts';
import type { AlertHead, AlertPage, Judgement, Review, RuleInfo, Said } from '../page/api.ts';
import { type Decision, type DecisionsWriter, LONGEST_NOTE } from './decisions.ts';
import type { DrawnAlert } from './drawn.ts';

/** Characters before and behind the words that a page is given of a very long text. */
const AROUND = 20_000;
/** Examples of a rule that are shown, of each kind. */
const MOST_EXAMPLES = 2;

/** A review of drawn alerts by one person. */
export interface Session {
  review(): Review;
  /** Null for a key that is none of this review. */
  alert(key: string): AlertPage | null;
  /** Writes down what is said, and gives the alert as it then stands; null for a key that is none of this review. Throws a Failure where it cannot be written. */
  say(said: Said): AlertHead | null;
  /** How many alerts this person has judged, and how many there are. */
  counts(): { readonly judged: number; readonly all: number };
}

export interface SessionOptions {
  readonly alerts: readonly DrawnAlert[];
  readonly rules: readonly Rule[];
  readonly reviewer: string;
  /** Of all reviewers, in their order; only the reviewer's own are shown: a second opinion is worth more where it does not know the first. */
  readonly decisions: readonly Decision[];
  readonly writer: DecisionsWriter;
  readonly now: () => Date;
}

export function sessionOf({ alerts, rules, reviewer, decisions, writer, now }: SessionOptions): Session {
  const byKey = new Map(alerts.map((alert) => [alert.key, alert]));
  const own = new Map<string, { readonly judgement: Judgement | null; readonly note: string }>();
  for (const decision of decisions)
    if (decision.reviewer === reviewer) own.set(decision.key, { judgement: judgementOf(decision), note: decision.note });
  const head = ({ key, rule, diagnostic, text }: DrawnAlert): AlertHead => {
    const { judgement, note } = own.get(key) ?? { judgement: null, note: '' };
    return { key, rule, severity: diagnostic.severity, place: text.name, judgement, note };
  };
  const spoken = new Set(alerts.map(({ rule }) => rule));
  const infos = Object.fromEntries(rules.filter(({ id }) => spoken.has(id)).map((rule) => [rule.id, infoOf(rule)]));
  return {
    review: () => ({ reviewer, alerts: alerts.map(head), rules: infos }),
    alert(key) {
      const alert = byKey.get(key);
      return alert === undefined ? null : pageOf(alert);
    },
    say({ key, judgement, note }) {
      const alert = byKey.get(key);
      if (alert === undefined) return null;
      const words = note.slice(0, LONGEST_NOTE);
      writer.add({
        key,
        rule: alert.rule,
        verdict: judgement ?? 'withdraw',
        note: words,
        reviewer,
        at: now().toISOString(),
        place: alert.text.name,
      });
      own.set(key, { judgement, note: words });
      return head(alert);
    },
    counts: () => ({ judged: alerts.filter(({ key }) => (own.get(key)?.judgement ?? null) !== null).length, all: alerts.length }),
  };
}

const judgementOf = ({ verdict }: Decision): Judgement | null => (verdict === 'withdraw' ? null : verdict);

const infoOf = ({ title, because, source, good, bad }: Rule): RuleInfo => ({
  title,
  because,
  source,
  good: good.slice(0, MOST_EXAMPLES).map(({ text }) => text),
  bad: bad.slice(0, MOST_EXAMPLES).map(({ text }) => text),
});

/** An alert with its text, or with what stands around its words where that is very long. */
function pageOf({ diagnostic, text }: DrawnAlert): AlertPage {
  const { range, message, because, related, fixes } = diagnostic;
  const all = text.text ?? '';
  const from = Math.max(0, range.start - AROUND);
  const to = Math.min(all.length, range.end + AROUND);
  const isWithin = ({ start, end }: Span): boolean => start >= from && end <= to && start <= end;
  const moved = ({ start, end }: Span): Span => ({ start: start - from, end: end - from });
  return {
    text: all.slice(from, to),
    isCut: from > 0 || to < all.length,
    range: moved(range),
    message,
    because,
    related: related.filter((other) => isWithin(other.range)).map((other) => ({ message: other.message, range: moved(other.range) })),
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.filter((edit) => isWithin(edit.range)).map((edit) => ({ range: moved(edit.range), text: edit.text })),
    })),
  };
}
