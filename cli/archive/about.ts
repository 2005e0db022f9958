import type { Report } from '../../language/meaning/report.ts';
import type { Span } from '../../language/text/span.ts';
import type { Option } from '../arguments.ts';
import { oneLine } from '../drawing/cells.ts';
import { wordsOf } from './record.ts';

/** What reports of an archive are told apart by. */
export const FACETS = ['date', 'exam', 'author', 'template'] as const;
export type Facet = (typeof FACETS)[number];

/** What is known of one report, as it is written; what is not known is missing. */
export type About = Readonly<Partial<Record<Facet, string>>>;

/** Names of header keys, record keys and CSV columns that a person gave in the place of the usual ones. */
export type AboutKeys = Readonly<Partial<Record<Facet, string>>>;

/** One report of a text. */
export interface ReportPlace {
  readonly range: Span;
  readonly about: About;
}

/** Characters of a value that are kept. */
const LONGEST = 80;

/** Keys of records and columns, in small letters with single blanks, the likeliest first. */
const USUAL: Readonly<Record<Facet, readonly string[]>> = {
  date: ['date', 'exam date', 'study date', 'report date', 'date of exam'],
  exam: ['exam', 'examination', 'procedure', 'study', 'study description'],
  author: ['author', 'radiologist', 'reported by', 'signed by', 'dictated by', 'read by'],
  template: ['template', 'template name', 'report template'],
};

/** What a header line is in the lexicon. */
const HEADER_IDS: Readonly<Record<Facet, string>> = { date: 'date', exam: 'exam', author: 'radiologist', template: 'template' };

export const ABOUT_OPTIONS: Readonly<Record<string, Option>> = Object.fromEntries(
  FACETS.map((facet) => [
    `${facet}-key`,
    {
      value: 'NAME',
      help: `header line, record key or CSV column with the ${facet}; ${USUAL[facet].slice(0, 2).join(' or ')} ... if not given`,
    },
  ]),
);

/** `Study_Date` and `study date` are one name. */
const plainName = (name: string): string =>
  name
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();

const namesOf = (facet: Facet, keys: AboutKeys): readonly string[] => {
  const own = keys[facet];
  return own === undefined ? USUAL[facet] : [plainName(own)];
};

/** Whether a column of a CSV file may tell something of its reports. */
export const tellsAbout =
  (keys: AboutKeys) =>
  (column: string): boolean =>
    FACETS.some((facet) => namesOf(facet, keys).includes(plainName(column)));

/** What a record says of its reports beside their text: strings and numbers under the names that are asked for. */
export function aboutRecord(record: object, keys: AboutKeys): About {
  const named = new Map<string, string>();
  for (const [name, value] of Object.entries(record)) {
    const words = wordsOf(value);
    if (words === null) continue;
    const plain = tidy(words);
    if (plain !== '' && !named.has(plainName(name))) named.set(plainName(name), plain);
  }
  if (named.size === 0) return {};
  return aboutOf((facet) =>
    namesOf(facet, keys)
      .map((name) => named.get(name))
      .find((value) => value !== undefined),
  );
}

/** The reports of a text, with what their records and, where these say nothing and words of the text may be told, their header lines say. */
export function placesOf(text: string, reports: readonly Report[], record: About, keys: AboutKeys, words = true): ReportPlace[] {
  if (reports.length === 0) return [{ range: { start: 0, end: text.length }, about: record }];
  return reports.map(({ range, outline }) => ({
    range,
    about: aboutOf((facet) => record[facet] ?? (words ? inHeader(text, outline, facet, keys) : undefined)),
  }));
}

function inHeader(text: string, outline: Report['outline'], facet: Facet, keys: AboutKeys): string | undefined {
  const own = keys[facet];
  const field = outline.header.find(({ id }) => id === HEADER_IDS[facet]);
  const value =
    own !== undefined
      ? namedLine(text, outline, plainName(own))
      : field === undefined
        ? ''
        : text.slice(field.value.start, field.value.end);
  const plain = tidy(value);
  return plain === '' ? undefined : plain;
}

/** Behind the colon of a line before findings and impression that begins with the name: the lexicon need not know it. Empty where there is none. */
function namedLine(text: string, { range, sections }: Report['outline'], name: string): string {
  const end = sections.find(({ id }) => id === 'findings' || id === 'impression')?.range.start ?? range.end;
  for (const line of text.slice(range.start, end).split(/\r\n|\r|\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0 && plainName(line.slice(0, colon)) === name) return line.slice(colon + 1);
  }
  return '';
}

const aboutOf = (wordsOf: (facet: Facet) => string | undefined): About =>
  Object.fromEntries(FACETS.map((facet) => [facet, wordsOf(facet)]).filter(([, value]) => value !== undefined)) as About;

const tidy = (value: string): string =>
  oneLine(value.replace(/\s+/g, ' ').trim())
    .slice(0, LONGEST)
    .replace(/[.,;]$/, '');
