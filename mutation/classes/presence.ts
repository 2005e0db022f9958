import { wordsAt } from '../../language/impression/words.ts';
import type { Finding } from '../../language/meaning/finding.ts';
import { fold } from '../../language/text/fold.ts';
import { cover, type Span } from '../../language/text/span.ts';
import type { Change } from '../mutant.ts';
import { allFindings, bodyFindings, placesOf, type Sound } from '../sound.ts';
import { entry, exchange, putBefore, takeOut } from '../words.ts';

/** Words of denial that can go, and what then stands in their place. */
const WITHOUT_DENIAL: Readonly<Record<string, string>> = {
  no: '',
  not: '',
  'is not': 'is',
  'are not': 'are',
  'no evidence of': '',
  'no sign of': '',
  without: 'with',
  'without evidence of': 'with',
};

/**
 * A denial left out, where the other section denies it too, where it then is a critical finding that the impression lacks, or
 * cord compression in a canal that is not narrowed.
 */
export function droppedNo(sound: Sound): Change[] {
  const { text, report, pairs } = sound;
  const stated = report.impression.flatMap((item) => item.findings);
  return allFindings(sound).flatMap((finding) => {
    const at = finding.where.presence;
    if (finding.presence !== 'absent' || finding.limited || at === undefined || finding.change !== null) return [];
    const rest = entry(WITHOUT_DENIAL, fold(wordsAt(text, at)));
    if (rest === undefined) return [];
    const against = pairs
      .flatMap((pair) => (pair.stated === finding ? pair.support : pair.support.includes(finding) ? [pair.stated] : []))
      .filter(({ kind }) => kind === finding.kind);
    const isBody = !stated.includes(finding);
    const isCritical = isBody && isCriticalKind(sound, finding) && !stated.some((other) => isCriticalKind(sound, other));
    if (against.length === 0 && !isCritical) return [];
    const edit = rest === '' ? takeOut(text, at) : exchange(text, at, WITHOUT_DENIAL);
    const about = finding.where.head ?? finding.range;
    return edit === null
      ? []
      : [
          {
            edits: [edit],
            about,
            what: `The denial of ${wordsAt(text, about)} was left out.`,
            counterparts: placesOf(sound, alike(sound, finding)),
          },
        ];
  });
}

/** The others of its kind: what it contradicts may be any of them. */
const alike = (sound: Sound, finding: Finding): Finding[] =>
  allFindings(sound).filter((other) => other !== finding && other.kind === finding.kind);

const isCriticalKind = ({ lexicon }: Sound, { kind }: Finding): boolean => lexicon.term(kind, 'head')?.critical === true;

/** What the impression says of a finding. */
const statedOf = ({ pairs }: Sound, finding: Finding): Finding[] =>
  pairs.filter(({ support }) => support.includes(finding)).map(({ stated }) => stated);

/** A denial where the other section states the finding. Only a noun phrase that begins its sentence takes a plain `no`. */
export function addedNo(sound: Sound): Change[] {
  const body = bodyFindings(sound);
  return sound.pairs.flatMap(({ stated, support }) => {
    // To deny EMH is not yet to deny the mass.
    if (stated.presence !== 'present' || support.some(({ kind }) => kind !== stated.kind)) return [];
    const inImpression = denied(sound, stated, placesOf(sound, support));
    const isSaidOnce = body.filter(({ kind }) => kind === stated.kind).length === 1;
    const inBody = isSaidOnce ? support.flatMap((finding) => denied(sound, finding, placesOf(sound, statedOf(sound, finding)))) : [];
    return [...inImpression, ...inBody];
  });
}

function denied(sound: Sound, finding: Finding, counterparts: readonly Span[]): Change[] {
  const { head, side, sites, severity, count, morphology, change, levels, size } = finding.where;
  const statement = sound.statementOf(finding);
  if (head === undefined || statement === undefined || !isNoun(sound, head)) return [];
  // A finding that is denied in one grade, number or shape may be there in another one.
  if ([severity, count, morphology, change, levels, size].some((span) => span !== undefined && span.start < head.start)) return [];
  const start = [head, side, sites].filter((span) => span !== undefined).reduce(cover).start;
  const opens = start === statement.range.start;
  if (!opens || sound.text.slice(start, head.start).split(/\s+/).length > 4) return [];
  return [
    {
      edits: [putBefore(sound.text, start, 'no', true)],
      about: { start, end: head.end },
      what: 'A "no" was put before what is there.',
      counterparts,
    },
  ];
}

/** Whether the words at the head are a thing's name, not `the cord is compressed`. */
function isNoun({ text, lexicon }: Sound, head: Span): boolean {
  const match = lexicon.match(fold(wordsAt(text, head)), 0);
  return (
    match !== null &&
    match.end === head.end - head.start &&
    match.senses.some(({ term }) => term.category === 'head' || term.category === 'diagnosis')
  );
}
