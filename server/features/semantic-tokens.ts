import {
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensEdit,
  type SemanticTokensLegend,
  type SemanticTokensRangeParams,
  SemanticTokenTypes,
} from 'vscode-languageserver';
import type { Snapshot } from '../../language/language.ts';
import type { Span } from '../../language/text/span.ts';
import type { PlacedText } from '../document-part.ts';
import { reportsWithin } from '../opened.ts';
import { run } from '../run.ts';
import type { Opened, Session } from '../session.ts';

/** Standard token types, so that any theme colours them. */
const TYPE_OF: Readonly<Record<string, SemanticTokenTypes>> = {
  head: SemanticTokenTypes.type,
  diagnosis: SemanticTokenTypes.type,
  observation: SemanticTokenTypes.function,
  site: SemanticTokenTypes.variable,
  region: SemanticTokenTypes.variable,
  level: SemanticTokenTypes.enumMember,
  number: SemanticTokenTypes.number,
  sequence: SemanticTokenTypes.class,
  technique: SemanticTokenTypes.class,
  modality: SemanticTokenTypes.class,
  intensity: SemanticTokenTypes.property,
  enhancement: SemanticTokenTypes.property,
  negation: SemanticTokenTypes.operator,
  exception: SemanticTokenTypes.operator,
  certainty: SemanticTokenTypes.operator,
  cause: SemanticTokenTypes.keyword,
  side: SemanticTokenTypes.modifier,
  severity: SemanticTokenTypes.modifier,
  grade: SemanticTokenTypes.modifier,
  morphology: SemanticTokenTypes.modifier,
  pattern: SemanticTokenTypes.modifier,
  count: SemanticTokenTypes.modifier,
  change: SemanticTokenTypes.modifier,
  normal: SemanticTokenTypes.macro,
};

export const LEGEND: SemanticTokensLegend = { tokenTypes: [...new Set(Object.values(TYPE_OF))], tokenModifiers: [] };
const INDEX: ReadonlyMap<string, number> = new Map(LEGEND.tokenTypes.map((type, i) => [type, i]));

const NONE: SemanticTokens = { data: [] };

/** Colours of a whole report, of a part, or what has changed since an answer that the client still has. */
export function semanticTokens(session: Session): void {
  const { semanticTokens: requests } = session.connection.languages;
  /** The last answer for each document. */
  const given = new Map<string, SemanticTokens>();
  session.documents.onDidClose(({ document }) => void given.delete(document.uri));
  /** Of a report as it is, wherever it stands. */
  const kept = new WeakMap<Snapshot, Tokens>();
  const keptOf = (opened: Opened, index: number): Tokens => {
    const snapshot = opened.snapshots[index] ?? opened.snapshot;
    let tokens = kept.get(snapshot);
    if (tokens === undefined) kept.set(snapshot, (tokens = tokensOf(opened.reportAt(index))));
    return tokens;
  };
  const full = (opened: Opened): SemanticTokens => {
    const { document, starts } = opened;
    const reports = starts.map((start, i) => ({ line: document.positionAt(start).line, tokens: keptOf(opened, i) }));
    const tokens = { resultId: opened.id, data: joined(reports) };
    given.set(opened.document.uri, tokens);
    return tokens;
  };
  const changed = (opened: Opened, { previousResultId }: SemanticTokensDeltaParams): SemanticTokens | SemanticTokensDelta => {
    const before = given.get(opened.document.uri);
    const now = full(opened);
    if (before?.resultId !== previousResultId) return now;
    return { resultId: opened.id, edits: editsBetween(before.data, now.data) };
  };
  requests.on(run(session, 'semantic tokens', NONE, full));
  requests.onDelta(run(session, 'semantic tokens', NONE as SemanticTokens | SemanticTokensDelta, changed));
  const within = (opened: Opened, { range }: SemanticTokensRangeParams): SemanticTokens => {
    const reports = reportsWithin(opened, opened.document.spanOf(range));
    return {
      data: joined(
        reports.map((each) => ({ line: each.document.positionAt(0).line, tokens: tokensOf(each, each.document.spanOf(range)) })),
      ),
    };
  };
  requests.onRange(run(session, 'semantic tokens', NONE, within));
}

/** One edit from the first number that differs to the last; none where all are the same. */
function editsBetween(before: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start] === now[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === now[now.length - 1 - same]) same++;
  const deleteCount = before.length - start - same;
  const data = now.slice(start, now.length - same);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}

/** Five numbers for each token, as in the protocol, of which the first counts lines from the beginning of its report. */
type Tokens = readonly number[];

/** Tokens of reports, one after the other. */
function joined(reports: Iterable<{ readonly line: number; readonly tokens: Tokens }>): number[] {
  const all: number[] = [];
  /** Line of the token before. */
  let at = 0;
  for (const { line, tokens } of reports) {
    for (let i = 0; i < tokens.length; i++) all.push(tokens[i] ?? 0);
    if (tokens.length === 0) continue;
    // All but the first count from the one before.
    all[all.length - tokens.length] = line + (tokens[0] ?? 0) - at;
    at = line;
    for (let i = 0; i < tokens.length; i += 5) at += tokens[i] ?? 0;
  }
  return all;
}

/** Tokens of the understood words of a report that touch a stretch of it, one for each line that a word is on. */
function tokensOf({ snapshot, document }: Opened, { start, end }: Span = { start: 0, end: document.length }): Tokens {
  const tokens: number[] = [];
  let before = document.positionAt(0);
  for (const { range, category } of snapshot.understood) {
    const type = INDEX.get(TYPE_OF[category] ?? '');
    if (type === undefined || range.end < start || range.start > end) continue;
    for (const part of lineParts(range, document)) {
      const from = document.positionAt(part.start);
      const isSameLine = from.line === before.line && tokens.length > 0;
      const length = document.positionAt(part.end).character - from.character;
      tokens.push(from.line - before.line, from.character - (isSameLine ? before.character : 0), length, type, 0);
      before = from;
    }
  }
  return tokens;
}

/** A stretch cut at line ends, without the blanks around the cuts. */
function lineParts(range: Span, { text }: PlacedText): Span[] {
  const words = text.slice(range.start, range.end);
  if (!words.includes('\n')) return [range];
  return [...words.matchAll(/[^\s][^\r\n]*/g)].map((match) => ({
    start: range.start + match.index,
    end: range.start + match.index + match[0].trimEnd().length,
  }));
}
