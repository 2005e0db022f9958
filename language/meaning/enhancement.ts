import { isComma, type Node, termOf } from './node.ts';

/** What the enhancement at node `i` is: `non-enhancing` says it itself, else the most telling word beside it (`mild homogeneous`, `avidly`). */
export function enhancementOf(nodes: readonly Node[], i: number): string {
  const stated = termOf(nodes[i], 'enhancement')?.value ?? 'present';
  if (stated !== 'present') return stated;
  const near = [i - 1, i + 1, i - 2, i + 2, i - 3].map((j) => nodes[j]).filter((n): n is Node => n !== undefined);
  const stops = near.findIndex((n) => isComma(n));
  const words = (stops < 0 ? near : near.slice(0, Math.max(stops, 2))).filter((n) => !isComma(n));
  const pattern = words.map((n) => termOf(n, 'pattern')?.value).find((v) => v !== undefined && v !== 'signal' && v !== 'diffuse');
  if (pattern !== undefined) return pattern;
  const grade = words.find((n) => n.phrase.type === 'severities');
  return grade?.phrase.type === 'severities' && grade.phrase.terms[0]?.value === 'mild' ? 'mild' : 'present';
}
