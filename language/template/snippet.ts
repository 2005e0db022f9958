import type { Filled } from './fill.ts';

/**
 * A filled template as a snippet of an editor: open fields are places to tab through, pick lists offer their choices, a field that stands
 * in several places is typed once. What nobody chooses stays a field, so that it is missed before signing; defaults stand.
 */
export function snippetOf({ text, pieces }: Filled): string {
  const stops = new Map<string, number>();
  const parts = pieces.map(({ at, field }, i) => {
    const words = text.slice(at, pieces[i + 1]?.at ?? text.length);
    if (field === null || !field.isOpen) return plain(words);
    const before = stops.get(field.key);
    if (before !== undefined) return `\${${before}}`;
    const stop = stops.size + 1;
    stops.set(field.key, stop);
    const { choices, default: usual } = field.field;
    const ways = [...new Set([usual ?? words, ...choices])].filter((way) => way !== '');
    return choices.length > 0 && ways.length > 1
      ? `\${${stop}|${ways.map(choice).join(',')}|}`
      : `\${${stop}:${placeholder(usual || words)}}`;
  });
  return `${parts.join('').trimEnd()}\n$0`;
}

const plain = (words: string): string => words.replace(/[\\$}]/g, '\\$&');
const placeholder = plain;
const choice = (words: string): string => words.replace(/[\\$},|]/g, '\\$&');
