import type { Finding } from '../meaning/finding.ts';
import { writeLevels } from '../meaning/notation.ts';
import type { Span } from '../text/span.ts';
import type { Attribute } from './attribute.ts';
import { type Env, findingsOf, valuesOf } from './binding.ts';
import type { Facts } from './facts.ts';
import { placeOf } from './place.ts';
import { dominantOf, gradesOf, sideOf } from './relations.ts';
import { fill, type Piece, type Wording } from './wording.ts';

const quote = (facts: Facts, span: Span): string => facts.text.slice(span.start, span.end).replace(/\s+/g, ' ');

/** What the vocabulary calls the finding: the report's own words may be a clause (`the cord is compressed`). */
const nameOf = (finding: Finding, facts: Facts): string => facts.reader.term(finding.kind)?.label ?? finding.kind.replaceAll('-', ' ');

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
    case 'size': {
      const words = findings.find((finding) => finding.where.size)?.where.size;
      return words ? quote(facts, words) : '';
    }
    default:
      return [...new Set(findings.flatMap((finding) => valuesOf(finding, attribute)))]
        .map((value) => value.replaceAll('-', ' '))
        .join(', ');
  }
}

/** What a firing knows beside its variables: the words that it underlines, and what a built-in check suggests. */
export interface Around {
  readonly marked: Span;
  readonly suggestion: string;
}

function filling(piece: Exclude<Piece, { type: 'words' }>, env: Env, facts: Facts, around: Around): string {
  if (piece.type === 'special') {
    if (piece.name === 'words') return quote(facts, around.marked);
    return piece.name === 'suggestion' ? around.suggestion : (facts.report.exam.modality ?? '');
  }
  const binding = env.variables[piece.of];
  const findings = findingsOf(env, piece.of);
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
