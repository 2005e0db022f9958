import type { Span } from '../../language/text/span.ts';
import { lost, type Notice, warning } from '../notice.ts';
import { plainLetters } from '../plain-letters.ts';
import { type Part, partsOf } from './attributes.ts';
import { metaOf, metasOf, TEMPLATE_TYPE } from './check-metadata.ts';
import { attr, elementsOf, type Page, placeOf, plain, textOf } from './page.ts';

export interface AboutRead {
  /** Lines about the template, its comments among them. */
  readonly lines: readonly string[];
  readonly title: string;
  /** Whether the page was written by `exportMrrt`. */
  readonly isOwn: boolean;
  readonly notices: readonly Notice[];
  /** Codes of places in the body. */
  readonly fieldCodes: readonly Span[];
}

/** What a page says of its template, as the first lines of one. */
export function aboutLines(page: Page, attributes: Part | null, file: string): AboutRead {
  const own = ownLines(page);
  const words = titleOf(page, file);
  if (page.body !== null && attr(page.body, 'data-emh') === 'template') return { ...own, title: words, isOwn: true, fieldCodes: [] };
  const notices: Notice[] = [];
  const codes = attributes === null ? [] : partsOf(attributes, 'term').flatMap((term) => codeLine(term, notices));
  const owner = metaOf(page, 'dcterms.publisher') || metaOf(page, 'dcterms.creator');
  const date = metaOf(page, 'dcterms.date');
  const language = metaOf(page, 'dcterms.language');
  if (language !== '' && !/^en\b/i.test(language))
    notices.push(warning(`The template is in "${language}"; its words are kept, and the vocabulary knows those of English.`));
  return {
    lines: [
      `Template: ${nameOf(words)}`,
      `Title: ${words}`,
      ...(owner === '' ? [] : [`Owner: ${owner}`]),
      ...(date === '' ? [] : [`Version: ${date}`]),
      ...codes,
      ...remarks(page),
      ...status(attributes),
    ],
    title: words,
    isOwn: false,
    notices,
    fieldCodes:
      attributes === null
        ? []
        : partsOf(attributes, 'coded_content').flatMap((content) => partsOf(content, 'entry').map(({ range }) => range)),
  };
}

/** What people see of the lines that the export wrote is taken from where they see it. */
const SHOWN: Readonly<Record<string, string>> = { title: 'dcterms.title', owner: 'dcterms.publisher' };

function ownLines(page: Page): { lines: string[]; notices: Notice[] } {
  const lines: string[] = [];
  const notices: Notice[] = [];
  for (const meta of page.head === null ? [] : elementsOf(page.head, 'meta')) {
    const key = /^emh\.([a-z]+)$/.exec(attr(meta, 'name') ?? '')?.[1];
    const value = (attr(meta, 'content') ?? '').replace(/[\r\n]+/g, ' ');
    if (key === undefined) continue;
    if (key === 'line') {
      lines.push(value);
      continue;
    }
    const shown = SHOWN[key] === undefined ? '' : metaOf(page, SHOWN[key]);
    const isChanged = shown !== '' && shown !== plain(value);
    if (isChanged) notices.push(warning(`The ${key} was "${value}" and is "${shown}" now.`, placeOf(meta)));
    const words = isChanged ? shown : value;
    lines.push(`${key.charAt(0).toUpperCase()}${key.slice(1)}:${words === '' ? '' : ` ${words}`}`);
  }
  return { lines, notices };
}

function titleOf(page: Page, file: string): string {
  const [title] = page.head === null ? [] : elementsOf(page.head, 'title');
  const words = metaOf(page, 'dcterms.title') || (title === undefined ? '' : plain(title.childNodes.map(textOf).join('')));
  return words || (/([^/\\]*?)(?:\.[^.]*)?$/.exec(file)?.[1] ?? 'template');
}

/** A name that can be asked for: small letters with hyphens. */
const nameOf = (title: string): string =>
  plainLetters(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'template';

function codeLine(term: Part, notices: Notice[]): string[] {
  return partsOf(term, 'code').flatMap(({ attrs, range }) => {
    const [value, meaning] = [plain(attrs.value ?? ''), plain(attrs.meaning ?? '')];
    if (/\s/.test(value)) {
      notices.push(lost(`The code "${value}": a code is one word.`, range));
      return [];
    }
    return [`Code: ${value} ${meaning}`];
  });
}

const LINES: ReadonlySet<string> = new Set(['dcterms.title', 'dcterms.type', 'dcterms.publisher', 'dcterms.date']);

/** All else that the head says, the licence above all, as comments: they are the author's own and go into no report. */
function remarks(page: Page): string[] {
  if (page.head === null) return [];
  return elementsOf(page.head, 'meta').flatMap((meta) => {
    const name = attr(meta, 'name')?.toLowerCase() ?? '';
    const content = plain(attr(meta, 'content') ?? '');
    // A second one of a name that has a line, and a type of its own, are said too.
    const isLine = LINES.has(name) && metasOf(page, name)[0] === meta && (name !== 'dcterms.type' || content === TEMPLATE_TYPE);
    return content === '' || !name.startsWith('dcterms.') || isLine ? [] : [`// ${name.slice(8)}: ${content}`];
  });
}

/** What the attributes say of the file. */
const status = (attributes: Part | null): string[] =>
  attributes === null
    ? []
    : ['status', 'top-level-flag'].flatMap((name) => partsOf(attributes, name).map(({ text }) => `// ${name}: ${plain(text)}`));
