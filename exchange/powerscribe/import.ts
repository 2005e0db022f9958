import { FIELD_TYPES, readField } from '../../language/syntax/fields.ts';
import { linesOf } from '../../language/text/lines.ts';
import type { Source } from '../../language/text/source.ts';
import type { Span } from '../../language/text/span.ts';
import { choiceWords, FieldNames, fieldWords } from '../field-words.ts';
import { type Exchanged, lost, type Notice, sortedNotices, warning } from '../notice.ts';

/** A blank, a pick list or a default in any of the brackets in use, and what people type where something is still to be filled in. */
const FIELD = /\[([^[\]{}\n\r]*)\]|\{([^[\]{}\n\r]*)\}|<([^<>\d\s][^<>\n\r]*|)>|\*{3,}|_{3,}/g;

/**
 * A template (`.emht`) of a report text with fields as PowerScribe and others write them: `[]` or `***` a blank, `[T2|STIR]` a pick list with
 * its first as the default, `[C2-T1]` a default; `{...}` and `<...>` the same. Fields are named after the words before them.
 */
export function importPowerScribe({ name, text }: Source): Exchanged {
  const notices: Notice[] = [];
  const names = new FieldNames();
  const title = /([^/\\]*?)(?:\.[^.]*)?$/.exec(name)?.[1] || 'template';
  const read = new LineReader(names, notices);
  const lines = linesOf(text).map(({ start, end }) => read.line(text.slice(start, end), start));
  const named = lines.findIndex((line) => line.trim() !== '');
  const [, own, version] = /^\s*Template:\s*(\S+)(?:\s+(\S+))?\s*$/i.exec(lines[named] ?? '') ?? [];
  const body = own === undefined ? lines : lines.slice(named + 1);
  const about = [
    `Template: ${own ?? nameOf(title)}`,
    ...(own === undefined ? [`Title: ${title.replace(/\s+/g, ' ').trim()}`] : []),
    ...(version === undefined ? [] : [`Version: ${version}`]),
    '',
  ];
  while (body[0]?.trim() === '') body.shift();
  return { text: [...about, ...body].map((line) => `${line.trimEnd()}\n`).join(''), notices: sortedNotices(notices) };
}

const nameOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'template';

class LineReader {
  readonly #names: FieldNames;
  readonly #notices: Notice[];

  constructor(names: FieldNames, notices: Notice[]) {
    this.#names = names;
    this.#notices = notices;
  }

  /** A line of the template. `offset` is where the line stands. */
  line(words: string, offset: number): string {
    let line = '';
    let at = 0;
    let fields = 0;
    for (const match of words.matchAll(FIELD)) {
      const range = { start: offset + match.index, end: offset + match.index + match[0].length };
      const before = words.slice(at, match.index);
      line += this.#plain(before, { start: offset + at, end: range.start });
      const inside = match[1] ?? match[2] ?? match[3] ?? '';
      line += this.#field(inside, nearest(words.slice(0, match.index)), range);
      at = match.index + match[0].length;
      fields++;
    }
    line += this.#plain(words.slice(at), { start: offset + at, end: offset + words.length });
    // A quote before a field would make text of it.
    return fields > 0 ? line.replace(/["“”„«»]/g, "'") : line;
  }

  /** Text in which nothing is a mark of the template. */
  #plain(words: string, range: Span): string {
    if (/[[\]]/.test(words))
      this.#notices.push(lost(`Square brackets of "${words.trim().slice(0, 60)}", which are no field; they are round now.`, range));
    return words
      .replace(/\[/g, '(')
      .replace(/\]/g, ')')
      .replace(/(^|[^:])\/\//g, '$1/ /');
  }

  #field(inside: string, before: string, range: Span): string {
    const clean = (words: string): string => {
      const kept = choiceWords(words);
      if (kept !== words.trim().replace(/\s+/g, ' '))
        this.#notices.push(
          lost(`"${words.trim().slice(0, 60)}" has marks that a field has no room for; it is "${kept.slice(0, 60)}".`, range),
        );
      return kept;
    };
    const common = { required: false, unit: null, low: null, high: null };
    const name = this.#names.of(before, 'field');
    const words = inside.trim();
    if (words.includes('|')) {
      const choices = words.split('|').map(clean);
      const usual = choices[0] ?? '';
      return fieldWords({ ...common, name, type: 'choice', choices, default: usual }) ?? `[${name}: text]`;
    }
    // What a person would have typed over: `[size]`.
    const typed = Object.hasOwn(FIELD_TYPES, words.toLowerCase()) ? readField(words.toLowerCase(), range)?.type : undefined;
    if (typed !== undefined && typed !== 'choice') {
      this.#notices.push(warning(`"${words}" is taken for what is asked for, not for a default.`, range));
      return fieldWords({ ...common, name: typed === 'text' ? name : `${name}`, type: typed, choices: [], default: null }) ?? '[]';
    }
    return fieldWords({ ...common, name, type: 'text', choices: [], default: words === '' ? null : clean(words) }) ?? `[${name}: text]`;
  }
}

/** The words right before a field that may name it: its topic, or the last few. */
function nearest(before: string): string {
  const clause = before.slice(Math.max(...['.', ';', ']', '}', '>'].map((mark) => before.lastIndexOf(mark))) + 1);
  const topic = /^\s*(?:\d+[.)]\s*)?([^:]{1,40}):[^:]*$/.exec(clause)?.[1];
  return topic ?? clause.trim().split(/\s+/).slice(-3).join(' ');
}
