import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type SymbolKind as OutlineKind, type OutlineSymbol, outlineSymbols } from '../../language/assist/symbols.ts';
import { ruleSymbols } from '../../language/authoring/symbols.ts';
import type { OpenDocument } from '../document.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';

export const KINDS: Readonly<Record<OutlineKind, SymbolKind>> = {
  report: SymbolKind.File,
  header: SymbolKind.Property,
  section: SymbolKind.Namespace,
  topic: SymbolKind.Class,
  finding: SymbolKind.Event,
  item: SymbolKind.String,
  rule: SymbolKind.Function,
};

export function documentSymbols(session: Session): void {
  session.connection.onDocumentSymbol(
    run(
      session,
      'symbols',
      [] as DocumentSymbol[] | SymbolInformation[],
      ({ snapshot, language, document }) => symbolsOf(session, outlineSymbols(snapshot, language.lexicon), document),
      ({ reading, document }) => symbolsOf(session, ruleSymbols(reading), document),
    ),
  );
}

function symbolsOf(
  { capabilities }: Session,
  symbols: readonly OutlineSymbol[],
  document: OpenDocument,
): DocumentSymbol[] | SymbolInformation[] {
  const isTree = capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
  return isTree ? symbols.map((symbol) => toTree(symbol, document)) : symbols.flatMap((symbol) => toList(symbol, '', document));
}

function toTree({ name, detail, kind, range, selection, children }: OutlineSymbol, document: OpenDocument): DocumentSymbol {
  return {
    name: name === '' ? '…' : name,
    detail,
    kind: KINDS[kind],
    range: document.rangeOf(range),
    selectionRange: document.rangeOf(selection),
    children: children.map((child) => toTree(child, document)),
  };
}

function toList({ name, kind, range, children }: OutlineSymbol, containerName: string, document: OpenDocument): SymbolInformation[] {
  const own = {
    name: name === '' ? '…' : name,
    kind: KINDS[kind],
    location: { uri: document.uri, range: document.rangeOf(range) },
    containerName,
  };
  return [own, ...children.flatMap((child) => toList(child, name, document))];
}
