/**
 * What the server uses of the protocol's library that is there at run time. In one place: a bundle holds a list of all the names of the library for
 * each file that imports from it, and makes it at every start.
 */
export {
  AbstractMessageReader,
  AbstractMessageWriter,
  CodeActionKind,
  CompletionItemKind,
  CompletionTriggerKind,
  DiagnosticRefreshRequest,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  DocumentHighlightKind,
  ErrorCodes,
  FoldingRangeKind,
  InlayHintKind,
  InlayHintRefreshRequest,
  LSPErrorCodes,
  MarkupKind,
  MessageType,
  PositionEncodingKind,
  ResponseError,
  SemanticTokensRefreshRequest,
  SemanticTokenTypes,
  ShowMessageNotification,
  SymbolKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
