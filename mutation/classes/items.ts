import type { Finding } from '../../language/meaning/finding.ts';
import type { ImpressionItem } from '../../language/meaning/report.ts';
import type { TextEdit } from '../../language/text/edit.ts';
import type { Change } from '../mutant.ts';
import { allFindings, bodyFindings, placesOf, type Sound } from '../sound.ts';

/** An item of the impression left out that alone states a critical finding, or alone a place with masses. */
export function omittedItem(sound: Sound): Change[] {
  const { report, lexicon, text } = sound;
  const items = report.impression;
  if (items.length < 2 || items.some(({ mark }) => mark === null)) return [];
  const isCritical = (f: Finding): boolean => f.presence !== 'absent' && lexicon.term(f.kind, 'head')?.critical === true;
  return items.flatMap((item) => {
    const others = items.filter((other) => other !== item).flatMap(({ findings }) => findings);
    const masses = others.filter(isMass);
    const hasPlaces = masses.length > 0 && masses.every(({ sites }) => sites.length > 0);
    const owed = bodyFindings(sound).filter(
      (f) =>
        item.findings.some((stated) => stated.kind === f.kind && stated.presence !== 'absent') &&
        ((isCritical(f) && !others.some(isCritical)) || (isMass(f) && hasPlaces && isElsewhere(f, masses, sound))),
    );
    if (owed.length === 0) return [];
    const counterparts = placesOf(sound, owed);
    const following = items.slice(items.indexOf(item) + 1).flatMap((later) => renumbered(text, later));
    return [{ edits: [withoutItem(text, items, item)], following, what: `The item "${item.text}" was left out.`, counterparts }];
  });
}

const isMass = ({ kind, presence }: Finding): boolean => presence !== 'absent' && (kind === 'mass' || kind === 'emh');

const isElsewhere = (f: Finding, masses: readonly Finding[], { lexicon }: Sound): boolean =>
  f.sites.length > 0 && !masses.some(({ sites }) => sites.some((a) => f.sites.some((b) => lexicon.isPart(a, b) || lexicon.isPart(b, a))));

/** Takes the item's lines out. */
function withoutItem(text: string, items: readonly ImpressionItem[], item: ImpressionItem): TextEdit {
  const start = item.mark?.start ?? item.range.start;
  const next = items[items.indexOf(item) + 1]?.mark;
  if (next != null) return { range: { start, end: next.start }, text: '' };
  // The last one goes with the line break before it.
  let from = start;
  while (/\s/.test(text[from - 1] ?? '')) from--;
  return { range: { start: from, end: endOf(text, item) }, text: '' };
}

/** Behind the item and its full stop. */
const endOf = (text: string, { range }: ImpressionItem): number => (text[range.end] === '.' ? range.end + 1 : range.end);

/** The number of an item that moved up. */
function renumbered(text: string, { mark }: ImpressionItem): TextEdit[] {
  const digits = mark === null ? null : /\d+/.exec(text.slice(mark.start, mark.end));
  if (digits === null || mark === null) return [];
  const start = mark.start + digits.index;
  return [{ range: { start, end: start + digits[0].length }, text: String(Number(digits[0]) - 1) }];
}

/** Findings by kind, as an item would say them. */
const ITEMS: readonly { readonly kinds: readonly string[]; readonly words: string }[] = [
  { kinds: ['splenomegaly', 'hepatosplenomegaly'], words: 'Splenomegaly' },
  { kinds: ['hepatomegaly', 'hepatosplenomegaly'], words: 'Hepatomegaly' },
  { kinds: ['ascites'], words: 'Ascites' },
  { kinds: ['pleural-effusion'], words: 'Left pleural effusion' },
  { kinds: ['pericardial-effusion'], words: 'Pericardial effusion' },
  { kinds: ['hydronephrosis'], words: 'Right hydronephrosis' },
  { kinds: ['gallstones', 'cholelithiasis'], words: 'Gallstones' },
  { kinds: ['vertebral-collapse', 'compression-fracture'], words: 'Vertebral collapse of L1' },
  { kinds: ['cord-compression'], words: 'Cord compression at D9' },
];

/** An item of the impression on something that the report does not know of. */
export function addedItem(sound: Sound): Change[] {
  const { report, text } = sound;
  const last = report.impression.at(-1);
  if (last === undefined || bodyFindings(sound).length === 0) return [];
  const known = new Set(allFindings(sound).map(({ kind }) => kind));
  const words = ITEMS.filter(({ kinds }) => !kinds.some((kind) => known.has(kind))).map((item) => item.words);
  return words.map((said) => ({
    edits: [{ range: { start: endOf(text, last), end: endOf(text, last) }, text: asItem(text, last, said) }],
    what: `Nothing in the findings says "${said}".`,
    counterparts: [],
  }));
}

/** In the manner of the last item: numbered, listed or as one more sentence. */
function asItem(text: string, last: ImpressionItem, said: string): string {
  const stop = text[last.range.end] === '.' || text[last.range.end - 1] === '.' ? '' : '.';
  if (last.mark === null) return `${stop} ${said}.`;
  const lineStart = text.lastIndexOf('\n', last.mark.start - 1) + 1;
  const before = text.slice(lineStart, last.range.start);
  if (before.trim() !== text.slice(last.mark.start, last.mark.end).trim()) return `${stop} ${said}.`;
  return `\n${before.replace(/\d+/, (digits) => String(Number(digits) + 1))}${said}.`;
}
