import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Term } from '../lexicon/term.ts';
import type { Report } from '../meaning/report.ts';
import { fold } from '../text/fold.ts';
import { overlaps, type Span } from '../text/span.ts';
import { communicationItems } from './communication.ts';
import type { Proposal } from './item.ts';
import type { Place } from './place.ts';
import { USUAL_TOPICS } from './topics.ts';

/** Header lines in the order in which a report has them; the rest of the lexicon's follow. */
const FIRST_KEYS: readonly string[] = ['exam', 'date', 'patient', 'history', 'technique', 'comparison'];
/** Sections that stand as header lines. */
const HEADER_SECTIONS: ReadonlySet<string> = new Set(['history', 'technique', 'comparison']);
const FIRST_SECTIONS: readonly string[] = ['findings', 'impression', 'recommendation'];

/** What may begin a line here and is not there yet: whom a critical result was told, header keys before the findings, topics in them, section headings. */
export function lineStartItems(place: Place, lexicon: Lexicon): Proposal[] {
  const { lead, inHeader, section, line } = place;
  const told = communicationItems(place, lexicon);
  // An indented line goes on with the one before, a marked one is an item.
  if (lead === null || lead.start - line.start > 1) return told;
  const keys = inHeader ? keyItems(place, lead, lexicon) : [];
  const topics = section === 'findings' ? topicItems(place, lead, lexicon) : [];
  return [...told, ...keys, ...topics, ...headingItems(place, lead, lexicon)];
}

function keyItems(place: Place, lead: Span, lexicon: Lexicon): Proposal[] {
  const there = new Set(place.report?.outline.header.filter(({ key }) => !overlaps(key, lead)).map(({ id }) => id));
  const terms = lexicon.terms.filter(({ id, category }) => category === 'header' || (category === 'heading' && HEADER_SECTIONS.has(id)));
  const upper = place.report?.outline.header.every(({ key }) => isUpper(place.text.slice(key.start, key.end))) ?? false;
  const shout = upper && (place.report?.outline.header.length ?? 0) > 0;
  return listed(terms, FIRST_KEYS, there).flatMap((term) => {
    const words = formTyped(place, lead, term);
    const label = words === null ? '' : shout ? words.toUpperCase() : title(words);
    return words === null ? [] : [lineItem(place, lead, label, ': ', 'header', 'header', term)];
  });
}

function headingItems(place: Place, lead: Span, lexicon: Lexicon): Proposal[] {
  const sections = place.report?.outline.sections.filter(({ heading }) => heading !== null && !overlaps(heading, lead)) ?? [];
  const there = new Set(sections.map(({ id }) => id));
  const terms = lexicon.terms.filter(({ id, category }) => category === 'heading' && !(place.inHeader && HEADER_SECTIONS.has(id)));
  const written = sections.filter(({ id }) => !HEADER_SECTIONS.has(id)).map(({ heading }) => heading as Span);
  const shout = written.every(({ start, end }) => isUpper(place.text.slice(start, end)));
  const colon = written.length > 0 && written.every(({ end }) => place.text[end] === ':');
  return listed(terms, FIRST_SECTIONS, there).flatMap((term) => {
    const words = formTyped(place, lead, term);
    const label = words === null ? '' : shout ? words.toUpperCase() : title(words);
    return words === null ? [] : [lineItem(place, lead, label, colon ? ':' : '', 'heading', 'section', term)];
  });
}

/** Terms that are not there yet, the usual ones first. */
function listed(terms: readonly Term[], first: readonly string[], there: ReadonlySet<string | null>): Term[] {
  const rank = (term: Term): number => (first.includes(term.id) ? first.indexOf(term.id) : first.length);
  return terms.filter(({ id }) => !there.has(id)).sort((a, b) => rank(a) - rank(b));
}

/** The label, or the synonym that the typed words begin; null where none does. */
function formTyped({ text }: Place, lead: Span, { label, synonyms }: Term): string | null {
  const typed = fold(text.slice(lead.start, lead.end));
  return [label, ...synonyms].find((words) => fold(words).startsWith(typed)) ?? null;
}

function topicItems(place: Place, lead: Span, lexicon: Lexicon): Proposal[] {
  const typed = fold(place.text.slice(lead.start, lead.end));
  const there =
    place.report?.outline.topics
      .filter(({ name }) => !overlaps(name, lead))
      .map(({ name, sites }) => ({ words: fold(place.text.slice(name.start, name.end)), sites })) ?? [];
  const wanted = (label: string): boolean => {
    const sites = sitesOf(label, lexicon);
    return !there.some((topic) => topic.words === fold(label) || topic.sites.some((site) => sites.includes(site)));
  };
  const regions = regionsOf(place.report);
  const isUsual = (usual: readonly string[]): boolean =>
    regions.length === 0 || usual.some((part) => regions.some((region) => region.includes(part)));
  return USUAL_TOPICS.filter((topic) => isUsual(topic.regions) && fold(topic.label).startsWith(typed) && wanted(topic.label)).map(
    ({ label }) => lineItem(place, lead, label, ': ', 'topic', 'topic'),
  );
}

const regionsOf = (report: Report | undefined): readonly string[] => report?.exam.regions ?? [];

function sitesOf(label: string, lexicon: Lexicon): readonly string[] {
  const match = lexicon.match(fold(label), 0);
  return match?.senses.flatMap(({ term }) => (term.category === 'site' ? term.sites : [])) ?? [];
}

function lineItem(place: Place, lead: Span, label: string, ending: string, kind: Proposal['kind'], detail: string, term?: Term): Proposal {
  const rest = place.text.slice(place.word.end, place.line.end);
  const insertText = /^\s*:/.test(rest) ? label : `${label}${ending}`;
  return {
    label,
    insertText,
    replace: { start: lead.start, end: place.word.end },
    kind,
    detail,
    filterText: label,
    ...(term === undefined ? {} : { term }),
  };
}

const isUpper = (words: string): boolean => words === words.toUpperCase();
const title = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
