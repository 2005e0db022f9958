import type { Finding } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import { contains, type Span } from '../text/span.ts';
import { isNamedAt, type Reading } from './reading.ts';

/** A reading with what its impressions rest on. */
export interface LinkedReading extends Reading {
  /** For each report. */
  readonly links: readonly (readonly Link[])[];
}

/** The words that stand for a finding: those that name it, else all of its. */
export const wordsOf = ({ where, range }: Finding): Span => where.head ?? range;

/** From words of the impression to the findings that they rest on, best match first; empty elsewhere. */
export function supportAt(reading: LinkedReading, offset: number): Finding[] {
  const links = linksAround(reading, offset, ({ stated }) => [stated]);
  return unique(links.flatMap(({ support }) => support));
}

/** From a finding to the words of the impression that rest on it; from those to the others of the same finding. */
export function statedAt(reading: LinkedReading, offset: number): Finding[] {
  const own = linksAround(reading, offset, ({ support }) => support);
  if (own.length > 0) return unique(own.map(({ stated }) => stated));
  const support = new Set(supportAt(reading, offset));
  return unique(reading.links.flat().flatMap((link) => (link.support.some((each) => support.has(each)) ? [link.stated] : [])));
}

/** The findings that some of the impression rest on. */
export const supportOf = ({ links }: LinkedReading, stated: readonly Finding[]): Finding[] =>
  unique(links.flat().flatMap((link) => (stated.includes(link.stated) ? link.support : [])));

/** The links whose findings an offset is in: those that are named there, else those that say something there. */
function linksAround({ links }: LinkedReading, offset: number, findingsOf: (link: Link) => readonly Finding[]): Link[] {
  const all = links.flat();
  const named = all.filter((link) => findingsOf(link).some((finding) => isNamedAt(finding, offset)));
  if (named.length > 0) return named;
  const saying = all.filter((link) => findingsOf(link).some(({ where }) => Object.values(where).some((span) => contains(span, offset))));
  return saying.length > 0 ? saying : all.filter((link) => findingsOf(link).some(({ range }) => contains(range, offset)));
}

const unique = (findings: readonly Finding[]): Finding[] => [...new Set(findings)];
