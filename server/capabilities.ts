import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { FIX_ALL, QUICK_FIX, SYNC } from './features/code-action.ts';
import { LEGEND } from './features/semantic-tokens.ts';

/** What the server can do; `pulls` where the client asks for diagnostics itself. */
export function serverCapabilities(pulls: boolean): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: [' ', '-', '/'], resolveProvider: true },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [QUICK_FIX, FIX_ALL, SYNC] },
    documentSymbolProvider: true,
    documentHighlightProvider: true,
    foldingRangeProvider: true,
    semanticTokensProvider: { legend: LEGEND, full: true, range: true },
    ...(pulls ? { diagnosticProvider: { identifier: 'emh', interFileDependencies: false, workspaceDiagnostics: false } } : {}),
  };
}
