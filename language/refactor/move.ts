import { isWithin } from '../impression/sites.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Topic } from '../syntax/report.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Asked, Refactoring } from './refactoring.ts';
import { type Stated, statementAt } from './statement-at.ts';

/** The statement at the cursor behind what the report says under the topic of its site. */
export function move(asked: Asked): Refactoring[] {
  const stated = statementAt(asked);
  if (stated === null || !isFree(asked, stated)) return [];
  const { topics } = asked.report.outline;
  const own = stated.statement.topic;
  if (own !== null && fits(asked, stated, own)) return [];
  return topics
    .filter((topic) => topic !== own && fits(asked, stated, topic))
    .slice(0, 2)
    .map((topic): Refactoring => {
      const name = asked.reading.text.slice(topic.name.start, topic.name.end);
      const edits = [removal(asked, stated.statement.range), insertion(asked, topic, stated)];
      return { title: `Move to ${name}`, kind: 'move', edits: edits.sort((a, b) => a.range.start - b.range.start) };
    });
}

/** Whether it may go: a sentence of the findings with findings, outside of lists, of which no comment speaks, and not the last of its topic. */
function isFree({ report }: Asked, { statement, findings }: Stated): boolean {
  const others = report.outline.statements.filter(({ topic, index }) => topic === statement.topic && index !== statement.index);
  return (
    findings.length > 0 &&
    statement.section !== 'impression' &&
    statement.item === 0 &&
    statement.ignores.length === 0 &&
    (statement.topic === null || others.length > 0)
  );
}

/** Whether all that is found lies in a topic's sites. */
const fits = (asked: Asked, { findings }: Stated, topic: Topic): boolean =>
  findings.every((finding) => {
    const places = placesOf(asked, finding);
    return places.length === 0
      ? topic.sites.some((site) => asked.lexicon.implies(finding.kind, site))
      : places.every((place) => topic.sites.some((site) => isWithin(place, site)));
  });

/** Sites of a finding; where its kind implies them (cord compression), those that its words name. */
function placesOf({ reading, lexicon }: Asked, { sites, where: { head } }: Finding): readonly string[] {
  if (sites.length > 0 || head === undefined) return sites;
  return reading.understood
    .filter(({ category, range }) => category === 'site' && range.start >= head.start && range.end <= head.end)
    .flatMap(({ value }) => lexicon.term(value, 'site')?.sites ?? []);
}

/** Takes the sentence out, with the line where nothing else stands in it. */
function removal({ reading: { text } }: Asked, { start, end }: Span): TextEdit {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline;
  const isFirst = text.slice(lineStart, start).trim() === '';
  const isLast = text.slice(end, lineEnd).trim() === '';
  if (isFirst && isLast) return { range: { start: lineStart, end: Math.min(lineEnd + 1, text.length) }, text: '' };
  const blanks = (part: string): number => part.length - part.trimStart().length;
  if (isFirst) return { range: { start, end: end + blanks(text.slice(end, lineEnd)) }, text: '' };
  const before = text.slice(lineStart, start);
  // Behind a topic's colon its blank stays for the next sentence.
  const from = start - (isLast ? before.length - before.trimEnd().length : 0);
  return { range: { start: from, end: isLast ? end : end + blanks(text.slice(end, lineEnd)) }, text: '' };
}

function insertion({ reading: { text }, report }: Asked, topic: Topic, { statement }: Stated): TextEdit {
  const sentence = statement.text.replace(/\s*\n\s*/g, ' ').replace(/[;.]?$/, '.');
  const last = report.outline.statements.findLast((each) => each.topic === topic);
  const at = last === undefined ? text.indexOf(':', topic.name.end) + 1 : last.range.end;
  const stop = last === undefined || /[.!?;]$/.test(last.text) ? '' : '.';
  return { range: { start: at, end: at }, text: `${stop} ${sentence}` };
}
