import type { Random } from './random.ts';

/** A sentence without its full stop, and the topic that a structured report puts it under. */
export interface Line {
  readonly topic: string;
  readonly words: string;
}

export type BodyLayout = 'topics' | 'lines' | 'prose' | 'bullets';

/** The lines of the findings. */
export function layBody(lines: readonly Line[], layout: BodyLayout, width: number | null): string {
  if (layout === 'topics') {
    const topics = Map.groupBy(lines, ({ topic }) => topic);
    return [...topics].map(([topic, of]) => wrap(`${topic}: ${of.map(({ words }) => `${words}.`).join(' ')}`, width, '  ')).join('\n');
  }
  if (layout === 'prose') return wrap(lines.map(({ words }) => `${words}.`).join(' '), width, '');
  return lines.map(({ words }) => `${layout === 'bullets' ? '- ' : ''}${words}.`).join('\n');
}

export type ItemLayout = 'numbers' | 'brackets' | 'bullets' | 'sentences';

/** The items of the impression. */
export function layItems(items: readonly string[], layout: ItemLayout, width: number | null): string {
  if (layout === 'sentences') return items.map((item) => `${item}.`).join(' ');
  const mark = (i: number): string => ({ numbers: `${i + 1}. `, brackets: `${i + 1}) `, bullets: '- ' })[layout];
  return items.map((item, i) => wrap(`${mark(i)}${item}.`, width, '   ')).join('\n');
}

/** Breaks lines at blanks; `width` in characters, null for no breaks. */
export function wrap(text: string, width: number | null, indent: string): string {
  if (width === null) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

/** Some order of a list. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const left = [...list];
  const out: T[] = [];
  while (left.length > 0) out.push(...left.splice(random.below(left.length), 1));
  return out;
}
