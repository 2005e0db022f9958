import type { Span } from '../../text/span.ts';
import { holds } from '../condition.ts';
import { type Filled, usedWith, type Values } from '../fill.ts';
import type { Library, Part, Template } from '../template.ts';

/** A line of a filled template. */
export interface WrittenLine {
  readonly text: string;
  /** Values that a person gave, which no other template may drop: all but whole sentences that were the default. */
  readonly given: readonly { readonly key: string; readonly words: string }[];
  /** Whether it stands there because a person said so: `mass = present`. */
  readonly isChosen: boolean;
}

/** The lines of a filled template, without those at the end that are blank. */
export function writtenLines(filled: Filled, template: Template, library: Library): WrittenLine[] {
  const text = filled.text.trimEnd();
  const chosen = chosenParts(template, library);
  const lines: { text: string; given: { key: string; words: string }[]; isChosen: boolean }[] = text
    .split('\n')
    .map((words) => ({ text: words, given: [], isChosen: false }));
  let line = 0;
  let counted = 0;
  for (const [i, { at, from, template: own, field }] of filled.pieces.entries()) {
    for (let newline = text.indexOf('\n', counted); newline >= 0 && newline < at; newline = text.indexOf('\n', counted)) {
      line++;
      counted = newline + 1;
    }
    const here = lines[line];
    if (here === undefined) break;
    if ((chosen.get(own) ?? []).some(({ start, end }) => from.start >= start && from.start < end)) here.isChosen = true;
    if (field === null || field.isOpen) continue;
    const words = filled.text.slice(at, filled.pieces[i + 1]?.at ?? filled.text.length);
    if (words.trim() !== '') here.given.push({ key: field.key, words });
  }
  // What a chosen line says was chosen with it.
  return lines.map((each) => ({ ...each, given: each.given.filter(({ key, words }) => each.isChosen || !isUsual(filled, key, words)) }));
}

/** A default that is a sentence: a normal that nobody need have looked at. */
function isUsual({ pieces }: Filled, key: string, words: string): boolean {
  const field = pieces.find((piece) => piece.field?.key === key)?.field?.field;
  return field?.default != null && field.default.toLowerCase() === words.toLowerCase() && /[.]\s*$/.test(words);
}

/** The parts of each template that do not stand in a report for which nothing is said. */
function chosenParts(template: Template, library: Library): Map<Template, Span[]> {
  const found = new Map<Template, Span[]>();
  const collect = (parts: readonly Part[], own: Template, isChosen: boolean): void => {
    for (const part of parts) {
      if (part.type === 'if') {
        const usual = own.fields.get(part.condition.name)?.field.default ?? null;
        collect(part.parts, own, isChosen || !holds(part.condition, usual));
      } else if (part.type === 'each') collect(part.parts, own, isChosen);
      else if (isChosen) {
        found.set(own, [...(found.get(own) ?? []), part.range]);
        const used = part.type === 'use' ? library(part.name) : undefined;
        if (used !== undefined && !found.has(used)) found.set(used, [{ start: 0, end: used.text.length }]);
      }
    }
  };
  for (const own of usedWith(template, library)) collect(own.parts, own, false);
  return found;
}

/** The values of a report for another template: those that it has a field or switch for; a normal that it words otherwise becomes its own. */
export function valuesFor(
  values: Values,
  from: Template,
  to: Template,
  library: Library,
  isValue: (template: Template, key: string, value: string) => boolean,
): Values {
  const fieldOf = (template: Template, key: string) =>
    usedWith(template, library)
      .map(({ fields }) => fields.get(key)?.field)
      .find((field) => field !== undefined);
  const found: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(values)) {
    const key = name.replace(/^(?:.*\.)?\d+\./, '');
    const [before, field] = [fieldOf(from, key), fieldOf(to, key)];
    const wasUsual = before?.default != null && before.default.toLowerCase() === value.toLowerCase() && /[.]\s*$/.test(value);
    if (field !== undefined && wasUsual && !isValue(to, key, value) && field.default !== null) found[name] = field.default;
    else found[name] = value;
  }
  return found;
}
