import { capital, uncapital } from '../impression/words.ts';
import type { Finding, Part } from '../meaning/finding.ts';
import { formsOf, is, type Node, verbOf } from '../meaning/node.ts';
import type { Statement } from '../syntax/report.ts';
import type { TextEdit } from '../text/edit.ts';
import { contains, overlaps, type Span, shift } from '../text/span.ts';
import { takesAn } from './abbreviation.ts';
import type { Asked, Refactoring } from './refactoring.ts';
import { statementAt } from './statement-at.ts';

/** A sentence with a verb in telegram style, or one in telegram style as a sentence. Where a word was not understood it stays as it is. */
export function style(asked: Asked): Refactoring[] {
  const stated = statementAt(asked);
  if (stated === null || stated.findings.length === 0) return [];
  const { statement, findings } = stated;
  const nodes = asked.readStatement(statement.text, statement.topic?.sites ?? []).nodes;
  const isProse = nodes.some((node) => verbOf(node) !== null);
  const ways = isProse
    ? [commas(asked, statement, findings, nodes), withoutVerb(statement), withoutCopula(statement, nodes)]
    : [sentence(asked, statement, findings, nodes), denial(asked, statement, findings), withCopula(statement, nodes)];
  const title = isProse ? 'Turn into telegram style' : 'Turn into a sentence';
  const found = ways.find((edits) => edits !== null && asked.keeps(edits));
  return found == null ? [] : [{ title, kind: 'style', edits: found }];
}

/** Words of one finding, each part as it was written. */
type Parts = Readonly<Partial<Record<Part, string>>>;

const PARTS: readonly Part[] = ['sites', 'severity', 'side', 'morphology', 'count', 'size', 'levels', 'discs'];

/** Words that only hold a sentence together. */
const FILLING = /^(?:there|is|are|was|were|an?|the|seen|noted|present|of|at|from|in|on|with|measuring|levels?|and)$/;

/**
 * The parts of a statement's only finding, if every word of it belongs to one or only fills the sentence; null where one
 * does not, as for what has a signal, a cause or a diagnosis, which have no place of their own in either style.
 */
function partsOf({ reading }: Asked, statement: Statement, findings: readonly Finding[], nodes: readonly Node[]): Parts | null {
  const [finding] = findings;
  const head = finding?.where.head;
  if (finding === undefined || head === undefined || findings.length > 1 || finding.presence !== 'present') return null;
  const spans = PARTS.flatMap((part) => {
    const span = finding.where[part];
    return span === undefined || contains(head, span.start) ? [] : [{ part, span }];
  });
  // `enlarged spleen`, `the spleen is enlarged`: no noun that could lead either.
  const inHead = nodes.filter(({ span }) => contains(head, span.start + statement.range.start));
  if (inHead.some((node) => verbOf(node) !== null || isAdjective(node))) return null;
  const all: readonly Span[] = [head, ...spans.map(({ span }) => span)];
  if (all.some((a, i) => all.some((b, j) => i < j && overlaps(a, b)))) return null;
  const isOwn = (node: Node): boolean => {
    const span = shift(node.span, statement.range.start);
    return all.some((own) => own.start <= span.start && span.end <= own.end);
  };
  if (!nodes.every((node) => isOwn(node) || node.type === 'mark' || node.text.split(/\s+/).every((word) => FILLING.test(word))))
    return null;
  const words = ({ start, end }: Span): string => reading.text.slice(start, end).replace(/\s+/g, ' ');
  return { head: words(head), ...Object.fromEntries(spans.map(({ part, span }) => [part, words(span)])) };
}

const isAdjective = (node: Node): boolean => formsOf(node).length > 0 && !formsOf(node).includes('noun');

/** `Masses, extradural, lobulated, D3-D8.` */
function commas(asked: Asked, statement: Statement, findings: readonly Finding[], nodes: readonly Node[]): TextEdit[] | null {
  const parts = partsOf(asked, statement, findings, nodes);
  if (parts === null) return null;
  const levels = parts.levels?.replace(/^([a-z]+\d+) (?:to|through) (?=[a-z]*\d+$)/i, '$1-');
  const rest = PARTS.flatMap((part) => (part === 'levels' ? levels : parts[part]) ?? []).map(uncapital);
  return instead(statement, [parts.head ?? '', ...rest].join(', '));
}

/** `There are lobulated extradural masses at D3-D8.` */
function sentence(asked: Asked, statement: Statement, findings: readonly Finding[], nodes: readonly Node[]): TextEdit[] | null {
  const parts = partsOf(asked, statement, findings, nodes);
  const head = parts?.head;
  if (parts === null || head === undefined) return null;
  const isCounted = asked.lexicon.term(findings[0]?.kind ?? '', 'head')?.frame.includes('count') ?? false;
  const isPlural = isCounted && /[^s]s$/.test(head) && !/sis$/.test(head);
  const noun = [parts.count, parts.severity, parts.side, parts.morphology, parts.sites, head]
    .flatMap((each) => each ?? [])
    .map(uncapital)
    .join(' ');
  const article = isPlural || !isCounted || parts.count !== undefined ? '' : takesAn(noun) ? 'an ' : 'a ';
  const size = parts.size === undefined ? '' : ` measuring ${parts.size}`;
  const places = [parts.levels, parts.discs].flatMap((each) => (each === undefined ? [] : [` at ${each}`])).join('');
  return instead(statement, `There ${isPlural ? 'are' : 'is'} ${article}${noun}${size}${places}`);
}

/** The statement in other words, with the stop that it had. */
function instead({ range, text }: Statement, words: string): TextEdit[] {
  const stop = /[.;!?]$/.exec(text)?.[0] ?? '';
  return [{ range, text: `${capital(words)}${stop}` }];
}

const OPENING = /^there (?:is|are|was|were)(?: an?| the)?\s+/i;
const SEEN =
  /\s+(?:is|are|was|were|can be|has been|have been)\s+(?:seen|noted|identified|demonstrated|visuali[sz]ed|observed|present|evident|found)\b/gi;

/** The statement without `there is` and `is seen`, whatever else it says. */
function withoutVerb({ range, text }: Statement): TextEdit[] | null {
  const opening = OPENING.exec(text)?.[0] ?? '';
  const edits: TextEdit[] = [];
  if (opening !== '')
    edits.push({ range: { start: range.start, end: range.start + opening.length + 1 }, text: text.charAt(opening.length).toUpperCase() });
  for (const { index, 0: words } of text.matchAll(SEEN))
    if (index >= opening.length + 1)
      edits.push({ range: { start: range.start + index, end: range.start + index + words.length }, text: '' });
  return edits.length === 0 ? null : edits;
}

/** `No canal narrowing is seen at D5.`: a verb behind what is denied. */
function denial({ reading }: Asked, { range }: Statement, findings: readonly Finding[]): TextEdit[] | null {
  const head = findings.at(-1)?.where.head;
  if (
    head === undefined ||
    findings.some(({ presence }) => presence !== 'absent') ||
    !/^no\s/i.test(reading.text.slice(range.start, range.end))
  )
    return null;
  const verb =
    /[^s]s$/.test(reading.text.slice(head.start, head.end)) && !/(?:sis|ites)$/.test(reading.text.slice(head.start, head.end))
      ? 'are'
      : 'is';
  return [{ range: { start: head.end, end: head.end }, text: ` ${verb} seen` }];
}

/** `The spleen is enlarged.` as `Spleen enlarged.` */
function withoutCopula({ range, text }: Statement, nodes: readonly Node[]): TextEdit[] | null {
  const verb = nodes.find((node) => verbOf(node) === 'be');
  if (verb === undefined || !/^(?:is|are|was|were)$/.test(verb.text) || nodes.some((node) => node !== verb && verbOf(node) !== null))
    return null;
  const article = /^the\s+(?=\S)/i.exec(text)?.[0] ?? '';
  if (verb.span.start <= article.length) return null;
  const first = text.charAt(article.length).toUpperCase();
  const place = shift(verb.span, range.start);
  return [
    { range: { start: range.start, end: range.start + article.length + 1 }, text: first },
    { range: { start: place.start, end: place.end + (/^\s*/.exec(text.slice(verb.span.end))?.[0].length ?? 0) }, text: '' },
  ];
}

/** And back, where a site stands before what is said of it. */
function withCopula({ range }: Statement, nodes: readonly Node[]): TextEdit[] | null {
  const at = nodes.findIndex((node, i) => isAdjective(node) && is(nodes[i - 1], 'site'));
  const site = nodes[at - 1];
  if (site === undefined) return null;
  const verb = /[^s]s$/.test(site.text) ? 'are' : 'is';
  const end = range.start + site.span.end;
  return [{ range: { start: end, end }, text: ` ${verb}` }];
}
