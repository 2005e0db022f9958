import { lost, type Notice } from '../notice.ts';
import { attr, elementsOf, type Page, placeOf, placeOfAttr } from './page.ts';

/** Elements that a template has nothing for, and what they are called. */
const ELEMENTS: Readonly<Record<string, string>> = {
  script: 'A program',
  style: 'The look of the page',
  link: 'A style sheet or link',
  img: 'An image',
  svg: 'A drawing',
  object: 'An embedded object',
  embed: 'An embedded object',
  iframe: 'An embedded page',
  canvas: 'A drawing',
  audio: 'A sound',
  video: 'A film',
  button: 'A button',
};

const ATTRIBUTES = /^on[a-z]+$|^data-mrrt-|^data-field-merge-flag$|^multiple$|^data-section-/;

/** What of a page no template holds, each at its place. */
export function foreignMarkup(page: Page): Notice[] {
  if (page.html === null) return [];
  const own = page.body !== null && attr(page.body, 'data-emh') !== null;
  return elementsOf(page.html).flatMap((element): Notice[] => {
    const called = ELEMENTS[element.tagName];
    const isXml = element.tagName === 'script' && /xml/i.test(attr(element, 'type') ?? '');
    const isOwnStyle = own && element.tagName === 'style';
    const found = called === undefined || isXml || isOwnStyle ? [] : [lost(`${called} (<${element.tagName}>).`, placeOf(element))];
    for (const { name, value } of element.attrs) {
      if (!ATTRIBUTES.test(name) || name === 'data-section-name') continue;
      if (name === 'data-field-merge-flag' && value !== 'true') continue;
      found.push(lost(`${MEANS[name] ?? meaning(name)} (${name}="${value.slice(0, 60)}").`, placeOfAttr(element, name)));
    }
    return found;
  });
}

const MEANS: Readonly<Record<string, string>> = {
  'data-field-merge-flag': 'That other systems fill in this field',
  multiple: 'That several of a list can be chosen',
};

const meaning = (name: string): string => (name.startsWith('on') ? 'A program' : 'What only some tools understand');
