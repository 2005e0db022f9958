import {
  type Range,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensEdit,
  type SemanticTokensLegend,
  SemanticTokenTypes,
} from 'vscode-languageserver';
import type { Span } from '../../language/text/span.ts';
import type { PlacedText } from '../document-part.ts';
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
  const full = (opened: Opened): SemanticTokens => {
    const tokens = { resultId: opened.id, data: tokensIn(opened, null) };
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
  requests.onRange(run(session, 'semantic tokens', NONE, (opened, { range }) => ({ data: tokensIn(opened, range) })));
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

/** Tokens of the understood words that touch a stretch of the text, one for each line that a word is on. */
function tokensIn({ reports }: Opened, asked: Range | null): number[] {
  const builder = new SemanticTokensBuilder();
  for (const { snapshot, document } of reports) {
    const { start, end } = asked === null ? { start: 0, end: document.text.length } : document.spanOf(asked);
    for (const { range, category } of snapshot.understood) {
      const type = INDEX.get(TYPE_OF[category] ?? '');
      if (type === undefined || range.end < start || range.start > end) continue;
      for (const part of lineParts(range, document)) {
        const { line, character } = document.positionAt(part.start);
        builder.push(line, character, document.positionAt(part.end).character - character, type, 0);
      }
    }
  }
  return builder.build().data;
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
