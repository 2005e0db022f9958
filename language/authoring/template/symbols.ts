import type { OutlineSymbol } from '../../assist/symbols.ts';
import type { Template } from '../../template/template.ts';

/** The examples of a template, to stand behind what its report has. */
export const exampleSymbols = ({ examples }: Template): OutlineSymbol[] =>
  examples.map(({ name, range, whole, values }) => ({
    name: name === '' ? 'example' : name,
    detail: Object.entries(values)
      .map(([key, value]) => `${key} = ${value}`)
      .join(', '),
    kind: 'rule',
    range: whole,
    selection: range,
    children: [],
  }));
