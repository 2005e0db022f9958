import type { Library, Part, Template } from '../../template/template.ts';
import { contains, type Span } from '../../text/span.ts';

/** A place of a template that names something: a field (or switch, or group) or another template. */
export interface NamePlace {
  readonly is: 'field' | 'template';
  /** In small letters; of a field the key that values are given by. */
  readonly name: string;
  /** The name alone, as offsets in the template. */
  readonly range: Span;
  /** Whether the field is asked for here; of a switch, which nothing asks for, its first condition. */
  readonly isDefinition: boolean;
  /** Whether another name could be written here: not where a field is named by its type alone. */
  readonly isWritten: boolean;
}

/** All names in a template, in its order. */
export function namesIn(template: Template): NamePlace[] {
  const { text, conditions, examples } = template;
  const found: NamePlace[] = [...partNames(template.parts, template)];
  const seen = new Set<string>();
  for (const { name, range } of conditions) {
    const at = rangeOfName(text, range, name, /\bif\s+(?:not\s+)?/i);
    const isSwitch = !template.fields.has(name);
    if (at !== null) found.push({ is: 'field', name, range: at, isDefinition: isSwitch && !seen.has(name), isWritten: true });
    seen.add(name);
  }
  for (const match of text.matchAll(/\[for each\s+([^[\]\r\n]+?)\s*\]/gi)) {
    const start = match.index + match[0].indexOf(match[1] ?? '', '[for each'.length);
    const range = { start, end: start + (match[1]?.length ?? 0) };
    found.push({ is: 'field', name: (match[1] ?? '').toLowerCase(), range, isDefinition: false, isWritten: true });
  }
  for (const { places } of examples)
    for (const [key, line] of Object.entries(places)) {
      const written = /^\s*([^=]+?)\s*=/.exec(text.slice(line.start, line.end))?.[1] ?? '';
      const start = line.start + text.slice(line.start, line.end).indexOf(written);
      // `mass.2.side`: the group and the field.
      const [, group = '', number = '', field = key] = /^(.*?)\.(\d+)\.(.*)$/.exec(key) ?? [];
      if (group !== '')
        found.push({ is: 'field', name: group, range: { start, end: start + group.length }, isDefinition: false, isWritten: true });
      const from = group === '' ? start : start + group.length + number.length + 2;
      found.push({ is: 'field', name: field, range: { start: from, end: from + field.length }, isDefinition: false, isWritten: true });
    }
  return found.sort((a, b) => a.range.start - b.range.start);
}

function partNames(parts: readonly Part[], template: Template): NamePlace[] {
  const { text, fields } = template;
  return parts.flatMap((part): NamePlace[] => {
    if (part.type === 'if' || part.type === 'each') return partNames(part.parts, template);
    if (part.type === 'use') {
      const range = rangeOfName(text, part.range, part.name, /\buse\s+/i);
      return range === null ? [] : [{ is: 'template', name: part.name, range, isDefinition: false, isWritten: true }];
    }
    if (part.type !== 'field') return [];
    const field = fields.get(part.key)?.field;
    if (field === undefined) return [];
    const isDefinition = field.range.start === part.range.start;
    const words = text.slice(part.range.start, part.range.end);
    const named =
      /^\[\s*\*?\s*([a-z][a-z0-9 /*-]{0,40}?)\s*:(?!\d)/i.exec(words) ??
      (isDefinition ? null : /^\[\s*\*?\s*([^\]=|]+?)\s*(?:=[^\]]*)?\]/.exec(words));
    const name = named?.[1] ?? '';
    const start = named === null ? part.range.start : part.range.start + named[0].indexOf(name);
    return [
      {
        is: 'field',
        name: part.key,
        range: named === null ? part.range : { start, end: start + name.length },
        isDefinition,
        isWritten: named !== null,
      },
    ];
  });
}

/** Where a name stands in a bracket, behind the words that lead to it. */
function rangeOfName(text: string, range: Span, name: string, lead: RegExp): Span | null {
  const words = text.slice(range.start, range.end);
  const from = lead.exec(words);
  if (from === null) return null;
  const start = range.start + from.index + from[0].length;
  // Blanks within a name may be several.
  const pattern = new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')}`, 'i');
  const found = pattern.exec(text.slice(start, range.end));
  return found === null ? null : { start, end: start + found[0].length };
}

/** The name at an offset, the innermost; undefined where there is none. */
export const nameAt = (template: Template, offset: number): NamePlace | undefined =>
  namesIn(template)
    .filter(({ range }) => contains(range, offset))
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))[0];

/** All places of the same name. */
export const sameNames = (template: Template, place: NamePlace): NamePlace[] =>
  namesIn(template).filter(({ is, name }) => is === place.is && name === place.name);

/** Why a field or switch may not get a name; null where it may. */
export function fieldRefusal(template: Template, place: NamePlace, newName: string, types: readonly string[]): string | null {
  const name = newName.trim().toLowerCase();
  if (place.is === 'template') return 'A template is named in its own file.';
  if (!sameNames(template, place).every(({ isWritten }) => isWritten))
    return `This field has no name of its own; give it one: [NAME: ${place.name.replace(/ \d+$/, '')}].`;
  if (!/^[a-z][a-z0-9 /*-]{0,40}$/.test(name)) return 'A name is of letters, digits, blanks and hyphens, and begins with a letter.';
  if (name === place.name) return null;
  if (types.includes(name) || /^(?:if|for each|use|example|expect|end|required|not|is)\b/.test(name))
    return `"${name}" means something else in brackets.`;
  return template.fields.has(name) || template.switches.has(name) || template.groups.has(name)
    ? `"${name}" is another name in this template.`
    : null;
}

/** What a name stands for: the place where a field is asked for; of a template, that template. */
export function definitionOf(template: Template, place: NamePlace, library: Library): NamePlace | Template | null {
  if (place.is === 'template') return library(place.name) ?? null;
  return sameNames(template, place).find(({ isDefinition }) => isDefinition) ?? null;
}
