import type { Connection, InitializeResult } from 'vscode-languageserver';
import { serverCapabilities } from './capabilities.ts';
import type { Environment } from './environment.ts';
import { codeActions } from './features/code-action.ts';
import { completion } from './features/completion.ts';
import { diagnostics, isPulling } from './features/diagnostics.ts';
import { documentHighlight } from './features/document-highlight.ts';
import { documentSymbols } from './features/document-symbol.ts';
import { foldingRanges } from './features/folding-range.ts';
import { hover } from './features/hover.ts';
import { semanticTokens } from './features/semantic-tokens.ts';
import { foldersOf, followSites } from './follow-sites.ts';
import { Session } from './session.ts';
import { followSettings, ruleSettingsOf } from './settings.ts';

/** Serves one client over a connection until it ends. `initializationOptions` may hold `severities` and `parameters`. */
export function startServer(connection: Connection, environment: Environment): void {
  const session = new Session(connection, environment);
  connection.onInitialize((params): InitializeResult => {
    const { capabilities, initializationOptions } = params;
    session.capabilities = capabilities;
    session.folders = foldersOf(params);
    session.setSettings(ruleSettingsOf(initializationOptions));
    return { capabilities: serverCapabilities(isPulling(capabilities)), serverInfo: { name: 'EMH Report', version: environment.version } };
  });
  const refreshDiagnostics = diagnostics(session);
  const starts = [followSettings(session, refreshDiagnostics), followSites(session, refreshDiagnostics)];
  connection.onInitialized(() => {
    for (const start of starts) start();
  });
  for (const feature of [completion, hover, codeActions, documentSymbols, documentHighlight, foldingRanges, semanticTokens])
    feature(session);
  session.documents.listen(connection);
  connection.listen();
}
