import type { Finding } from '../../language/meaning/finding.ts';
import type { TextEdit } from '../../language/text/edit.ts';
import { fold } from '../../language/text/fold.ts';
import type { Span } from '../../language/text/span.ts';
import type { Change } from '../mutant.ts';
import { type Pair, placesOf, type Sound } from '../sound.ts';

/** Centimetres for millimetres, where both sections give the size. */
export const unitSwap = (sound: Sound): Change[] =>
  inEither(sound, (text, range) => ({ edits: unitsOf(text, range), what: 'Centimetres and millimetres were exchanged.' }));

/** Another number, where both sections give the size. */
export const sizeChange = (sound: Sound): Change[] =>
  inEither(sound, (text, range) => {
    const edit = renumbered(text, range);
    return { edits: edit === null ? [] : [edit], what: 'A dimension became another number.' };
  });

type Rewrite = (text: string, range: Span) => { edits: TextEdit[]; what: string };

function inEither(sound: Sound, rewrite: Rewrite): Change[] {
  return sound.pairs.filter(haveOneSize).flatMap(({ stated, support }) => {
    const [first] = support;
    const make = (finding: Finding, counterparts: readonly Span[]): Change[] => {
      const range = finding.where.size;
      return range === undefined ? [] : [{ ...rewrite(sound.text, range), counterparts }];
    };
    return [...make(stated, placesOf(sound, support)), ...(first === undefined ? [] : make(first, placesOf(sound, [stated])))];
  });
}

/** One size in the body and the same one, in all its dimensions, in the impression. */
const haveOneSize = ({ stated, support }: Pair): boolean =>
  stated.sizeMm !== null && support.length === 1 && support[0]?.sizeMm?.join() === stated.sizeMm.join();

function unitsOf(text: string, { start, end }: Span): TextEdit[] {
  return [...fold(text.slice(start, end)).matchAll(/(?<=[\d\s])(cm|mm)\b/g)].map(({ index, 0: unit }) => ({
    range: { start: start + index, end: start + index + unit.length },
    text: unit === 'cm' ? 'mm' : 'cm',
  }));
}

/** The first number a third to a half larger, with as many decimals. */
function renumbered(text: string, { start, end }: Span): TextEdit | null {
  const match = /\d+(?:[.,](\d+))?/.exec(text.slice(start, end));
  if (match === null) return null;
  const comma = match[0].includes(',');
  const larger = (Number(match[0].replace(',', '.')) * 1.45).toFixed(match[1]?.length ?? 0);
  const at = start + match.index;
  return { range: { start: at, end: at + match[0].length }, text: comma ? larger.replace('.', ',') : larger };
}
