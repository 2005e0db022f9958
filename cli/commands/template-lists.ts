import { FIELD_TYPES } from '../../language/syntax/fields.ts';
import { usedWith } from '../../language/template/fill.ts';
import { spokenName } from '../../language/template/spoken.ts';
import type { Template } from '../../language/template/template.ts';
import { aboutOf } from '../../language/template/template.ts';
import { choicesInWords } from '../../language/template/value.ts';
import type { Templates } from '../../language/templates.ts';
import type { Colours } from '../drawing/colours.ts';
import { plural } from '../drawing/summary.ts';
import { drawTable } from '../drawing/table.ts';
import { type Io, widthOfScreen } from '../io.ts';

/** A line for each template: name, version, title. */
export const drawTemplates = (templates: readonly Template[], io: Io, colours: Colours): string => {
  const rows = templates.map((template) => [template.name, aboutOf(template, 'version'), template.title]);
  return `${rows.length === 0 ? '' : `${drawTable(['template', 'version', 'title'], rows, widthOfScreen(io.stdout), colours)}\n`}${plural(templates.length, 'template')}.\n`;
};

/** The same for programs. */
export const plainTemplates = (templates: readonly Template[]): object[] =>
  templates.map((template) => ({
    name: template.name,
    title: template.title,
    owner: aboutOf(template, 'owner'),
    version: aboutOf(template, 'version'),
    review: aboutOf(template, 'review'),
    spoken: spokenName(template),
    file: template.file,
    fields: [...template.fields.values()].map(({ key, field, groups }) => ({
      name: key,
      type: field.type,
      required: field.required,
      default: field.default,
      choices: field.choices,
      ...(field.type === 'number' ? { unit: field.unit, low: field.low, high: field.high } : {}),
      groups,
    })),
    switches: [...template.switches],
    examples: template.examples.map(({ name }) => name),
  }));

/** A line for each field and switch that can be set. */
export function drawFields(template: Template, { get }: Templates, io: Io, colours: Colours): string {
  const rows = usedWith(template, get).flatMap(({ fields, switches }) => [
    ...[...switches].map((name) => [name, 'present or absent', '= absent']),
    ...[...fields.values()].map(({ key, field, groups }) => [
      `${groups.map((group) => `${group}.N.`).join('')}${key}`,
      `${field.type === 'choice' ? choicesInWords(field) : FIELD_TYPES[field.type]}${field.low === null ? '' : ` from ${field.low} to ${field.high}`}${field.unit === null ? '' : ` ${field.unit}`}`,
      field.default === null ? (field.required ? 'required' : '') : `= ${field.default}`,
    ]),
  ]);
  return rows.length === 0 ? 'No fields.\n' : drawTable(['field', 'is', 'default'], rows, widthOfScreen(io.stdout), colours);
}
