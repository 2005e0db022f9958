import { type ClientCapabilities, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { FIX_ALL, QUICK_FIX, SYNC } from './features/code-action.ts';
import { isPulling } from './features/diagnostics.ts';
import { COMMANDS } from './features/execute-command.ts';
import { LEXICON_SCHEME } from './features/lexicon-page.ts';
import { REWRITE } from './features/refactors.ts';
import { LEGEND } from './features/semantic-tokens.ts';

/** What the server can do for a client that says it can do this. */
export function serverCapabilities(client: ClientCapabilities): ServerCapabilities {
  const preparesRename = client.textDocument?.rename?.prepareSupport === true;
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: [' ', '-', '/'], resolveProvider: true },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [QUICK_FIX, FIX_ALL, SYNC, REWRITE] },
    documentSymbolProvider: true,
    documentHighlightProvider: true,
    foldingRangeProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: preparesRename ? { prepareProvider: true } : true,
    codeLensProvider: {},
    executeCommandProvider: { commands: Object.keys(COMMANDS) },
    linkedEditingRangeProvider: true,
    inlineCompletionProvider: true,
    inlayHintProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    workspace: { textDocumentContent: { schemes: [LEXICON_SCHEME] } },
    semanticTokensProvider: { legend: LEGEND, full: true, range: true },
    ...(isPulling(client) ? { diagnosticProvider: { identifier: 'emh', interFileDependencies: false, workspaceDiagnostics: false } } : {}),
  };
}
