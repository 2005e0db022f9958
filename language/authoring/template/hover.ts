import type { Hover } from '../../assist/hover.ts';
import { paragraphs, plain } from '../../assist/markdown.ts';
import { FIELD_TYPES, type Field } from '../../syntax/fields.ts';
import { spokenName } from '../../template/spoken.ts';
import { aboutOf, type Library, type Template } from '../../template/template.ts';
import { contains } from '../../text/span.ts';
import { nameAt, sameNames } from './names.ts';

/** What the lines about a template are for. */
export const ABOUT: Readonly<Record<string, string>> = {
  template: 'The name that reports give, and other templates use.',
  title: 'What it is for, as people choose it.',
  owner: 'Who looks after it.',
  version: 'Which text is in use; reports name it.',
  review: 'When it is to be looked at again, as 2028-06-30.',
  spoken: 'The name that it is asked for by; it must not sound like another.',
  code: 'A code and its label: `RPID1234 MR Thoracic Spine`.',
};

/** What stands at a place of a template: a field, a condition, another template, a line about it; null where it is words of a report. */
export function hoverTemplate(template: Template, offset: number, library: Library): Hover | null {
  const lineStart = template.text.lastIndexOf('\n', offset - 1) + 1;
  const key = /^\s*([a-z]+)\s*:/i.exec(template.text.slice(lineStart, lineStart + 60));
  const about = template.about.find((line) => line.range.start >= lineStart && line.range.start <= lineStart + 400);
  if (key?.[1] !== undefined && about !== undefined && offset <= lineStart + key[0].length && key[1].toLowerCase() === about.key)
    return {
      range: { start: lineStart, end: lineStart + key[0].length - 1 },
      markdown: `**${plain(key[1])}** – ${ABOUT[about.key] ?? ''}`,
    };
  const place = nameAt(template, offset);
  if (place?.is === 'template') {
    const used = library(place.name);
    return { range: place.range, markdown: used === undefined ? `There is no template "${plain(place.name)}".` : templatePage(used) };
  }
  const field =
    [...template.fields.values()].find((each) => contains(each.field.range, offset)) ?? (place && template.fields.get(place.name));
  if (field !== undefined && field !== null)
    return {
      range: place?.range ?? field.field.range,
      markdown: fieldPage(field.key, field.field, field.groups, usesOf(template, field.key)),
    };
  return place === undefined ? null : { range: place.range, markdown: switchPage(template, place.name) };
}

const usesOf = (template: Template, key: string): number =>
  sameNames(template, { is: 'field', name: key, range: { start: 0, end: 0 }, isDefinition: false, isWritten: true }).length - 1;

function fieldPage(key: string, field: Field, groups: readonly string[], uses: number): string {
  const { type, choices, required, low, high, unit } = field;
  const asks =
    type === 'choice'
      ? `one of ${choices.map((choice) => (choice === '' ? 'nothing' : `"${plain(choice)}"`)).join(', ')}`
      : FIELD_TYPES[type];
  const range = low === null ? '' : ` from ${low} to ${high}`;
  return paragraphs([
    `**${plain(key)}** (field): ${asks}${range}${unit === null ? '' : ` in ${plain(unit)}`}.`,
    required
      ? 'It must be filled: no default is taken.'
      : field.default === null
        ? 'It has no default.'
        : `Default: "${plain(field.default)}".`,
    groups.length === 0
      ? ''
      : `Once for each ${groups.map(plain).join(', each ')}: \`${[...groups.map((group) => `${group}.1`), key].join('.')}\`.`,
    uses > 0 ? `Named in ${uses} other ${uses === 1 ? 'place' : 'places'} of the template.` : '',
  ]);
}

const switchPage = (template: Template, name: string): string =>
  template.groups.has(name)
    ? `**${plain(name)}** (group): what stands up to \`[end]\` is written once for each. Present only where it is set.`
    : `**${plain(name)}** (switch): present or absent; absent unless it is set.`;

function templatePage(template: Template): string {
  const fields = [...template.fields.keys()];
  const owner = aboutOf(template, 'owner');
  return paragraphs([
    `**${plain(template.name)}** (template${aboutOf(template, 'version') === '' ? '' : ` ${plain(aboutOf(template, 'version'))}`})`,
    plain(template.title),
    [owner === '' ? '' : `Owner: ${plain(owner)}.`, `Spoken: "${plain(spokenName(template))}".`].filter((words) => words !== '').join(' '),
    fields.length === 0 ? 'It has no fields.' : `Fields: ${fields.map(plain).join(', ')}.`,
  ]);
}
