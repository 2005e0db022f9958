import { createLanguage, type Language } from '../../language/language.ts';
import type { Field } from '../../language/syntax/fields.ts';
import { usedWith } from '../../language/template/fill.ts';
import type { Template } from '../../language/template/template.ts';
import { packs, rules, templates } from '../../packs/emh.ts';

/** The language as it ships, with its templates. */
export const language: Language = createLanguage({ packs, rules, templates });

/** A value that a field without a default can have. */
export function sampleOf({ type, low, name }: Field): string {
  if (type === 'number') return String((low ?? 1) + 1);
  const samples: Partial<Record<Field['type'], string>> = {
    size: '4.2 x 2.5 cm',
    date: '2021-03-02',
    time: '16:20',
    name: 'the treating team',
    side: 'left',
  };
  return samples[type] ?? (/patient/.test(name) ? '30-year-old male' : 'Thalassaemia intermedia.');
}

/** Levels that an examination shows. */
const levelsOf = (region: string): string =>
  /cervical/.test(region) ? 'C5 to C6' : /lumbar|abdomen/.test(region) ? 'D12 to L1' : 'D4 to D7';

/** Values for all fields that must be filled, with these switches on. */
export function samplesFor(template: Template, on: readonly string[], region = ''): Record<string, string> {
  const parts = usedWith(template, language.templates.get);
  const levels = levelsOf(`${template.name} ${region}`);
  const required = parts.flatMap(({ fields }) => [...fields.values()]).filter(({ field }) => field.default === null);
  return Object.fromEntries([
    ...required.map(({ key, field }) => [
      key,
      field.type === 'levels' ? levels : field.type === 'level' ? (levels.split(' ')[0] ?? '') : sampleOf(field),
    ]),
    ...on.map((name) => [name, 'present']),
  ]);
}

/** Names of all switches of a template and of what it uses. */
export const switchesOf = (template: Template): string[] =>
  usedWith(template, language.templates.get).flatMap(({ switches }) => [...switches]);
