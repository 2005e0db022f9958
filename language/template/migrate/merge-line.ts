import { commonItems } from '../../text/common-items.ts';

/**
 * A line that both a person and a template have changed, sentence by sentence: what one of them changed is as that one has it. Null where
 * both have changed the same sentence in different ways.
 */
export function mergeLine(mine: string, base: string, theirs: string): string | null {
  const [a, o, b] = [unitsOf(mine), unitsOf(base), unitsOf(theirs)];
  const [inA, inB] = [new Map(commonItems(trimmed(o), trimmed(a))), new Map(commonItems(trimmed(o), trimmed(b)))];
  const merged: string[] = [];
  let [fromO, fromA, fromB] = [0, 0, 0];
  for (let i = 0; i <= o.length; i++) {
    const atA = i === o.length ? a.length : inA.get(i);
    const atB = i === o.length ? b.length : inB.get(i);
    if (atA === undefined || atB === undefined) continue;
    const part = choose(o.slice(fromO, i), a.slice(fromA, atA), b.slice(fromB, atB));
    if (part === null) return null;
    merged.push(...part, ...a.slice(atA, i === o.length ? atA : atA + 1));
    [fromO, fromA, fromB] = [i + 1, atA + 1, atB + 1];
  }
  return merged.reduce((line, unit) => (line === '' || unit === '' || /\s$/.test(line) ? line + unit : `${line} ${unit}`), '');
}

function choose(o: readonly string[], a: readonly string[], b: readonly string[]): readonly string[] | null {
  if (isSame(o, a)) return b;
  if (isSame(o, b) || isSame(a, b)) return a;
  // One has put something before or behind, the other has changed what was there.
  if (o.length > 0) return around(o, a, b) ?? around(o, b, a);
  // Both have added something; what is the same stands once.
  const own = new Set(trimmed(a));
  return [...a, ...b.filter((unit) => !own.has(unit.trim()))];
}

/** What one has in the place of `o`, between what the other has put before and behind it; null where the other has changed it too. */
function around(o: readonly string[], kept: readonly string[], changed: readonly string[]): readonly string[] | null {
  if (kept.length <= o.length) return null;
  for (let at = 0; at + o.length <= kept.length; at++)
    if (isSame(o, kept.slice(at, at + o.length))) return [...kept.slice(0, at), ...changed, ...kept.slice(at + o.length)];
  return null;
}

const trimmed = (units: readonly string[]): string[] => units.map((unit) => unit.trim());
const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((unit, i) => unit.trim() === b[i]?.trim());

/** The mark of an item, a topic, and sentences, each with the blanks behind it. */
function unitsOf(line: string): string[] {
  const lead = /^\s*(?:\d{1,2}[.)]\s+)?/.exec(line)?.[0] ?? '';
  const topic = /^[^:[\].]{2,40}:\s*/.exec(line.slice(lead.length))?.[0] ?? '';
  const rest = line.slice(lead.length + topic.length).match(/(?:[^.]|\.(?!\s|$))*(?:\.(?=\s|$)\s*|$)/g) ?? [];
  return [lead, topic, ...rest].filter((unit) => unit !== '');
}
