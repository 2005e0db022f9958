import { detailWords } from '../meaning/details.ts';
import type { Finding } from '../meaning/finding.ts';
import { writeLevel, writeLevels } from '../meaning/notation.ts';
import { isNote } from '../meaning/note.ts';
import { signalWords } from '../meaning/signals-match.ts';
import type { Span } from '../text/span.ts';
import type { Attribute } from './attribute.ts';
import { bindingOf, type Env } from './binding.ts';
import type { Facts } from './facts.ts';
import { placeOf } from './place.ts';
import { detailsOf, placeOfAttribute, valuesOf } from './read-attribute.ts';
import { dominantOf, gradesOf, sideOf } from './relations.ts';
import { fill, type Piece, type Special, type Wording } from './wording.ts';

const quote = (facts: Facts, span: Span): string => facts.text.slice(span.start, span.end).replace(/\s+/g, ' ');

/** What the vocabulary calls the finding: the report's own words may be a clause (`the cord is compressed`). */
function nameOf(finding: Finding, facts: Facts): string {
  if (!isNote(finding) || finding.category === 'question') return labelOf(finding.kind, 'kind', facts);
  if (finding.category === 'rib' || finding.category === 'intercostal-space')
    return `${finding.category.replace('-', ' ')} ${finding.amount}`;
  return finding.text.replace(/\s+/g, ' ');
}

const labelOf = (id: string, attribute: 'kind' | 'sites', facts: Facts): string =>
  (attribute === 'kind' ? facts.reader.term(id)?.label : undefined) ?? id.replaceAll('-', ' ');

/** What the findings state of an attribute, in the report's own notation; empty where they state nothing. */
function attributeInWords(findings: readonly Finding[], attribute: Attribute, facts: Facts): string {
  switch (attribute) {
    case 'levels':
    case 'discs': {
      const { levels, discs } = placeOf(findings);
      return writeLevels(levels, discs, facts.levelStyle());
    }
    case 'side': {
      const stronger = dominantOf(findings);
      return stronger === null ? (sideOf(findings) ?? '') : `bilateral, more on the ${stronger}`;
    }
    case 'severity': {
      const grades = gradesOf(findings);
      return grades.length > 1 ? `${grades[0]} to ${grades.at(-1)}` : (grades[0] ?? '');
    }
    case 'size':
    case 'prior size':
    case 'position':
    case 'direction':
    case 'date': {
      const place = findings.flatMap((finding) => placeOfAttribute(finding, attribute, facts) ?? [])[0];
      return place ? quote(facts, place) : '';
    }
    case 'detail':
    case 'sided size':
      return findings
        .flatMap((finding) => detailsOf(finding, attribute, facts))
        .map((detail) => detailWords(detail, facts.text))
        .join(', ');
    case 'signal':
      return findings.flatMap(({ signal }) => signalWords(signal)).join(', ');
    case 'roots':
      return [...new Set(findings.flatMap((finding) => valuesOf(finding, attribute, facts)))]
        .map((root) => writeLevel(root, facts.levelStyle()))
        .join(' and ');
    case 'number':
      return [...new Set(findings.flatMap((finding) => valuesOf(finding, attribute, facts)))].join(', ');
    case 'sites':
    case 'kind':
      return [...new Set(findings.flatMap((finding) => valuesOf(finding, attribute, facts)))]
        .map((id) => labelOf(id, attribute, facts))
        .join(' and ');
    default:
      return [...new Set(findings.flatMap((finding) => valuesOf(finding, attribute, facts)))]
        .map((value) => value.replaceAll('-', ' '))
        .join(', ');
  }
}

/** What a firing knows beside its variables: the words that it underlines, and what a built-in check suggests. */
export interface Around {
  readonly marked: Span;
  readonly suggestion: string;
}

function special(name: Special, env: Env, facts: Facts, around: Around): string {
  const { exam, patient, examDate } = facts.report;
  switch (name) {
    case 'words':
      return quote(facts, around.marked);
    case 'suggestion':
      return around.suggestion;
    case 'exam':
      return exam.modality ?? '';
    case 'regions':
      return exam.regions.map((region) => region.replaceAll('-', ' ')).join(' and ');
    case 'mention':
      return env.mention ? quote(facts, env.mention) : '';
    case 'age':
      return patient.ageRange ? quote(facts, patient.ageRange) : '';
    case 'sex':
      return patient.sex ?? '';
    case 'exam date':
      return examDate ? quote(facts, examDate.span) : '';
  }
}

function filling(piece: Exclude<Piece, { type: 'words' }>, env: Env, facts: Facts, around: Around): string {
  if (piece.type === 'special') {
    return special(piece.name, env, facts, around);
  }
  if (piece.type === 'parameter') return String(facts.limit(piece.limit));
  const binding = bindingOf(env, piece.of);
  const findings = binding?.findings ?? [];
  const attribute = piece.attribute ?? (binding?.type === 'levels' ? 'levels' : binding?.type === 'side' ? 'side' : null);
  if (attribute !== null) return attributeInWords(findings, attribute, facts);
  return [...new Set(findings.map((finding) => nameOf(finding, facts)))].join(' and ');
}

/** A message or fix with its places filled from the firing. */
export const say = (wording: Wording, env: Env, facts: Facts, around: Around): string =>
  fill(wording, (piece) => filling(piece, env, facts, around));

/** Whether every place of the wording has something to fill it. */
export const isFull = (wording: Wording, env: Env, facts: Facts, around: Around): boolean =>
  wording.every(
    (piece) => piece.type === 'words' || (piece.type === 'value' && piece.before !== '') || filling(piece, env, facts, around) !== '',
  );
