import type { Part, Template } from '../../language/template/template.ts';

/** A template without places: two of the same shape write the same reports, and say the same of themselves. */
export const shapeOf = ({ text, about, parts, fields, switches, groups, required, examples, problems, ...template }: Template): object => ({
  name: template.name,
  title: template.title,
  about: about.map(({ key, value }) => [key, value]),
  parts: joined(shapes(parts, text)),
  fields: [...fields].map(([key, { field, groups: around }]) => [key, { ...field, range: null }, around]),
  switches: [...switches],
  groups: [...groups],
  required: required.map(({ topic }) => topic),
  examples: examples.map((example) => [example.name, example.values, example.text?.lines ?? null, example.rules.map(({ id }) => id)]),
  problems: problems.map(({ rule, message }) => [rule, message]),
});

type Shape = string | readonly unknown[];

const shapes = (parts: readonly Part[], text: string): Shape[] =>
  parts.map((part) => {
    if (part.type === 'text') return text.slice(part.range.start, part.range.end).replace(/\r\n?/g, '\n');
    if (part.type === 'field') return ['field', part.key];
    if (part.type === 'use') return ['use', part.name];
    if (part.type === 'each') return ['each', part.name, joined(shapes(part.parts, text))];
    const { name, is, value } = part.condition;
    return ['if', name, is, value, joined(shapes(part.parts, text))];
  });

/** Texts side by side are one; the last line has a line break. */
function joined(all: readonly Shape[]): Shape[] {
  const found: Shape[] = [];
  for (const shape of all) {
    const before = found.at(-1);
    if (typeof shape === 'string' && typeof before === 'string') found[found.length - 1] = before + shape;
    else found.push(shape);
  }
  return found;
}
