import { levelIndex, levelRange } from '../meaning/levels.ts';

/** Levels as a rule writes them (`L2`, `D4-D6`, `T4-6`, `coccyx`) in canonical form; empty where they are none. */
export function levelsIn(words: string): readonly string[] {
  const named = words.toUpperCase().replaceAll('D', 'T').split(/[-–]/);
  const [from = '', to = from] = named.map((level) => (level === 'COCCYX' ? 'coccyx' : level));
  const last = /^\d/.test(to) ? `${from.charAt(0)}${to}` : to;
  return levelIndex(from) > levelIndex(last) ? [] : levelRange(from, last);
}
