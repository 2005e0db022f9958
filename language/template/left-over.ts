import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Report, WordProblem } from '../meaning/report.ts';
import { fold } from '../text/fold.ts';

/** What a template writes that a report made from it may leave standing. */
export interface Written {
  /** Its normal statements, as `sameWords` writes them. */
  readonly normals: ReadonlySet<string>;
  /** Topics that must be spoken of. */
  readonly required: readonly string[];
}

/** Words as they are compared: small letters, one blank. */
export const sameWords = (text: string): string => fold(text).replace(/\s+/g, ' ').trim();

/** The name that a report gives of its template, in small letters, and where; null where it gives none. */
export function templateOf(report: Report, text: string): { readonly name: string; readonly start: number; readonly end: number } | null {
  const value = report.outline.header.find(({ id }) => id === 'template')?.value;
  const name = value && /^\S+/.exec(text.slice(value.start, value.end))?.[0];
  return value === undefined || name === undefined
    ? null
    : { name: name.toLowerCase(), start: value.start, end: value.start + name.length };
}

/** Statements of a report that deny something or call it normal, and nothing else, as words that a report may leave standing. */
export function normalsOf(reports: readonly Report[]): string[] {
  return reports.flatMap(({ outline, findings }) => {
    const said = Map.groupBy(findings, ({ statement }) => statement);
    return outline.statements.filter(({ index }) => said.get(index)?.every(isNormal) === true).map(({ text }) => sameWords(text));
  });
}

const isNormal = ({ kind, presence }: Finding): boolean => kind === 'normal' || presence === 'absent';

/** What a report left of its template that it contradicts, and topics of the template that it says nothing of. */
export function leftOver(report: Report, text: string, written: Written, lexicon: Lexicon): WordProblem[] {
  return [...leftNormals(report, text, written, lexicon), ...unsaidTopics(report, text, written)];
}

/** Each sentence of the template is looked for once, so that this is linear in the findings. */
function leftNormals({ outline, findings }: Report, text: string, { normals }: Written, lexicon: Lexicon): WordProblem[] {
  const left = new Map<string, number>();
  for (const { index, text: words } of outline.statements) {
    const same = sameWords(words);
    if (normals.has(same) && !left.has(same)) left.set(same, index);
  }
  const said = Map.groupBy(findings, ({ statement }) => statement);
  const present = findings.filter(({ kind, presence, change }) => kind !== 'normal' && presence === 'present' && change !== 'resolved');
  return [...left.values()].flatMap((index): WordProblem[] => {
    const statement = outline.statements[index];
    const against = present.find(
      (finding) =>
        finding.statement !== index && said.get(index)?.some((normal) => contradicts(normal, finding, statement?.text ?? '', lexicon)),
    );
    if (statement === undefined || against === undefined) return [];
    const words = text.slice(against.range.start, against.range.end).replace(/\s+/g, ' ');
    return [
      { kind: 'left-normal', range: statement.range, words: text.slice(statement.range.start, statement.range.end), suggestions: [words] },
    ];
  });
}

/** Words that leave room for what is said beside them. */
const ROOM = /\b(?:otherwise|rest|remaining|remainder|other|others|elsewhere|except|but|although|besides)\b/i;
/** A normal that speaks of one aspect of a structure is against nothing else of it; which findings are of that aspect, words do not say. */
const ASPECT =
  /\b(?:alignment|attenuation|density|contours?|outline|heights?|texture|echotexture|echogenicity|function|motion|uptake|enhancement|vascularity|cali(?:bre|ber)|position|course|diameter|width)\b/i;
/** A normal that speaks of size alone is against a large organ, and of nothing else. */
const SIZES: ReadonlySet<string> = new Set(['hepatomegaly', 'splenomegaly', 'lymphadenopathy', 'cardiomegaly', 'organomegaly']);

function contradicts(normal: Finding, finding: Finding, statement: string, lexicon: Lexicon): boolean {
  if (!isNormal(normal) || normal.limited || !agree(normal, finding) || ROOM.test(statement)) return false;
  if (normal.kind !== 'normal')
    return (
      normal.kind === finding.kind &&
      (normal.sites.length === 0 || finding.sites.length === 0 || share(normal.sites, finding.sites, lexicon))
    );
  if (ASPECT.test(statement) || (/\bsize\b/i.test(statement) && !SIZES.has(finding.kind))) return false;
  if (/\bsignal\b/i.test(statement) && !/signal/.test(finding.kind) && Object.keys(finding.signal).length === 0) return false;
  return normal.sites.some((site) => finding.sites.includes(site) || (finding.sites.length === 0 && lexicon.implies(finding.kind, site)));
}

const share = (one: readonly string[], other: readonly string[], lexicon: Lexicon): boolean =>
  one.some((site) => other.some((part) => part === site || lexicon.isPart(part, site)));

/** Nothing in their levels and sides keeps them apart. */
const agree = (a: Finding, b: Finding): boolean =>
  (a.levels.length === 0 || b.levels.length === 0 || a.levels.some((level) => b.levels.includes(level))) &&
  (a.side === null || b.side === null || a.side === b.side || a.side === 'bilateral' || b.side === 'bilateral');

function unsaidTopics(report: Report, text: string, { required }: Written): WordProblem[] {
  const name = templateOf(report, text);
  if (name === null) return [];
  const spoken = new Set(
    report.outline.statements.flatMap(({ topic }) => (topic === null ? [] : sameWords(text.slice(topic.name.start, topic.name.end)))),
  );
  const unsaid = [...new Set(required)].filter((topic) => !spoken.has(sameWords(topic)));
  return unsaid.length === 0
    ? []
    : [{ kind: 'unsaid-topic', range: { start: name.start, end: name.end }, words: name.name, suggestions: [unsaid.join(', ')] }];
}
