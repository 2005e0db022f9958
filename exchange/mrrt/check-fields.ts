import type { Fault } from './fault.ts';
import { attr, type Element, elementsOf, placeOf, placeOfAttr, plain } from './page.ts';

export const FIELD_TYPES = ['TEXT', 'TEXTAREA', 'NUMBER', 'SELECTION_LIST', 'DATE', 'TIME', 'CHECKBOX', 'MERGE'] as const;
export const COMPLETION_ACTIONS = ['NONE', 'ALERT', 'PROHIBIT'] as const;

/** Elements that a person fills in; buttons are none. */
export const fieldsOf = (body: Element): Element[] =>
  elementsOf(body, 'input', 'select', 'textarea').filter((field) => !isButton(field) && !isInHead(field));

export const isButton = (field: Element): boolean => /^(?:button|submit|reset|image|file|hidden)$/i.test(attr(field, 'type') ?? '');

const isInHead = ({ parentNode }: Element): boolean => parentNode?.nodeName === 'head';

/** What is not as asked with the fields of a body. */
export function checkFields(body: Element): Fault[] {
  const ids = new Map<string, number>();
  for (const element of elementsOf(body)) {
    const id = attr(element, 'id');
    if (id !== null) ids.set(id, (ids.get(id) ?? 0) + 1);
  }
  const labelled = new Set(elementsOf(body, 'label').flatMap((label) => attr(label, 'for') ?? []));
  return fieldsOf(body).flatMap((field) => [
    ...identity(field, ids, labelled),
    ...type(field),
    ...action(field),
    ...(field.tagName === 'select' && elementsOf(field, 'option').length === 0
      ? [{ rule: 'field-choices', message: 'This list has nothing to choose.', range: placeOf(field) } as const]
      : []),
  ]);
}

function identity(field: Element, ids: ReadonlyMap<string, number>, labelled: ReadonlySet<string>): Fault[] {
  const id = attr(field, 'id')?.trim() ?? '';
  if (id === '') return [{ rule: 'field-id', message: `This <${field.tagName}> has no id.`, range: placeOf(field) }];
  const found: Fault[] = [];
  if ((ids.get(id) ?? 0) > 1)
    found.push({ rule: 'field-id', message: `The id "${id}" is given to several elements.`, range: placeOfAttr(field, 'id') });
  if (!labelled.has(id) && !isInLabel(field))
    found.push({ rule: 'field-label', message: `No <label for="${id}"> says what this field is.`, range: placeOf(field) });
  return found;
}

function isInLabel(field: Element): boolean {
  for (let { parentNode } = field; parentNode !== null && 'parentNode' in parentNode; { parentNode } = parentNode)
    if (parentNode.nodeName === 'label') return true;
  return false;
}

const isOf = <T extends string>(known: readonly T[], word: string): boolean => (known as readonly string[]).includes(word);

function type(field: Element): Fault[] {
  const said = attr(field, 'data-field-type');
  if (/^radio$/i.test(attr(field, 'type') ?? ''))
    return [{ rule: 'field-type', message: 'Radio buttons are no part of the format; a list is.', range: placeOf(field) }];
  if (said === null) return [{ rule: 'field-type', message: 'This field has no data-field-type.', range: placeOf(field) }];
  const range = placeOfAttr(field, 'data-field-type');
  if (!isOf(FIELD_TYPES, said))
    return [
      {
        rule: 'field-type',
        message: isOf(FIELD_TYPES, said.trim().toUpperCase())
          ? `The field type "${said}" is written in capitals.`
          : `"${said}" is no field type: ${FIELD_TYPES.join(', ')}.`,
        range,
      },
    ];
  const isList = field.tagName === 'select';
  return isList === (said === 'SELECTION_LIST') || said === 'MERGE'
    ? []
    : [{ rule: 'field-type', message: `A <${field.tagName}> is no ${said}.`, range }];
}

function action(field: Element): Fault[] {
  const found: Fault[] = [];
  const said = attr(field, 'data-field-completion-action');
  if (said !== null && !isOf(COMPLETION_ACTIONS, said))
    found.push({
      rule: 'field-action',
      message: `"${said}" is no completion action: ${COMPLETION_ACTIONS.join(', ')}.`,
      range: placeOfAttr(field, 'data-field-completion-action'),
    });
  const merge = attr(field, 'data-field-merge-flag');
  if (merge !== null && !/^(?:true|false)$/.test(merge))
    found.push({
      rule: 'field-action',
      message: `data-field-merge-flag is "${merge}", not true or false.`,
      range: placeOfAttr(field, 'data-field-merge-flag'),
    });
  if (/^number$/i.test(attr(field, 'data-field-type') ?? '') && plain(attr(field, 'data-field-units') ?? 'x') === '')
    found.push({ rule: 'field-type', message: 'data-field-units says nothing.', range: placeOfAttr(field, 'data-field-units') });
  return found;
}
