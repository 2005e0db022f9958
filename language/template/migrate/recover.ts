import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Values } from '../fill.ts';
import type { Library, Template } from '../template.ts';
import { type Fit, fitOf, type Pattern, patternsOf } from './pattern.ts';

const MOST_OF_A_GROUP = 50;
/** More pairs of lines than this are not looked at. */
const MOST_PAIRS = 400_000;

/** The values that a report made from a template was filled with, as far as its lines tell: of fields, groups and switches. */
export function valuesIn(lines: readonly string[], template: Template, library: Library, lexicon: Lexicon): Values {
  const once = patternsOf(template, library, new Map());
  if (once.length * lines.length > MOST_PAIRS) return {};
  const counts = new Map<string, number>();
  for (const pattern of once) {
    if (pattern.groups.length === 0) continue;
    const count = Math.min(lines.filter((line) => fitOf(pattern, line, lexicon) !== null).length, MOST_OF_A_GROUP);
    for (const group of pattern.groups) counts.set(group, Math.max(counts.get(group) ?? 1, count));
  }
  const patterns = patternsOf(template, library, counts);
  if (patterns.length * lines.length > MOST_PAIRS) return {};
  return valuesOf(aligned(patterns, lines, lexicon));
}

interface Met {
  readonly pattern: Pattern;
  readonly fit: Fit;
}

/** Patterns and lines side by side in the order of both, with as many letters the same as there can be. */
function aligned(patterns: readonly Pattern[], lines: readonly string[], lexicon: Lexicon): Met[] {
  const width = lines.length + 1;
  const best = new Float64Array((patterns.length + 1) * width);
  const fits = new Map<number, Fit>();
  for (let i = patterns.length - 1; i >= 0; i--)
    for (let j = lines.length - 1; j >= 0; j--) {
      const pattern = patterns[i];
      const fit = pattern === undefined ? null : fitOf(pattern, lines[j] ?? '', lexicon);
      if (fit !== null) fits.set(i * width + j, fit);
      const both = fit === null ? 0 : fit.weight + (best[(i + 1) * width + j + 1] ?? 0);
      best[i * width + j] = Math.max(both, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  const found: Met[] = [];
  for (let i = 0, j = 0; i < patterns.length && j < lines.length; ) {
    const fit = fits.get(i * width + j);
    const pattern = patterns[i];
    const here = best[i * width + j] ?? 0;
    if (fit !== undefined && pattern !== undefined && here === fit.weight + (best[(i + 1) * width + j + 1] ?? 0)) {
      found.push({ pattern, fit });
      i++;
      j++;
    } else if (here === (best[(i + 1) * width + j] ?? 0)) i++;
    else j++;
  }
  return found;
}

function valuesOf(met: readonly Met[]): Values {
  const values: Record<string, string> = Object.create(null);
  const switches = new Map<string, { present: number; absent: number }>();
  const numbered = renumbered(met);
  for (const { pattern, fit } of met) {
    const scope = numbered(pattern.scope);
    pattern.atoms
      .filter((atom) => typeof atom !== 'string')
      .forEach(({ key, isGrouped }, i) => {
        const value = fit.values[i] ?? null;
        if (value === null) return;
        const name = isGrouped ? `${scope}${key}` : key;
        if (!Object.hasOwn(values, name)) values[name] = value;
        // The same field with another value in another block.
        else if (values[name] !== value && scope !== '' && !isGrouped) values[`${scope}${key}`] ??= value;
      });
    for (const { condition, scope: around } of pattern.conditions) {
      if (condition.is !== 'present' && condition.is !== 'absent') continue;
      const name = `${numbered(around)}${condition.name}`;
      const seen = switches.get(name) ?? { present: 0, absent: 0 };
      seen[condition.is] += fit.weight;
      switches.set(name, seen);
    }
  }
  for (const [name, { present, absent }] of switches)
    if (!Object.hasOwn(values, name)) values[name] = present > absent ? 'present' : 'absent';
  return values;
}

/** Numbers of the blocks that were met, from 1 on without gaps. */
function renumbered(met: readonly Met[]): (scope: string) => string {
  const given = new Map<string, string>();
  const counts = new Map<string, number>();
  const of = (scope: string): string => {
    const [, outer = '', group = ''] = /^(.*?)([^.]+)\.\d+\.$/.exec(scope) ?? [];
    if (group === '') return scope;
    const before = given.get(scope);
    if (before !== undefined) return before;
    const around = of(outer);
    const n = (counts.get(`${around}${group}`) ?? 0) + 1;
    counts.set(`${around}${group}`, n);
    given.set(scope, `${around}${group}.${n}.`);
    return `${around}${group}.${n}.`;
  };
  for (const { pattern } of met) of(pattern.scope);
  return of;
}
