import type { Detail } from '../meaning/details.ts';
import type { Finding, Part } from '../meaning/finding.ts';
import { rootAt } from '../meaning/nerve-roots.ts';
import { isNote } from '../meaning/note.ts';
import type { Span } from '../text/span.ts';
import type { AmountAttribute, Attribute } from './attribute.ts';
import type { Facts } from './facts.ts';

/** Where each attribute is written; null: the words that name the finding. */
const PARTS: Readonly<Record<Attribute, Part | null>> = {
  levels: 'levels',
  discs: 'discs',
  side: 'side',
  severity: 'severity',
  size: 'size',
  'prior size': null,
  presence: 'presence',
  signal: 'signal',
  reference: 'signal',
  enhancement: 'enhancement',
  sites: 'sites',
  position: null,
  direction: null,
  roots: 'discs',
  detail: null,
  'sided size': null,
  morphology: 'morphology',
  change: 'change',
  count: 'count',
  diagnosis: 'suggests',
  certainty: 'suggests',
  kind: 'head',
  item: 'head',
  value: 'head',
  number: 'head',
  date: 'head',
};

/** The place that an attribute of a finding was read from; null where it states none. */
export function placeOfAttribute(finding: Finding, attribute: Attribute, facts: Facts): Span | null {
  if (attribute === 'position' || attribute === 'direction') return facts.report.positions.get(finding.id)?.range ?? null;
  if (attribute === 'prior size') return facts.priorSizeOf(finding)?.where.size ?? null;
  if (attribute === 'levels') return finding.where.levels ?? finding.where.discs ?? null;
  if (attribute === 'roots') return finding.where.discs ?? finding.where.levels ?? finding.where.head ?? null;
  if (attribute === 'detail' || attribute === 'sided size') return detailsOf(finding, attribute, facts)[0]?.range ?? null;
  const part = PARTS[attribute];
  return part === null ? null : (finding.where[part] ?? null);
}

/** Whether the finding states the attribute. */
export function states(finding: Finding, attribute: Attribute, facts: Facts): boolean {
  switch (attribute) {
    case 'levels':
      return finding.levels.length > 0 || finding.discs.length > 0;
    case 'enhancement':
      return finding.enhancement !== null && finding.enhancement !== 'none';
    case 'side':
    case 'change':
    case 'count':
      return finding[attribute] !== null;
    case 'size':
      return finding.sizeMm !== null && finding.sizeMm.length > 0;
    case 'detail':
    case 'sided size':
      return facts
        .details()(finding)
        .some((detail) => isOf(attribute, detail) && detail.values.length > 0);
    default:
      return valuesOf(finding, attribute, facts).length > 0;
  }
}

/** The values of an attribute as words, for `change of F is resolved` and for messages. */
export function valuesOf(finding: Finding, attribute: Attribute, facts: Facts): readonly string[] {
  switch (attribute) {
    case 'levels':
      return finding.levels;
    case 'discs':
      return finding.discs;
    case 'roots':
      return isNote(finding) ? one(finding.value) : finding.discs.map(rootAt);
    case 'side':
      return one(finding.side);
    case 'severity':
      return finding.severity ?? [];
    case 'size':
      return (finding.sizeMm ?? []).map(String);
    case 'prior size':
      return (facts.priorSizeOf(finding)?.sizeMm ?? []).map(String);
    case 'presence':
      return [finding.presence];
    case 'kind':
      return [finding.kind];
    case 'signal':
      return Object.entries(finding.signal).flatMap(([sequence, { intensity }]) => [sequence, ...intensity]);
    case 'reference':
      return [...new Set(Object.values(finding.signal).flatMap(({ reference }) => one(reference)))];
    case 'enhancement':
      return one(finding.enhancement);
    case 'sites':
      return finding.sites;
    case 'position':
    case 'direction':
      return facts.report.positions.get(finding.id)?.values ?? [];
    case 'detail':
    case 'sided size':
      return detailsOf(finding, attribute, facts).flatMap(({ values }) => values);
    case 'morphology':
      return finding.morphology;
    case 'change':
      return one(finding.change);
    case 'count':
      return one(finding.count);
    case 'diagnosis':
      return finding.suggests;
    case 'certainty':
      return [finding.presence === 'possible' || finding.certainty === 'possible' ? 'possible' : 'stated'];
    case 'item':
      return one(facts.itemOf(finding)).map(String);
    case 'value':
      return isNote(finding) ? one(finding.value) : [];
    case 'number':
      return isNote(finding) ? one(finding.amount).map(String) : [];
    case 'date':
      return isNote(finding) && (finding.days !== null || finding.value === 'impossible') ? [finding.value ?? finding.text] : [];
  }
}

const one = <T>(value: T | null): T[] => (value === null ? [] : [value]);

/** An attribute that is a number; the largest dimension of a size in mm. Null where it is not stated. */
export function amountOf(finding: Finding, attribute: AmountAttribute, facts: Facts): number | null {
  if (attribute === 'item') return facts.itemOf(finding);
  if (attribute === 'number') return isNote(finding) ? finding.amount : null;
  return finding.sizeMm === null || finding.sizeMm.length === 0 ? null : Math.max(...finding.sizeMm);
}

/** Sizes of one side are an attribute of their own. */
const isOf = (attribute: 'detail' | 'sided size', { kind }: Detail): boolean => (kind === 'size') === (attribute === 'sided size');

export const detailsOf = (finding: Finding, attribute: 'detail' | 'sided size', facts: Facts): readonly Detail[] =>
  facts
    .details()(finding)
    .filter((detail) => isOf(attribute, detail));
