import { hasFields } from './check-attributes.ts';
import { type Fault, startOf } from './fault.ts';
import { attr, type Element, elementsOf, type Page, placeOf, placeOfAttr, plain, textOf } from './page.ts';

/** What a file must say of itself (`dcterms.NAME`). */
export const METADATA = ['title', 'identifier', 'type', 'language', 'publisher', 'rights', 'license', 'date', 'creator'] as const;

/** The type of all files of the format. */
export const TEMPLATE_TYPE = 'IMAGE_REPORT_TEMPLATE';

/** The `<meta name="dcterms.NAME">` of a page, in its order. */
export const metasOf = ({ head }: Page, name: string): Element[] =>
  head === null ? [] : elementsOf(head, 'meta').filter((meta) => attr(meta, 'name')?.toLowerCase() === name);

/** What the first of them says; empty where there is none. */
export const metaOf = (page: Page, name: string): string => plain(attr(metasOf(page, name)[0] ?? NONE, 'content') ?? '');

const NONE = { attrs: [] } as unknown as Element;

/** What the head does not say of the template, or says in another way. */
export function checkMetadata(page: Page): Fault[] {
  if (page.head === null) return [];
  const range = placeOf(page.head);
  if (!hasFields(page) && METADATA.every((name) => metasOf(page, `dcterms.${name}`).length === 0))
    return [{ rule: 'metadata-none', message: 'The head has no <meta name="dcterms...">: nothing says what this is.', range }];
  const found: Fault[] = METADATA.filter((name) => metaOf(page, `dcterms.${name}`) === '').map((name) => ({
    rule: 'metadata',
    message: `The head has no <meta name="dcterms.${name}">.`,
    range,
  }));
  const said = (name: string, isRight: (value: string) => boolean, message: (value: string) => string): void => {
    const [meta] = metasOf(page, `dcterms.${name}`);
    const value = plain((meta && attr(meta, 'content')) ?? '');
    if (meta !== undefined && value !== '' && !isRight(value))
      found.push({ rule: 'metadata', message: message(value), range: placeOfAttr(meta, 'content') });
  };
  const [title] = elementsOf(page.head, 'title');
  const words = title === undefined ? '' : plain(title.childNodes.map(textOf).join(''));
  said(
    'title',
    (value) => title === undefined || value === words,
    (value) => `dcterms.title is "${value}", the <title> is "${words}".`,
  );
  said(
    'type',
    (value) => value === TEMPLATE_TYPE,
    (value) => `dcterms.type is "${value}", not ${TEMPLATE_TYPE}.`,
  );
  said(
    'language',
    (value) => /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(value),
    (value) => `dcterms.language is "${value}", no code of ISO 639 such as "en".`,
  );
  said(
    'date',
    (value) => /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T\S+)?$/.test(value),
    (value) => `dcterms.date is "${value}", no date such as 2024-06-30.`,
  );
  return found.map((fault) => (fault.range.end > 0 ? fault : { ...fault, range: startOf(page) }));
}
