import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend, SemanticTokenTypes } from 'vscode-languageserver';
import type { Span } from '../../language/text/span.ts';
import type { OpenDocument } from '../document.ts';
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

export function semanticTokens(session: Session): void {
  const { semanticTokens: requests } = session.connection.languages;
  requests.on(run(session, 'semantic tokens', NONE, (opened) => tokensIn(opened, { start: 0, end: opened.document.text.length })));
  requests.onRange(run(session, 'semantic tokens', NONE, (opened, { range }) => tokensIn(opened, opened.document.spanOf(range))));
}

/** Tokens of the understood words that touch a stretch of the text, one for each line that a word is on. */
function tokensIn({ snapshot, document }: Opened, { start, end }: Span): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { range, category } of snapshot.understood) {
    const type = INDEX.get(TYPE_OF[category] ?? '');
    if (type === undefined || range.end < start || range.start > end) continue;
    for (const part of lineParts(range, document)) {
      const { line, character } = document.positionAt(part.start);
      builder.push(line, character, part.end - part.start, type, 0);
    }
  }
  return builder.build();
}

/** A stretch cut at line ends, without the blanks around the cuts. */
function lineParts(range: Span, { text }: OpenDocument): Span[] {
  const words = text.slice(range.start, range.end);
  if (!words.includes('\n')) return [range];
  return [...words.matchAll(/[^\s][^\r\n]*/g)].map((match) => ({
    start: range.start + match.index,
    end: range.start + match.index + match[0].trimEnd().length,
  }));
}
