import type { Field } from '../../language/syntax/fields.ts';
import { holds } from '../../language/template/condition.ts';
import { type Filled, usedWith, type Values } from '../../language/template/fill.ts';
import { aboutOf, type Library, type Part, type Template } from '../../language/template/template.ts';
import { type Exchanged, lost, type Notice, sortedNotices } from '../notice.ts';

/** What a template becomes in the text of a report, its open fields as they are. */
export interface PowerScribeOptions {
  readonly library: Library;
  /** The report with these values, open fields left open. */
  fill(template: Template, values: Values): Filled;
  /** Switches and fields that are settled: `mass` -> `present`. */
  readonly values: Values;
}

/**
 * A template as a report text with fields as PowerScribe writes them: `[a|b]` with the default first, `[default]`, `[]`. One report: which
 * lines stand in it is settled by `values`. What the text has no place for is among the notices.
 */
export function exportPowerScribe(template: Template, { library, fill, values }: PowerScribeOptions): Exchanged {
  const { text, pieces, problems } = fill(template, values);
  if (problems.length > 0)
    return { text: null, notices: problems.map(({ name, message }) => ({ kind: 'error', message: `${name} ${message}`, range: null })) };
  const notices: Notice[] = [];
  const written = pieces.map(({ at, field }, i) => {
    const words = text.slice(at, pieces[i + 1]?.at ?? text.length);
    if (field?.isOpen !== true) return plain(words, notices);
    return fieldText(field.field);
  });
  const all = usedWith(template, library);
  const fields = pieces.flatMap(({ field }) => (field?.isOpen === true ? [field] : []));
  const say = (isSo: boolean, message: string): void => {
    if (isSo) notices.push(lost(message));
  };
  for (const each of all) for (const words of leftOut(each.parts, each, values)) notices.push(lost(words));
  const named = [...new Set(fields.map(({ key }) => key))];
  say(named.length > 0, `The names of fields: ${named.join(', ')}.`);
  say(fields.length > named.length, 'That fields written again have one value: each is filled in by itself.');
  say(
    fields.some(({ field }) => field.required),
    `That fields must be filled in: ${[...new Set(fields.filter(({ field }) => field.required).map(({ key }) => key))].join(', ')}.`,
  );
  const typed = fields.filter(({ field }) => field.type !== 'choice' && field.type !== 'text');
  say(typed.length > 0, `What fields ask for: ${[...new Set(typed.map(({ key, field }) => `${key} (${typeOf(field)})`))].join(', ')}.`);
  say(
    all.some(({ groups }) => groups.size > 0),
    'Repeats: a repeated block stands as often as values are given for it, else once.',
  );
  say(
    all.some(({ required }) => required.length > 0),
    'Topics that must be spoken of.',
  );
  say(template.examples.length > 0, 'Examples.');
  const about = (['title', 'owner', 'review', 'spoken', 'code'] as const).filter((key) => aboutOf(template, key) !== '');
  say(about.length > 0, `What it says of itself: ${about.join(', ')}.`);
  return { text: written.join(''), notices: sortedNotices(notices) };
}

/** `[sic]` would be a field there. */
function plain(words: string, notices: Notice[]): string {
  if (!/[[\]]/.test(words)) return words;
  notices.push(lost(`Square brackets of "${words.trim().slice(0, 60)}", which are no field; they are round now.`));
  return words.replace(/\[/g, '(').replace(/\]/g, ')');
}

function fieldText({ type, choices, default: usual, unit }: Field): string {
  if (type === 'choice') {
    // The first is the default. Where one must be chosen, nothing is, so that no one signs what nobody chose.
    const ways = [...new Set([usual ?? '', ...choices])];
    return `[${ways.join('|')}]`;
  }
  const words = `[${usual ?? ''}]`;
  return unit === null ? words : `${words} ${unit}`;
}

const typeOf = ({ type, low, high, unit }: Field): string =>
  `${type}${low === null || high === null ? '' : ` ${low}-${high}`}${unit === null ? '' : ` ${unit}`}`;

/** Lines that do not stand in the text because of a condition, and those that do. */
function leftOut(parts: readonly Part[], template: Template, values: Values): string[] {
  const said = new Set<string>();
  const visit = (all: readonly Part[]): void => {
    for (const part of all) {
      if (part.type === 'each') visit(part.parts);
      if (part.type !== 'if') continue;
      const { range, name } = part.condition;
      const isThere = holds(part.condition, values[name] ?? template.fields.get(name)?.field.default ?? null);
      const words = template.text.slice(range.start, range.end).replace(/^\s*\[if\s+|\]\s*$/gi, '');
      said.add(isThere ? `The condition of lines "if ${words}": they always stand.` : `Lines "if ${words}".`);
      if (isThere) visit(part.parts);
    }
  };
  visit(parts);
  return [...said];
}
