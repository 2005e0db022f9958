import type { Span } from '../text/span.ts';
import type { Ignore } from './report.ts';

/** Text with comments blanked, offset for offset, and the `emh-ignore` comments among them. */
export interface Uncommented {
  readonly text: string;
  readonly comments: readonly Span[];
  readonly ignores: readonly (Ignore & { readonly ownLine: boolean })[];
}

/** A comment runs from `//` to the end of the line; not inside quotes, and not in `http://`. */
export function uncomment(text: string): Uncommented {
  if (!text.includes('//')) return { text, comments: [], ignores: [] };
  const comments: Span[] = [];
  const ignores: (Ignore & { ownLine: boolean })[] = [];
  const parts: string[] = [];
  let from = 0;
  let seen = 0;
  let quoted = false;
  let ownLine = true;
  for (let at = text.indexOf('//'); at >= 0; at = text.indexOf('//', at)) {
    for (; seen < at; seen++) {
      const c = text[seen];
      if (c === '\n') {
        quoted = false;
        ownLine = true;
      } else if (c === '"') quoted = !quoted;
      if (c !== ' ' && c !== '\t' && c !== '\n') ownLine = false;
    }
    if (quoted || text[at - 1] === ':') {
      at += 2;
      continue;
    }
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 ? text.length : text[newline - 1] === '\r' ? newline - 1 : newline;
    comments.push({ start: at, end: lineEnd });
    const directive = IGNORE.exec(text.slice(at, lineEnd));
    if (directive !== null) {
      const rules = (directive[1] ?? '').split(/[\s,]+/).filter((r) => r !== '');
      ignores.push({ rules, reason: (directive[2] ?? '').trim(), range: { start: at, end: lineEnd }, ownLine });
    }
    parts.push(text.slice(from, at), ' '.repeat(lineEnd - at));
    from = at = lineEnd;
  }
  parts.push(text.slice(from));
  return { text: parts.join(''), comments, ignores };
}

const IGNORE = /^\/\/\s*emh-ignore\s+([a-z0-9][a-z0-9, -]*[a-z0-9]|[a-z0-9])\s*(?::(.*))?$/i;
