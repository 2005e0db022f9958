import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { FIX_ALL, QUICK_FIX, SYNC } from './features/code-action.ts';
import { isPulling } from './features/diagnostics.ts';
import { COMMANDS } from './features/execute-command.ts';
import { REWRITE } from './features/refactors.ts';
import { LEGEND } from './features/semantic-tokens.ts';
import { SCHEMES } from './features/text-document-content.ts';
import { encodingFor } from './position-encoding.ts';
import { TextDocumentSyncKind } from './protocol.ts';

/** What the server can do for a client that says it can do this, and that may want all reports of its workspace checked. */
export function serverCapabilities(client: ClientCapabilities, checksWorkspace = false): ServerCapabilities {
  const preparesRename = client.textDocument?.rename?.prepareSupport === true;
  return {
    positionEncoding: encodingFor(client),
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: [' ', '-', '/', '['], resolveProvider: true },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [QUICK_FIX, FIX_ALL, SYNC, REWRITE] },
    documentSymbolProvider: true,
    documentLinkProvider: {},
    documentHighlightProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    definitionProvider: true,
    typeDefinitionProvider: true,
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
    workspaceSymbolProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true }, textDocumentContent: { schemes: [...SCHEMES] } },
    semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
    ...(isPulling(client)
      ? { diagnosticProvider: { identifier: 'emh', interFileDependencies: false, workspaceDiagnostics: checksWorkspace } }
      : {}),
  };
}
