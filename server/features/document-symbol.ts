import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { type SymbolKind as OutlineKind, type OutlineSymbol, outlineSymbols, reportSymbol } from '../../language/assist/symbols.ts';
import { ruleSymbols } from '../../language/authoring/symbols.ts';
import { exampleSymbols } from '../../language/authoring/template/symbols.ts';
import { lexiconSymbols } from '../../language/authoring/vocabulary/symbols.ts';
import type { Snapshot } from '../../language/language.ts';
import type { PlacedText } from '../document-part.ts';
import { ListsOfReports, together } from '../kept-lists.ts';
import { SymbolKind } from '../protocol.ts';
import { run } from '../run.ts';
import type { Opened, Session } from '../session.ts';

export const KINDS: Readonly<Record<OutlineKind, SymbolKind>> = {
  report: SymbolKind.File,
  header: SymbolKind.Property,
  section: SymbolKind.Namespace,
  topic: SymbolKind.Class,
  finding: SymbolKind.Event,
  item: SymbolKind.String,
  rule: SymbolKind.Function,
  term: SymbolKind.Constant,
};

export function documentSymbols(session: Session): void {
  const symbolsIn = ({ snapshot, language, document }: Opened): OutlineSymbol[] => {
    const template = session.openedTemplate(document.uri)?.template;
    return [...outlineSymbols(snapshot, language.lexicon), ...(template === undefined ? [] : exampleSymbols(template))];
  };
  const lists = new ListsOfReports<Snapshot, DocumentSymbol | SymbolInformation>((report, _, i) => {
    const range = { start: 0, end: report.document.text.trimEnd().length };
    return symbolsOf(session, [reportSymbol(symbolsIn(report), i, range)], report.document);
  });
  session.documents.onDidClose(({ document }) => lists.forget(document.uri));
  const answer = async (opened: Opened): Promise<(DocumentSymbol | SymbolInformation)[]> => {
    if (opened.snapshots.length > 1) return together(await lists.inTurns(session, opened, opened.snapshots));
    const only = opened.reportAt(0);
    return symbolsOf(session, symbolsIn(only), only.document);
  };
  session.connection.onDocumentSymbol(
    run(
      session,
      'symbols',
      [] as DocumentSymbol[] | SymbolInformation[],
      (opened) => answer(opened) as Promise<DocumentSymbol[] | SymbolInformation[]>,
      ({ reading, document }) => symbolsOf(session, ruleSymbols(reading), document),
      ({ vocabulary, document }) => symbolsOf(session, lexiconSymbols(vocabulary), document),
    ),
  );
}

function symbolsOf(
  { capabilities }: Session,
  symbols: readonly OutlineSymbol[],
  document: PlacedText,
): DocumentSymbol[] | SymbolInformation[] {
  const isTree = capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
  return isTree ? symbols.map((symbol) => toTree(symbol, document)) : symbols.flatMap((symbol) => toList(symbol, '', document));
}

function toTree({ name, detail, kind, range, selection, children }: OutlineSymbol, document: PlacedText): DocumentSymbol {
  return {
    name: name === '' ? '…' : name,
    detail,
    kind: KINDS[kind],
    range: document.rangeOf(range),
    selectionRange: document.rangeOf(selection),
    children: children.map((child) => toTree(child, document)),
  };
}

function toList({ name, kind, range, children }: OutlineSymbol, containerName: string, document: PlacedText): SymbolInformation[] {
  const own = {
    name: name === '' ? '…' : name,
    kind: KINDS[kind],
    location: { uri: document.uri, range: document.rangeOf(range) },
    containerName,
  };
  return [own, ...children.flatMap((child) => toList(child, name, document))];
}
