import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLanguage } from '../language/language.ts';
import type { Rule } from '../language/rules/rule.ts';
import { TEMPLATE_RULES } from '../language/template/template.ts';
import { dataFiles, packData } from './data-files.ts';
import { root } from './root.ts';

/** Path of the schema of a site's `.emh/config.json`. */
export const CONFIG_SCHEMA = 'schemas/config.schema.json';

/** Its text with the rules and parameters that ship, so that an editor offers them; a site's own stay allowed. All else is written by hand. */
export function configSchemaText(): string {
  const schema = JSON.parse(readFileSync(join(root, CONFIG_SCHEMA), 'utf8')) as { properties: Record<string, object> };
  const { rules } = createLanguage({ packs: packData(), rules: dataFiles('rules', '.emhr') });
  const { severities, parameters } = schema.properties;
  const properties = {
    ...schema.properties,
    severities: { ...severities, properties: { ...severityProperties(rules), ...templateProperties() } },
    parameters: { ...parameters, properties: parameterProperties(rules) },
  };
  return `${onLines({ ...schema, properties }, '', '')}\n`;
}

const severityProperties = (rules: readonly Rule[]): object =>
  Object.fromEntries(rules.map(({ id, title }) => [id, { description: title, allOf: [{ $ref: '#/definitions/severity' }] }]));

/** The checks of templates, which are no rules of reports. */
const templateProperties = (): object =>
  Object.fromEntries(
    Object.entries(TEMPLATE_RULES).map(([id, [, because]]) => [id, { description: because, allOf: [{ $ref: '#/definitions/severity' }] }]),
  );

function parameterProperties(rules: readonly Rule[]): object {
  const uses = rules.flatMap((rule) => Object.entries(rule.parameters).map(([name, usual]) => ({ name, usual, rule: rule.id })));
  return Object.fromEntries(
    [...Map.groupBy(uses, ({ name }) => name)].map(([name, own]) => {
      const usual = [...new Set(own.map((use) => use.usual))];
      const description = `Of ${[...new Set(own.map(({ rule }) => rule))].join(', ')}. Usually ${usual.join(' or ')}.`;
      return [name, { type: 'number', description, default: usual[0] }];
    }),
  );
}

const WIDTH = 140;

/** JSON as the formatter has it, with what fits on one line on one: a page for hundreds of names can still be read. */
function onLines(value: unknown, before: string, key: string): string {
  const short = inOne(value);
  if (typeof value !== 'object' || value === null || before.length + key.length + short.length < WIDTH) return short;
  const isList = Array.isArray(value);
  const inner = `${before}  `;
  const rows = Object.entries(value).map(([name, each]) => {
    const label = isList ? '' : `${JSON.stringify(name)}: `;
    return `${inner}${label}${onLines(each, inner, label)}`;
  });
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${rows.join(',\n')}\n${before}${close}`;
}

function inOne(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOne).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${inOne(each)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
