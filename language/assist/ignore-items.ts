import type { Proposal } from './item.ts';
import type { Place } from './place.ts';
import type { Reading, RuleName } from './reading.ts';

export const DIRECTIVE = 'emh-ignore';

/** In a comment: the word `emh-ignore`, and behind it rule ids, those that speak in this text first. */
export function ignoreItems(place: Place, reading: Reading, rules: readonly RuleName[]): Proposal[] {
  const comment = /\/\/\s*([^/]*)$/.exec(place.text.slice(place.line.start, place.offset))?.[1] ?? '';
  const begun = /^emh-ignore\s+(?:[a-z0-9-]+[\s,]+)*([a-z0-9-]*)$/i.exec(comment)?.[1];
  if (begun === undefined)
    return DIRECTIVE.startsWith(comment) ? [item(place, comment, DIRECTIVE, 'silences a rule for the next statement', ' ')] : [];
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const ids = [...new Set([...reading.diagnostics.map(({ rule }) => rule), ...titles.keys()])];
  return ids.filter((id) => id.includes(begun.toLowerCase())).map((id) => item(place, begun, id, titles.get(id) ?? 'rule', ''));
}

function item({ text, offset, line }: Place, begun: string, label: string, detail: string, ending: string): Proposal {
  const rest = /^[a-z0-9-]*/.exec(text.slice(offset, line.end))?.[0] ?? '';
  const replace = { start: offset - begun.length, end: offset + rest.length };
  return { label, insertText: `${label}${ending}`, replace, kind: 'rule', detail, filterText: label };
}
