import type { LevelPart } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { discBetween, LEVELS, levelIndex, levelRange } from './levels.ts';

/** Something about a written level that cannot be so; `words` as written. */
export interface LevelTrouble {
  readonly kind: 'invalid' | 'reversed' | 'not-adjacent' | 'transitional';
  readonly range: Span;
  readonly suggestion: string;
}

export interface ReadLevels {
  readonly levels: readonly string[];
  readonly discs: readonly string[];
  /** Pairs of neighbours joined by a dash: two vertebrae or the disc between them, as the finding wants it. */
  readonly pairs: readonly string[];
  readonly trouble: readonly LevelTrouble[];
}

/** Canonical level of a folded word: `d4`, `th4`, `t-4` -> `T4`; null for what is no vertebra. */
export function canonicalLevel(word: string, letterOf = ''): string | null {
  const m = /^(th|[cdtls]v?|co)?-?(\d{1,2})$/.exec(word);
  if (m === null) return null;
  const letter = m[1] ?? letterOf;
  if (letter === 'co') return 'coccyx';
  const level = `${letter.startsWith('d') || letter.startsWith('t') ? 'T' : letter.charAt(0).toUpperCase()}${Number(m[2])}`;
  return levelIndex(level) >= 0 || TRANSITIONAL.has(level) ? level : null;
}

/** Vertebrae that some people have. */
const TRANSITIONAL: ReadonlySet<string> = new Set(['T13', 'L6', 'S6']);

const letterOf = (word: string): string => /^[a-z]+/.exec(word)?.[0] ?? '';

/** What a list of levels says. A slash between neighbours, or `disc` beside them, is the disc. */
export function readLevels(written: readonly LevelPart[], disc: boolean, between = false): ReadLevels {
  const parts = between ? asRange(written) : written;
  const levels: string[] = [];
  const discs: string[] = [];
  const pairs: string[] = [];
  const trouble: LevelTrouble[] = [];
  for (const [i, part] of parts.entries()) {
    // The pairs between the two; the ends are read like any other pair.
    for (const pair of part.reaches ? pairsBetween(parts[i - 1], part) : []) {
      if (disc || part.joiner === '/') discs.push(pair);
      else {
        pairs.push(pair);
        levels.push(...pair.split('-'));
      }
    }
    const run = part.to === null ? runTogether(part.from) : null;
    if (run !== null) {
      discs.push(run);
      continue;
    }
    const from = check(part.from, '', part.fromSpan, trouble);
    if (part.to === null) {
      if (from !== null) levels.push(from);
      continue;
    }
    const to = check(part.to, letterOf(part.from), part.toSpan ?? part.fromSpan, trouble);
    if (from === null || to === null) {
      levels.push(...[from, to].filter((l) => l !== null));
      continue;
    }
    const range = { start: part.fromSpan.start, end: part.toSpan?.end ?? part.fromSpan.end };
    if (levelIndex(from) > levelIndex(to) && levelIndex(to) >= 0) trouble.push({ kind: 'reversed', range, suggestion: turned(part) });
    const neighbours = discBetween(from, to);
    if (disc && neighbours === null && part.joiner !== 'to' && from !== to) trouble.push({ kind: 'not-adjacent', range, suggestion: '' });
    if (neighbours !== null && (disc || part.joiner === '/') && part.joiner !== 'to') discs.push(neighbours);
    else {
      if (neighbours !== null && part.joiner === '-') pairs.push(neighbours);
      levels.push(...(levelRange(from, to).length > 0 ? levelRange(from, to) : [from, to]));
    }
  }
  return { levels: unique(levels), discs: [...new Set(discs)], pairs, trouble };
}

/** `D8 to D3` as `D3 to D8`, in its own letters. */
function turned({ from, to, joiner }: LevelPart): string {
  const start = /^[a-z]/.test(to ?? '') ? (to ?? '') : letterOf(from) + (to ?? '');
  return `${start.toUpperCase()}${joiner === 'to' ? ' to ' : (joiner ?? '-')}${from.toUpperCase()}`;
}

/** `L45` for L4-L5, as it is typed and heard; null for what is a vertebra or no such pair. */
function runTogether(word: string): string | null {
  const m = /^([cdtl])(\d)(\d)$/.exec(word);
  if (m === null || canonicalLevel(word) !== null) return null;
  const [a, b] = [canonicalLevel(`${m[1]}${m[2]}`), canonicalLevel(`${m[1]}${m[3]}`)];
  return a === null || b === null || Number(m[3]) !== Number(m[2]) + 1 ? null : discBetween(a, b);
}

/** The discs below that of `first` and above that of `last`. */
function pairsBetween(first: LevelPart | undefined, last: LevelPart): string[] {
  const from = canonicalLevel(first?.to ?? '', letterOf(first?.from ?? ''));
  const to = canonicalLevel(last.from);
  const between = from === null || to === null ? [] : levelRange(from, to);
  return between.slice(1).map((level, i) => `${between[i]}-${level}`);
}

/** `between D6 and D10` is a range. */
function asRange(parts: readonly LevelPart[]): readonly LevelPart[] {
  const [a, b] = parts;
  if (parts.length !== 2 || a === undefined || b === undefined || a.to !== null || b.to !== null) return parts;
  return [{ ...a, to: b.from, toSpan: b.fromSpan, joiner: 'to' }];
}

function check(word: string, letter: string, range: Span, trouble: LevelTrouble[]): string | null {
  const level = canonicalLevel(word, letter);
  // C8 is a nerve root, no vertebra.
  if (/^c?8$/.test(word) && (word.startsWith('c') || letter === 'c')) return null;
  if (level === null) trouble.push({ kind: 'invalid', range, suggestion: nearest(/\d/.test(word.charAt(0)) ? letter + word : word) });
  else if (TRANSITIONAL.has(level)) trouble.push({ kind: 'transitional', range, suggestion: '' });
  return level;
}

/** The last vertebra of the region, or the one whose number was struck twice: `D14` -> `D12`. */
function nearest(word: string): string {
  const letter = letterOf(word).charAt(0).toUpperCase();
  const region = LEVELS.filter((l) => l.startsWith(letter === 'D' ? 'T' : letter) && l !== 'coccyx');
  return (region.at(-1) ?? '').replace(/^T/, letter === 'D' ? 'D' : 'T');
}

const unique = (levels: readonly string[]): string[] => [...new Set(levels)].sort((a, b) => levelIndex(a) - levelIndex(b));
