import type { Span } from '../../language/text/span.ts';
import { type AttributesReading, readAttributes, withFlags } from './attributes.ts';
import { checkAttributes, hasFields } from './check-attributes.ts';
import { checkFields } from './check-fields.ts';
import { checkMetadata } from './check-metadata.ts';
import { type Fault, startOf } from './fault.ts';
import { attr, type Element, elementsOf, type Page, placeOf, placeOfAttr, plain, textOf } from './page.ts';

export interface Checked {
  readonly faults: readonly Fault[];
  readonly attributes: AttributesReading;
}

/** What of a page is no sound template of the format, in no order. */
export function checkPage(page: Page): Checked {
  const { script, attributes, faults } = scripts(page);
  const ids = new Set(page.body === null ? [] : elementsOf(page.body).flatMap((element) => attr(element, 'id') ?? []));
  return {
    attributes,
    faults: [
      ...frame(page),
      ...faults,
      ...checkMetadata(page),
      ...checkAttributes(attributes, { script, ids, page }),
      ...(page.body === null ? [] : [...sections(page.body), ...checkFields(page.body)]),
    ],
  };
}

/** As they are written: a reader of HTML makes other line ends of them. */
function attributesOf(page: Page, script: Element | null): AttributesReading {
  const start = script?.sourceCodeLocation?.startTag?.endOffset ?? 0;
  const end = script?.sourceCodeLocation?.endTag?.startOffset ?? start;
  return readAttributes(page.text.slice(start, end), start);
}

function frame(page: Page): Fault[] {
  const found: Fault[] = [];
  if (!page.hasDoctype) found.push({ rule: 'doctype', message: 'The file does not begin with <!DOCTYPE html>.', range: startOf(page) });
  for (const name of ['html', 'head', 'body'] as const) {
    const [, second] = page.tagsOf(name);
    if (page[name] === null) found.push({ rule: `one-${name}`, message: `There is no <${name}> element.`, range: placeIn(page) });
    if (second !== undefined) found.push({ rule: `one-${name}`, message: `There is a second <${name}> element.`, range: second });
  }
  const titles = page.head === null ? [] : elementsOf(page.head, 'title');
  const [title, second] = [...titles, ...(page.body === null ? [] : elementsOf(page.body, 'title'))];
  if (title === undefined) found.push({ rule: 'one-title', message: 'There is no <title> element.', range: placeIn(page) });
  if (second !== undefined) found.push({ rule: 'one-title', message: 'There is a second <title> element.', range: placeOf(second) });
  return [...found, ...charset(page)];
}

/** The head, else the whole file: where something of the head is missing. */
const placeIn = (page: Page): Span => (page.head === null ? startOf(page) : placeOf(page.head));

function charset(page: Page): Fault[] {
  const metas = page.head === null ? [] : elementsOf(page.head, 'meta');
  const [meta, second] = metas.filter((each) => attr(each, 'charset') !== null);
  const older = metas.find((each) => /charset=/i.test(attr(each, 'content') ?? '') && attr(each, 'http-equiv') !== null);
  if (second !== undefined) return [{ rule: 'charset', message: 'There is a second <meta charset>.', range: placeOf(second) }];
  if (meta === undefined && older === undefined)
    return [
      {
        rule: 'charset',
        message: 'There is no <meta charset="UTF-8">: what its letters are encoded in is not said.',
        range: placeIn(page),
      },
    ];
  const range = meta === undefined ? placeOf(older as Element) : placeOfAttr(meta, 'charset');
  const said = meta === undefined ? (attr(older as Element, 'content') ?? '') : (attr(meta, 'charset') ?? '');
  return meta !== undefined && /^utf-?8$/i.test(said.trim())
    ? []
    : [{ rule: 'charset-utf-8', message: `"${said}" is not written <meta charset="UTF-8">.`, range }];
}

/** The script of the head that holds the attributes, these, and what is wrong with scripts there. */
function scripts(page: Page): { script: Element | null; attributes: AttributesReading; faults: Fault[] } {
  const all = page.head === null ? [] : elementsOf(page.head, 'script');
  const isXml = (script: Element): boolean => /^(?:text|application)\/xml$/i.test(attr(script, 'type')?.trim() ?? '');
  const [script = null, ...more] = all.filter(isXml);
  const faults: Fault[] = [];
  let attributes = attributesOf(page, script);
  for (const second of more) {
    const [first] = attributes.all;
    const both = first === undefined || !hasFields(page) ? null : withFlags(first, attributesOf(page, second));
    if (both !== null) attributes = { ...attributes, all: [both, ...attributes.all.slice(1)] };
    const message = `There is a second <script type="text/xml"> in the head${both === null ? '' : '; its flag and status are read with the first'}.`;
    faults.push({ rule: both === null ? 'script' : 'script-flags', message, range: placeOf(second) });
  }
  for (const other of all.filter((each) => !isXml(each)))
    faults.push(
      isCode(other)
        ? { rule: 'script-code', message: 'A program in the head is no part of the format.', range: placeOf(other) }
        : {
            rule: 'script',
            message: 'There is another <script> in the head; only the one of type text/xml belongs there.',
            range: placeOf(other),
          },
    );
  return { script, attributes, faults };
}

/** Whether a script says that it is a program; one that says nothing may be a second set of attributes. */
const isCode = (script: Element): boolean =>
  /script|module/i.test(attr(script, 'type') ?? attr(script, 'language') ?? '') ||
  attr(script, 'src') !== null ||
  (attr(script, 'type') === null && plain(script.childNodes.map(textOf).join('')) !== '');

function sections(body: Element): Fault[] {
  const all = elementsOf(body, 'section');
  if (all.length === 0) return [{ rule: 'section', message: 'The body has no <section>.', range: placeOf(body) }];
  return all.flatMap((section): Fault[] => {
    const found: Fault[] = [];
    if (plain(attr(section, 'data-section-name') ?? '') === '')
      found.push({ rule: 'section', message: 'This section has no data-section-name.', range: placeOf(section) });
    for (const header of section.childNodes) {
      if (header.nodeName !== 'header' || !('attrs' in header)) continue;
      if (!/^level\d$/.test(attr(header, 'class') ?? ''))
        found.push({ rule: 'section', message: 'A <header> has the class level1, level2 and so on.', range: placeOf(header) });
    }
    return found;
  });
}
