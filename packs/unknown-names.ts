import type { Problem } from '../language/lexicon/lexicon.ts';
import { didYouMean } from '../language/lexicon/shape.ts';
import type { Rule } from '../language/rules/rule.ts';
import { TEMPLATE_RULES } from '../language/template/template.ts';
import type { Site } from './site.ts';

/** Settings for rules and parameters that do not exist: slips that would otherwise go unseen. */
export function unknownNames({ severities, parameters, config }: Site, rules: readonly Pick<Rule, 'id' | 'parameters'>[]): Problem[] {
  const problem = (key: string, name: string, message: string): Problem => ({
    file: config?.file ?? '',
    line: config?.lineOf([key, name]) ?? 0,
    message: `\`${key}.${name}\` ${message}`,
    isMinor: true,
  });
  const ids = new Set([...rules.map(({ id }) => id), ...Object.keys(TEMPLATE_RULES)]);
  const known = [...new Set(rules.flatMap((rule) => Object.keys(rule.parameters)))];
  return [
    ...Object.keys(severities)
      .filter((id) => !ids.has(id))
      .map((id) => problem('severities', id, 'is the id of no rule; emh rules list names them all.')),
    ...Object.keys(parameters)
      .filter((name) => !known.includes(name))
      .map((name) =>
        problem('parameters', name, `is the parameter of no rule${didYouMean(name, known) || '; docs/rules.md names them all'}.`),
      ),
  ];
}
