import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensLegend,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import type { Snapshot } from '../../language/language.ts';
import type { Span } from '../../language/text/span.ts';
import type { PlacedText } from '../document-part.ts';
import { ListsOfReports } from '../kept-lists.ts';
import { reportsWithin } from '../opened.ts';
import { editsBetween, joined, type PlacedTokens, type Tokens } from '../placed-tokens.ts';
import { SemanticTokenTypes } from '../protocol.ts';
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

/** The last answer about a document. */
interface Given extends PlacedTokens {
  readonly id: string;
}

/** Colours of a whole report, of a part, or what has changed since an answer that the client still has. */
export function semanticTokens(session: Session): void {
  const { semanticTokens: requests } = session.connection.languages;
  const given = new Map<string, Given>();
  /** Those of a report are the same wherever it stands. */
  const kept = new WeakMap<Snapshot, Tokens>();
  const lists = new ListsOfReports<Snapshot, number>((report, snapshot) => {
    const tokens = kept.get(snapshot) ?? tokensOf(report);
    kept.set(snapshot, tokens);
    return tokens;
  });
  session.documents.onDidClose(({ document: { uri } }) => {
    given.delete(uri);
    lists.forget(uri);
  });
  const give = async (opened: Opened): Promise<Given> => {
    const { document, starts, id } = opened;
    const lines = starts.map((start) => document.positionAt(start).line);
    const now = { id, lists: await lists.inTurns(session, opened, opened.snapshots), lines };
    if (session.documents.get(document.uri) !== undefined) given.set(document.uri, now);
    return now;
  };
  const full = async (opened: Opened): Promise<SemanticTokens> => {
    const now = await give(opened);
    return { resultId: now.id, data: joined(now) };
  };
  const changed = async (
    opened: Opened,
    { previousResultId }: SemanticTokensDeltaParams,
  ): Promise<SemanticTokens | SemanticTokensDelta> => {
    const before = given.get(opened.document.uri);
    if (before?.id !== previousResultId) return full(opened);
    const now = await give(opened);
    return { resultId: now.id, edits: editsBetween(before, now) };
  };
  const within = (opened: Opened, { range }: SemanticTokensRangeParams): SemanticTokens => {
    const reports = reportsWithin(opened, opened.document.spanOf(range));
    const lines = reports.map(({ document }) => document.positionAt(0).line);
    return { data: joined({ lists: reports.map((report) => tokensOf(report, report.document.spanOf(range))), lines }) };
  };
  requests.on(run(session, 'semantic tokens', NONE, full));
  requests.onDelta(run(session, 'semantic tokens', NONE as SemanticTokens | SemanticTokensDelta, changed));
  requests.onRange(run(session, 'semantic tokens', NONE, within));
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
