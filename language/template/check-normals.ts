import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Report } from '../meaning/report.ts';
import { type Filled, fillTemplate, placeInTemplate, usedWith, type Values } from './fill.ts';
import { leftOver, normalsOf } from './left-over.ts';
import type { Library, Template, TemplateProblem } from './template.ts';

/** What looking for normals that stay asks of the language. */
export interface NormalsBench {
  readonly lexicon: Lexicon;
  readonly library: Library;
  read(text: string): { readonly reports: readonly Report[] };
}

/** More ways to fill a template than this are not tried. */
const MOST_WAYS = 150;

/** Normals that stay in the report when a field or a switch says the contrary: the author has to put them under a condition, or into the field. */
export function normalsThatStay(template: Template, { lexicon, library, read }: NormalsBench): TemplateProblem[] {
  const fill = (values: Values) => fillTemplate(template, values, { library, lexicon, defaults: true });
  const usual = fill({});
  const normals = new Set(normalsOf(read(usual.text).reports));
  if (normals.size === 0) return [];
  const staying = ({ text }: Filled) => read(text).reports.flatMap((report) => leftOver(report, text, { normals, required: [] }, lexicon));
  // What the defaults contradict by themselves is said of the report that they make.
  const known = new Set(staying(usual).map(({ words }) => words));
  const found = new Map<string, TemplateProblem>();
  for (const [name, value] of waysOf(template, library).slice(0, MOST_WAYS)) {
    const filled = fill({ [name]: value });
    for (const { range, words, suggestions } of staying(filled)) {
      const place = placeInTemplate(filled, template, range);
      if (place !== null && !known.has(words) && !found.has(words))
        found.set(words, {
          rule: 'template-normal-stays',
          message: `"${words}" stays where ${name} is ${value === '' ? 'empty' : `"${value}"`}, which says "${suggestions[0] ?? ''}".`,
          range: place,
        });
    }
  }
  return [...found.values()];
}

/** Each choice but the default, and each switch turned on, by itself. */
const waysOf = (template: Template, library: Library): [string, string][] =>
  usedWith(template, library).flatMap(({ fields, switches }) => [
    ...[...switches].map((name): [string, string] => [name, 'present']),
    ...[...fields].flatMap(([key, { field }]) =>
      field.choices.filter((choice) => choice !== field.default).map((choice): [string, string] => [key, choice]),
    ),
  ]);
