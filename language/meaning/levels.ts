/** Vertebrae from the skull down, in canonical form. `D` is `T`. */
export const LEVELS: readonly string[] = [...numbered('C', 7), ...numbered('T', 12), ...numbered('L', 5), ...numbered('S', 5), 'coccyx'];

function numbered(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
}

const INDEX: ReadonlyMap<string, number> = new Map(LEVELS.map((level, i) => [level, i]));

/** Place in `LEVELS`; -1 for anything else. */
export const levelIndex = (level: string): number => INDEX.get(level) ?? -1;

/** All levels between two, both included, cranial first, in whichever order they are given; empty where one is unknown. */
export function levelRange(from: string, to: string): string[] {
  const a = levelIndex(from);
  const b = levelIndex(to);
  return a < 0 || b < 0 ? [] : LEVELS.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** The disc between two neighbours, cranial first (`T4-T5`); null where they are no neighbours. */
export function discBetween(a: string, b: string): string | null {
  const i = levelIndex(a);
  const j = levelIndex(b);
  if (i < 0 || j < 0 || Math.abs(i - j) !== 1) return null;
  return i < j ? `${a}-${b}` : `${b}-${a}`;
}

export const byLevel = (a: string, b: string): number => levelIndex(a) - levelIndex(b);

/** The vertebrae above and below a disc. */
export const discLevels = (disc: string): string[] => disc.split('-');
