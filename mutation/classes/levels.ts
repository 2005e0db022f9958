import { wordsAt } from '../../language/impression/words.ts';
import type { Finding } from '../../language/meaning/finding.ts';
import { discLevels, levelRange } from '../../language/meaning/levels.ts';
import type { TextEdit } from '../../language/text/edit.ts';
import type { Span } from '../../language/text/span.ts';
import { COUNT, type LevelWord, levelWords, moved } from '../levels.ts';
import type { Change } from '../mutant.ts';
import { allFindings, bodyFindings, placesOf, type Sound } from '../sound.ts';

/** The levels of one section moved, where both sections name them and the body names the new ones for nothing of the kind. */
export function levelShift(sound: Sound): Change[] {
  const body = bodyFindings(sound);
  return sound.pairs.flatMap(({ stated, support }) => {
    const ofBody = support.flatMap(vertebrae);
    const ofStated = vertebrae(stated);
    if (stated.presence === 'absent' || ofStated.length === 0 || ofBody.length === 0) return [];
    const taken = body.filter((f) => f.kind === stated.kind && f.presence !== 'absent').flatMap(vertebrae);
    const inImpression = shifts(sound, stated).filter(({ levels }) => !isWithin(levels, taken));
    const [only] = support;
    const others = body.filter((f) => f !== only && f.kind === stated.kind && f.presence !== 'absent').flatMap(vertebrae);
    const inBody =
      only === undefined || support.length > 1
        ? []
        : shifts(sound, only).filter(({ levels }) => !isWithin(ofStated, [...levels, ...others]));
    return [...asChanges(sound, stated, inImpression, support), ...(only === undefined ? [] : asChanges(sound, only, inBody, [stated]))];
  });
}

function asChanges(sound: Sound, finding: Finding, made: readonly Shift[], counterparts: readonly Finding[]): Change[] {
  const was = wordsAt(sound.text, levelsRange(finding) ?? finding.range);
  return made.map(({ edits }) => ({ edits, what: `The levels were ${was}.`, counterparts: placesOf(sound, counterparts) }));
}

interface Shift {
  readonly edits: readonly TextEdit[];
  /** Vertebrae that the words then name. */
  readonly levels: readonly string[];
}

const BY = [-3, -2, -1, 1, 2, 3];

/** All of its levels moved together, and the ends of a range moved outwards. */
function shifts({ text }: Sound, finding: Finding): Shift[] {
  const range = levelsRange(finding);
  const words = range === undefined ? [] : levelWords(text, range);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined || words.length > 2 || !areAllOf(words, finding)) return [];
  const whole = BY.map((by) => words.map((word) => [word, by] as const));
  const isRange = words.length === 2 && finding.discs.length === 0 && finding.levels.length > 2;
  const ends = isRange ? ([[[first, -2]], [[first, -3]], [[last, 2]], [[last, 3]]] as const) : [];
  return [...whole, ...ends].flatMap((steps) => {
    const to = steps.map(([word, by]) => ({ word, moved: moved(word, by) }));
    if (to.some((step) => step.moved === null)) return [];
    const named = words.map((word) => to.find((step) => step.word === word)?.moved?.level ?? word.level);
    const levels = isRange || finding.discs.length > 0 ? levelRange(named[0] ?? '', named.at(-1) ?? '') : named;
    return [{ edits: to.map((step) => ({ range: step.word.digits, text: String(step.moved?.number) })), levels }];
  });
}

/** The two ends of a range exchanged. */
export function rangeReversed(sound: Sound): Change[] {
  return allFindings(sound).flatMap((finding) => {
    const { levels } = finding.where;
    const words = levels === undefined ? [] : levelWords(sound.text, levels);
    const [from, to] = words;
    if (words.length !== 2 || from === undefined || to === undefined || finding.levels.length < 3 || from.letter !== to.letter) return [];
    if (finding.discs.length > 0 || from.number >= to.number) return [];
    const edits = [
      { range: from.digits, text: String(to.number) },
      { range: to.digits, text: String(from.number) },
    ];
    return [{ edits, what: 'The ends of the range were exchanged.', counterparts: [] }];
  });
}

/** A vertebra that nobody has; two beyond the last, because one beyond may be a variant. */
export function impossibleLevel(sound: Sound): Change[] {
  return allFindings(sound).flatMap((finding) => {
    const range = levelsRange(finding);
    return (range === undefined ? [] : levelWords(sound.text, range)).map((word, i) => ({
      edits: [{ range: word.digits, text: String((COUNT[word.letter] ?? 12) + 2 + i) }],
      what: `${word.letter.toUpperCase()}${word.number} became a level that there is not.`,
      counterparts: [],
    }));
  });
}

const levelsRange = ({ where }: Finding): Span | undefined => where.levels ?? where.discs;
const vertebrae = (f: Finding): string[] => [...f.levels, ...f.discs.flatMap(discLevels)];
const isWithin = (levels: readonly string[], others: readonly string[]): boolean => levels.every((level) => others.includes(level));

/** Whether the words name the finding's levels and no others. */
function areAllOf(words: readonly LevelWord[], finding: Finding): boolean {
  const all = vertebrae(finding);
  return words.every(({ level }) => all.includes(level)) && (words.length === 2 || all.length === 1);
}
