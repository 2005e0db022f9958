import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { headingAt } from '../../language/syntax/line.ts';
import { aboutOfLine, commentAt, directiveOf, leadOf } from '../../language/template/lines.ts';
import type { Part, Template } from '../../language/template/template.ts';
import { fold } from '../../language/text/fold.ts';
import { linesOf } from '../../language/text/lines.ts';

/** A field or another template in a line. */
export type Inset = Extract<Part, { type: 'field' | 'use' }>;

/** A line of a template, or the beginning or end of a block of them. */
export type Row =
  /** A line about the template; `key` is null for a comment or a blank line among them. */
  | { readonly type: 'about'; readonly key: string | null; readonly value: string; readonly words: string }
  | {
      readonly type: 'line';
      /** `[if mass absent][required] `, as written; empty where nothing leads it. */
      readonly lead: string;
      readonly pieces: readonly (string | Inset)[];
      /** `// ...` as written; empty for none. */
      readonly comment: string;
      /** Of a line that is a section's heading and stands in no block: what section. */
      readonly heading: string | null;
    }
  | { readonly type: 'open'; readonly verb: 'if' | 'each'; readonly words: string }
  | { readonly type: 'end' }
  /** A line, or lines, that go into no report. */
  | { readonly type: 'hidden'; readonly what: 'comment' | 'example'; readonly words: string };

/** A template line by line, with line breaks as they are read. The template has no problem of syntax. */
export function rowsOf({ text, parts, examples }: Template, lexicon: Lexicon): Row[] {
  const insets = insetsOf(parts);
  const rows: Row[] = [];
  let isAbout = true;
  let depth = 0;
  let next = 0;
  let example = 0;
  for (const { start, end } of linesOf(text)) {
    const words = text.slice(start, end);
    const about: ReturnType<typeof aboutOfLine> = isAbout ? aboutOfLine(words) : null;
    isAbout = about !== null;
    if (about !== null) {
      rows.push({ type: 'about', key: about.key, value: about.value, words });
      continue;
    }
    const own = examples[example];
    if (own !== undefined && start >= own.whole.start && end <= own.whole.end) {
      if (end === own.whole.end) {
        rows.push({ type: 'hidden', what: 'example', words: text.slice(own.whole.start, own.whole.end).replace(/\r\n?/g, '\n') });
        example++;
      }
      continue;
    }
    const directive = directiveOf(text, { start, end });
    if (directive !== null) {
      depth += directive.verb === 'end' ? -1 : 1;
      const { verb, rest } = directive;
      rows.push(verb === 'end' ? { type: 'end' } : { type: 'open', verb: verb === 'if' ? 'if' : 'each', words: rest });
      continue;
    }
    const from = leadEnd(text, start, end);
    const stop = commentAt(text, from, end);
    if (stop < end && text.slice(start, stop).trim() === '') {
      rows.push({ type: 'hidden', what: 'comment', words });
      continue;
    }
    const pieces: (string | Inset)[] = [];
    let at = from;
    while ((insets[next]?.range.start ?? Number.POSITIVE_INFINITY) < from) next++;
    for (let inset = insets[next]; inset !== undefined && inset.range.start < stop; inset = insets[++next]) {
      if (inset.range.start > at) pieces.push(text.slice(at, inset.range.start));
      pieces.push(inset);
      at = inset.range.end;
    }
    if (stop > at) pieces.push(text.slice(at, stop));
    const heading = depth === 0 && from === start && stop === end ? headingOf(words, lexicon) : null;
    rows.push({ type: 'line', lead: text.slice(start, from), pieces, comment: text.slice(stop, end), heading });
  }
  return rows;
}

/** The fields and other templates of all parts, in the order of the text. */
const insetsOf = (parts: readonly Part[]): Inset[] =>
  parts.flatMap((part) => {
    if (part.type === 'if' || part.type === 'each') return insetsOf(part.parts);
    return part.type === 'text' ? [] : [part];
  });

/** Behind all that leads a line: conditions, then `[required]`, as the reader of templates takes them. */
function leadEnd(text: string, start: number, end: number): number {
  const { words, from } = leadOf(text, start, end);
  return /^if/i.test(words) ? leadEnd(text, from, end) : from;
}

/** The section that a line names and does nothing else. */
function headingOf(words: string, lexicon: Lexicon): string | null {
  const folded = fold(words);
  const at = folded.search(/\S/);
  const heading = at < 0 ? null : headingAt(folded, at, folded.length, lexicon);
  return heading !== null && heading.rest >= folded.trimEnd().length ? heading.id : null;
}
