import { bodyFindings } from '../impression/match.ts';
import { capital } from '../impression/words.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding, Presence } from '../meaning/finding.ts';
import { discLevels, levelIndex } from '../meaning/levels.ts';
import type { Link } from '../meaning/link.ts';
import { type LevelStyle, levelStyleOf } from '../meaning/notation.ts';
import type { ImpressionItem, Report } from '../meaning/report.ts';
import type { Topic } from '../syntax/report.ts';
import type { Span } from '../text/span.ts';
import { briefWords, findingName } from './finding-words.ts';
import { type LinkedReading, wordsOf } from './impression-ties.ts';
import { short } from './short.ts';

/** A line of the findings of a text, seen as a tree. */
export interface FindingsNode {
  readonly kind: 'report' | 'region' | 'finding' | 'impression' | 'item';
  readonly label: string;
  /** More of it in a few words: levels, side, severity; what an item rests on. */
  readonly detail: string;
  /** Of a finding; null of all else. */
  readonly presence: Presence | null;
  /** Where it stands in the text; null where it stands for more than one place. */
  readonly range: Span | null;
  readonly children: readonly FindingsNode[];
}

/** Regions of the spine from the skull down, with the letters of their vertebrae. */
const SPINE: readonly (readonly [region: string, letters: string])[] = [
  ['cervical-spine', 'C'],
  ['thoracic-spine', 'T'],
  ['lumbar-spine', 'L'],
  ['sacral-spine', 'Sc'],
];

/**
 * Findings by region, cranial ones first, then the items of the impression with the findings that they rest on, report after
 * report. What has no level stands under its topic, else under its site, in the order of the text.
 */
export function findingsTree({ text, reports, links }: LinkedReading, lexicon: Lexicon): FindingsNode[] {
  return reports.flatMap((report, r) => reportNodes(text, report, links[r] ?? [], lexicon));
}

function reportNodes(text: string, report: Report, links: readonly Link[], lexicon: Lexicon): FindingsNode[] {
  const style = levelStyleOf(text.slice(report.range.start, report.range.end));
  const regions = regionsOf(text, report, lexicon).map(([name, findings]) =>
    node(
      'region',
      name,
      findings.map((finding) => findingNode(finding, style, lexicon)),
    ),
  );
  const { impression } = report;
  const items = impression.map((item) => itemNode(item, links, style, lexicon));
  return items.length === 0 ? regions : [...regions, node('impression', 'Impression', items)];
}

/** Names of regions with their findings, in the order in which they are shown. */
function regionsOf(text: string, report: Report, lexicon: Lexicon): [string, Finding[]][] {
  const topics = new Map(report.outline.statements.map(({ index, topic }) => [index, topic]));
  const findings = [...bodyFindings(report)].sort((a, b) => topLevel(a) - topLevel(b) || a.range.start - b.range.start);
  const spine = SPINE.map(([id, letters]): [string, Finding[]] => [
    capital(lexicon.term(id, 'region')?.label ?? id),
    findings.filter((finding) => letters.includes(firstLevel(finding).charAt(0) || '-')),
  ]);
  const elsewhere = findings.filter((finding) => firstLevel(finding) === '').sort((a, b) => a.range.start - b.range.start);
  const others = Map.groupBy(elsewhere, (finding) => placeName(text, finding, topics.get(finding.statement) ?? null, lexicon));
  return [...spine.filter(([, own]) => own.length > 0), ...others];
}

/** The topmost vertebra of a finding; empty where it has none. */
function firstLevel({ levels, discs }: Finding): string {
  const all = [...levels, ...discs.flatMap(discLevels)];
  return all.reduce((first, level) => (first === '' || levelIndex(level) < levelIndex(first) ? level : first), '');
}

const topLevel = (finding: Finding): number => levelIndex(firstLevel(finding));

function placeName(text: string, { sites }: Finding, topic: Topic | null, lexicon: Lexicon): string {
  if (topic !== null) return short(text.slice(topic.name.start, topic.name.end));
  const [site] = sites;
  return site === undefined ? 'Elsewhere' : capital(lexicon.term(site, 'site')?.label ?? site);
}

const findingNode = (finding: Finding, style: LevelStyle, lexicon: Lexicon): FindingsNode =>
  node('finding', findingName(finding, lexicon), [], {
    detail: briefWords(finding, style),
    presence: finding.presence,
    range: wordsOf(finding),
  });

function itemNode({ item, text, range }: ImpressionItem, links: readonly Link[], style: LevelStyle, lexicon: Lexicon): FindingsNode {
  const own = links.filter((link) => link.item === item);
  const support = [...new Set(own.flatMap((link) => link.support))];
  const detail = own.length > 0 && support.length === 0 ? 'rests on no finding' : '';
  const children = support.map((finding) => findingNode(finding, style, lexicon));
  return node('item', `${item}. ${short(text)}`, children, { detail, range });
}

const node = (
  kind: FindingsNode['kind'],
  label: string,
  children: readonly FindingsNode[],
  more: Partial<Pick<FindingsNode, 'detail' | 'presence' | 'range'>> = {},
): FindingsNode => ({ kind, label, detail: '', presence: null, range: null, children, ...more });
