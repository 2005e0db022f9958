import { type Detail, type DetailsOf, differingDetails } from '../meaning/details.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import { areOpposite, type Position } from '../meaning/positions.ts';
import { signalsMatch } from '../meaning/signals-match.ts';
import type { Span } from '../text/span.ts';

/** What an item may say more closely than by the attributes that all findings have. */
export type Finer = 'detail' | 'sided size' | 'signal' | 'diagnosis' | 'direction' | 'grade';

/** A detail of the impression, and all those that the findings state beside it. */
export interface DetailPair {
  readonly own: Detail;
  readonly theirs: readonly Detail[];
}

export interface FinerKnown {
  readonly details: DetailsOf;
  /** The findings that the impression may rest on. */
  readonly body: readonly Finding[];
  readonly positions: ReadonlyMap<string, Position>;
}

interface FinerDifference {
  readonly attribute: Finer | 'severity';
  readonly range: Span | undefined;
  readonly detail: DetailPair | null;
  readonly isUnclear: boolean;
}

/** Where an item that is in agreement by site, level and side departs from its findings in what lies closer. */
export function finerDifferences(link: Link, known: FinerKnown): FinerDifference[] {
  return [
    ...detailDifferences(link, known),
    ...signalDifference(link),
    ...directionDifference(link, known),
    ...diagnosisDifference(link, known),
    ...gradeAlone(link, known),
  ];
}

function detailDifferences({ stated, support }: Link, { details, body }: FinerKnown): FinerDifference[] {
  const isSize = ({ kind }: Detail): boolean => kind === 'size';
  const all = details(stated);
  if (all.length === 0) return [];
  const there = support.flatMap(details);
  const places = all.filter((d) => !isSize(d));
  const differing = differingDetails(all, there);
  if (differing.length === 0) return [];
  const isElsewhere = body.some((f) => {
    const others = details(f).filter((d) => !isSize(d));
    return f.kind === stated.kind && others.length > 0 && differingDetails(places, others).length === 0;
  });
  return differing.flatMap((own): FinerDifference[] => {
    if (isSize(own))
      return [{ attribute: 'sided size', range: own.range, detail: { own, theirs: there.filter(isSize) }, isUnclear: false }];
    if (isElsewhere) return [];
    const theirs = there.filter((d) => d.kind === own.kind);
    // `old` or `new` decides what is done next.
    const isUnclear = own.kind === 'age' || support.length > 1 || theirs.length > 1 || places.filter((d) => d.kind === own.kind).length > 1;
    return [{ attribute: 'detail', range: own.range, detail: { own, theirs }, isUnclear }];
  });
}

function signalDifference({ stated, support }: Link): FinerDifference[] {
  if (Object.keys(stated.signal).length === 0 || support.some((f) => signalsMatch(stated.signal, f.signal))) return [];
  return [{ attribute: 'signal', range: stated.where.signal, detail: null, isUnclear: false }];
}

function directionDifference({ stated, support }: Link, { positions }: FinerKnown): FinerDifference[] {
  const own = positions.get(stated.id);
  const theirs = support.flatMap((f) => positions.get(f.id)?.values ?? []);
  if (own === undefined || !stated.kind.endsWith('-displacement') || !areOpposite(own.values, theirs)) return [];
  return [{ attribute: 'direction', range: own.range, detail: null, isUnclear: false }];
}

/** Which diagnosis is right, a person knows. */
function diagnosisDifference({ stated, support }: Link, { body }: FinerKnown): FinerDifference[] {
  const own = stated.kind === 'emh' ? ['emh', ...stated.suggests] : stated.suggests;
  const isSaid = (f: Finding): boolean => own.includes(f.kind) || f.suggests.some((id) => own.includes(id));
  if (own.length === 0 || support.every((f) => f.suggests.length === 0) || body.some(isSaid)) return [];
  return [{ attribute: 'diagnosis', range: stated.where.suggests, detail: null, isUnclear: true }];
}

/** Grades of these decide what is done: one that stands in the impression alone is told. */
const GRADED: ReadonlySet<string> = new Set([
  'cord-compression',
  'cauda-equina-compression',
  'canal-narrowing',
  'foraminal-narrowing',
  'thecal-sac-compression',
  'nerve-root-compression',
  'hepatomegaly',
  'splenomegaly',
  'lymphadenopathy',
  'hydronephrosis',
  'kyphosis',
  'scoliosis',
]);

function gradeAlone({ stated, support }: Link, { body }: FinerKnown): FinerDifference[] {
  const isGrave = stated.severity?.some((grade) => grade !== 'mild') ?? false;
  if (!isGrave || !GRADED.has(stated.kind) || support.some((f) => f.severity !== null)) return [];
  if (body.some((f) => f.kind === stated.kind && f.severity !== null)) return [];
  return [{ attribute: 'severity', range: stated.where.severity, detail: null, isUnclear: true }];
}
