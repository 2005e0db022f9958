import type { Span } from '../../language/text/span.ts';
import { type AttributesReading, type Part, partsOf } from './attributes.ts';
import { type Fault, startOf } from './fault.ts';
import { type Element, elementsOf, type Page, placeOf } from './page.ts';
import type { MrrtRule } from './rules.ts';

interface Around {
  readonly script: Element | null;
  /** The ids of the body. */
  readonly ids: ReadonlySet<string>;
  readonly page: Page;
}

/** What is wrong with the `<template_attributes>` of a page, or that there are none. */
export function checkAttributes({ all, problems }: AttributesReading, around: Around): Fault[] {
  const { script, page } = around;
  const found: Fault[] = problems.map(({ message, range }) => ({
    rule: 'attributes-xml',
    message: `The template_attributes are no well-formed XML: ${message}`,
    range,
  }));
  const [first, second] = all;
  if (second !== undefined)
    found.push({ rule: 'attributes-many', message: 'There is a second <template_attributes>.', range: second.range });
  if (first !== undefined) return [...found, ...contents(first, around)];
  const range = script !== null ? placeOf(script) : page.head !== null ? placeOf(page.head) : startOf(page);
  const what = script === null ? '<script type="text/xml"> with <template_attributes> in the head' : '<template_attributes> in this script';
  found.push({ rule: hasFields(page) ? 'attributes-missing-with-fields' : 'attributes-missing', message: `There is no ${what}.`, range });
  return found;
}

/** Files without all of their attributes are in use: where there are fields, there is a template. Else nothing says that this is one. */
export const hasFields = ({ body }: Page): boolean => body !== null && elementsOf(body, 'input', 'select', 'textarea').length > 0;

const SINGLE = ['top-level-flag', 'status', 'coding_schemes', 'coded_content'] as const;

function contents(attributes: Part, { ids, page }: Around): Fault[] {
  const found: Fault[] = [];
  const fault = (rule: MrrtRule, message: string, range: Span): unknown => found.push({ rule, message, range });
  // Who declares codes declares all that belongs to them; older files declare none.
  const isBroken = !hasFields(page) && ['coding_schemes', 'term', 'coded_content'].some((name) => partsOf(attributes, name).length > 0);
  for (const name of SINGLE) {
    const [one, second] = partsOf(attributes, name);
    if (one === undefined)
      fault(
        isBroken ? 'attributes-codes-part-missing' : 'attributes-part-missing',
        `The template_attributes have no <${name}>.`,
        attributes.range,
      );
    if (second !== undefined) fault('attributes-part-many', `There is a second <${name}>.`, second.range);
  }
  const value = (name: string, pattern: RegExp, say: string): void => {
    const [one] = partsOf(attributes, name);
    if (one !== undefined && !pattern.test(one.text)) fault('attributes-value', `<${name}> is "${one.text}", not ${say}.`, one.range);
  };
  value('top-level-flag', /^(?:true|false)$/, 'true or false');
  value('status', /^(?:DRAFT|ACTIVE|RETIRED)$/, 'DRAFT, ACTIVE or RETIRED');
  const declared = schemes(attributes, fault);
  const coded = partsOf(attributes, 'coded_content').flatMap((content) => partsOf(content, 'entry'));
  for (const entry of coded) {
    const origin = entry.attrs.ORIGTXT?.trim() ?? '';
    if (origin === '') fault('entry', 'This <entry> has no ORIGTXT: nothing says what it codes.', entry.range);
    else if (!ids.has(origin)) fault('entry-elsewhere', `Nothing in the body has the id "${origin}" that this <entry> codes.`, entry.range);
    if (partsOf(entry, 'term').length === 0) fault('entry', 'This <entry> has no <term>.', entry.range);
  }
  for (const term of partsOf(attributes, 'term')) checkTerm(term, 'code', declared, fault);
  for (const entry of coded) for (const term of partsOf(entry, 'term')) checkTerm(term, 'entry', declared, fault);
  return found;
}

/** The names of the declared schemes, in small letters. */
function schemes(attributes: Part, fault: (rule: MrrtRule, message: string, range: Span) => unknown): ReadonlySet<string> {
  const names = new Set<string>();
  for (const holder of partsOf(attributes, 'coding_schemes')) {
    const all = partsOf(holder, 'coding_scheme');
    if (all.length === 0) fault('scheme', '<coding_schemes> has no <coding_scheme>.', holder.range);
    for (const { attrs, range } of all) {
      for (const key of ['name', 'designator'])
        if ((attrs[key]?.trim() ?? '') === '') fault('scheme', `This <coding_scheme> has no ${key}.`, range);
      names.add((attrs.name ?? '').trim().toLowerCase());
    }
  }
  return names;
}

function checkTerm(
  term: Part,
  rule: MrrtRule,
  declared: ReadonlySet<string>,
  fault: (rule: MrrtRule, message: string, range: Span) => unknown,
): void {
  const codes = partsOf(term, 'code');
  if (codes.length !== 1) fault(rule, `A <term> has one <code>; this one has ${codes.length === 0 ? 'none' : codes.length}.`, term.range);
  for (const { attrs, range } of codes) {
    for (const key of ['meaning', 'value', 'scheme'])
      if ((attrs[key]?.trim() ?? '') === '') fault(rule, `This <code> has no ${key}.`, range);
    const scheme = attrs.scheme?.trim() ?? '';
    if (scheme !== '' && declared.size > 0 && !declared.has(scheme.toLowerCase()))
      fault('scheme-undeclared', `The scheme "${scheme}" is not among the <coding_schemes>.`, range);
  }
}
