import { ATTRIBUTES, type Attribute } from './attribute.ts';
import type { Clause, Scope, Step } from './clause.ts';
import type { Mark } from './rule.ts';

const SCOPES: readonly string[] = [
  'findings',
  'impression',
  'history',
  'technique',
  'comparison',
  'recommendation',
  'communication',
  'exam',
  'patient',
];

/** `levels of A`, `head of A`, `A` (all its words), `exam` (the header line), `mention`, `patient age`; null for anything else. */
export function readMark(text: string): Mark | null {
  if (text === 'mention') return { type: 'mention' };
  if (text === 'patient age' || text === 'patient sex') return { type: 'patient', part: text === 'patient age' ? 'age' : 'sex' };
  const section = /^(?:the )?(\w+)(?: heading)?$/.exec(text)?.[1] ?? '';
  if (SCOPES.includes(section)) return { type: 'section', scope: section as Scope };
  const [, part, of] = /^(?:([\w ]+?) of )?([A-Z])$/.exec(text) ?? [];
  if (of === undefined) return null;
  if (part === undefined) return { type: 'part', part: 'whole', of };
  if (part === 'head' || (ATTRIBUTES as readonly string[]).includes(part)) return { type: 'part', part: part as Attribute | 'head', of };
  return null;
}

function pointOf(clause: Clause): Mark | null {
  if (clause.type === 'compare') return { type: 'part', part: clause.attribute, of: clause.left };
  if (clause.type === 'is' && clause.attribute !== 'kind') return { type: 'part', part: clause.attribute, of: clause.of };
  if (clause.type === 'amount') return { type: 'part', part: clause.attribute, of: clause.of };
  if (clause.type === 'growth') return { type: 'part', part: 'size', of: clause.of };
  if (clause.type === 'spans' || clause.type === 'placed') return { type: 'part', part: 'levels', of: clause.of };
  return null;
}

/** What a condition on the report itself asks of. */
function asked(clause: Clause): Mark | null {
  if (clause.type === 'age') return { type: 'patient', part: 'age' };
  if (clause.type === 'sex') return { type: 'patient', part: 'sex' };
  if (clause.type === 'section' && clause.has) return { type: 'section', scope: clause.scope };
  if (clause.type === 'mentions' && typeof clause.where === 'string' && clause.where !== 'report')
    return { type: 'section', scope: clause.where };
  return clause.type === 'exam' || clause.type === 'contrast' ? { type: 'section', scope: 'exam' } : null;
}

/**
 * What a rule without a `mark` line underlines: the attribute that it compares; else the levels, side or attribute that its
 * `when` line names; else the words that name the finding. `of` empty is the finding of the `when` line. A rule whose `when` lines name no finding
 * underlines the words that it looks for; else what it asks of: the patient's age, the section, the exam.
 */
export function defaultMark(when: readonly Step[], expect: readonly Step[]): Mark {
  for (const clause of [...expect, ...when].flat(2)) {
    const point = pointOf(clause);
    if (point) return point;
  }
  const first = when.flat(2).find((clause) => clause.type === 'pattern');
  if (first === undefined && when.flat(2).some((clause) => clause.type === 'mentions' && clause.does)) return { type: 'mention' };
  if (first === undefined) {
    for (const clause of when.flat(2)) {
      const mark = asked(clause);
      if (mark) return mark;
    }
  }
  for (const constraint of first?.constraints ?? []) {
    if (constraint.type === 'levels' && (constraint.relation === 'at' || constraint.operand.type === 'written'))
      return { type: 'part', part: 'levels', of: '' };
    if (constraint.type === 'side') return { type: 'part', part: 'side', of: '' };
    if (constraint.type === 'has' && constraint.has) return { type: 'part', part: constraint.attribute, of: '' };
    if (constraint.type === 'no-enhancement') return { type: 'part', part: 'enhancement', of: '' };
  }
  return { type: 'part', part: 'head', of: '' };
}
