import type { Lexicon } from '../lexicon/lexicon.ts';
import { contains, type Span } from '../text/span.ts';
import { impressionStates, type SyncedReading } from './impression-state.ts';
import { short } from './short.ts';

/** What keeps a report from being signed, the gravest first. */
export const OPEN_KINDS = ['error', 'communication', 'impression', 'field', 'warning'] as const;
export type OpenKind = (typeof OPEN_KINDS)[number];

/** A place of a report to look at before it is signed. */
export interface OpenPlace {
  readonly kind: OpenKind;
  /** What is open, for a person. */
  readonly message: string;
  /** The words that it speaks of, on one line. */
  readonly words: string;
  readonly range: Span;
  /** The rule that says so; null where it is no rule's. */
  readonly rule: string | null;
}

/** Rules whose findings have a kind of their own. */
const KINDS: Readonly<Record<string, OpenKind>> = {
  'critical-not-communicated': 'communication',
  'field-unfilled': 'field',
  'open-place': 'field',
};

/** Errors and warnings, fields without their words, a critical finding that nobody is said to know of, and an impression out of step; by kind, and there in the order of the text. Notes and hints are not open. */
export function openPlaces(reading: SyncedReading, lexicon: Lexicon): OpenPlace[] {
  const { text, diagnostics } = reading;
  const place = (kind: OpenKind, message: string, range: Span, rule: string | null = null): OpenPlace => ({
    kind,
    message,
    words: short(text.slice(range.start, range.end)),
    range,
    rule,
  });
  const checked = diagnostics.flatMap(({ rule, severity, message, range }) =>
    severity === 'error' || severity === 'warning' ? [place(KINDS[rule] ?? severity, message, range, rule)] : [],
  );
  const told = checked.filter(({ kind }) => kind === 'field');
  // Also where a site has turned their rule off.
  const fields = reading.reports
    .flatMap(({ outline }) => outline.brackets.map(({ range }) => range))
    .filter((range) => !told.some((other) => contains(other.range, range.start)))
    .map((range) => place('field', 'This field has no words yet.', range));
  const impressions = impressionStates(reading, lexicon).flatMap(({ place: at, changes, unsettled, unsupported }) => [
    ...(changes === 0 ? [] : [place('impression', `${counted(changes, 'change')} would bring the impression in step.`, at)]),
    ...(unsettled === 0 ? [] : [place('impression', `${counted(unsettled, 'difference')} for you to settle.`, at)]),
    ...(unsupported === 0
      ? []
      : [
          place(
            'impression',
            `${counted(unsupported, 'item')} of the impression ${unsupported === 1 ? 'rests' : 'rest'} on no finding.`,
            at,
          ),
        ]),
  ]);
  const all = [
    ...checked,
    ...fields,
    ...impressions,
    ...lacking(reading).map((at) => place('impression', 'The report has no impression.', at)),
  ];
  return OPEN_KINDS.flatMap((kind) => all.filter((each) => each.kind === kind).sort((a, b) => a.range.start - b.range.start));
}

const counted = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** Ends of the reports that have findings to sum up and no impression. */
const lacking = ({ reports, syncEdits }: SyncedReading): Span[] =>
  reports.flatMap(({ outline, range }): Span[] => {
    if (outline.sections.some(({ id }) => id === 'impression')) return [];
    if (!syncEdits.some((edit) => edit.range.start >= range.start && edit.range.end <= range.end)) return [];
    return [outline.statements.at(-1)?.range ?? range];
  });
