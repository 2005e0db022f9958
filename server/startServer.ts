import type { Connection, InitializeResult } from 'vscode-languageserver';
import { serverCapabilities } from './capabilities.ts';
import type { Environment } from './environment.ts';
import { codeActions } from './features/code-action.ts';
import { codeLenses } from './features/code-lens.ts';
import { completion } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { diagnostics } from './features/diagnostics.ts';
import { documentHighlight } from './features/document-highlight.ts';
import { documentSymbols } from './features/document-symbol.ts';
import { executeCommand } from './features/execute-command.ts';
import { foldingRanges } from './features/folding-range.ts';
import { hover } from './features/hover.ts';
import { impressionEdits } from './features/impression-edits.ts';
import { inlayHints } from './features/inlay-hint.ts';
import { inlineCompletion } from './features/inline-completion.ts';
import { lexiconPages } from './features/lexicon-page.ts';
import { linkedEditing } from './features/linked-editing.ts';
import { previews } from './features/preview.ts';
import { references } from './features/references.ts';
import { rename } from './features/rename.ts';
import { semanticTokens } from './features/semantic-tokens.ts';
import { spineMaps } from './features/spine-map.ts';
import { foldersOf, followSites } from './follow-sites.ts';
import { Session } from './session.ts';
import { followSettings, hintsOf, ruleSettingsOf } from './settings.ts';

const FEATURES = [
  completion,
  hover,
  codeActions,
  codeLenses,
  definition,
  references,
  rename,
  documentSymbols,
  documentHighlight,
  foldingRanges,
  semanticTokens,
  lexiconPages,
  executeCommand,
  linkedEditing,
  inlineCompletion,
  inlayHints,
  impressionEdits,
  spineMaps,
  previews,
];

/** Serves one client over a connection until it ends. `initializationOptions` may hold `severities`, `parameters`, `hints` and `showsExamples`. */
export function startServer(connection: Connection, environment: Environment): void {
  const session = new Session(connection, environment);
  connection.onInitialize((params): InitializeResult => {
    const { capabilities, initializationOptions } = params;
    session.capabilities = capabilities;
    session.folders = foldersOf(params);
    session.setSettings(ruleSettingsOf(initializationOptions));
    session.hints = hintsOf(initializationOptions);
    session.showsExamples = initializationOptions?.showsExamples === true;
    return { capabilities: serverCapabilities(capabilities), serverInfo: { name: 'EMH Report', version: environment.version } };
  });
  const refreshDiagnostics = diagnostics(session);
  const starts = [followSettings(session, refreshDiagnostics), followSites(session, refreshDiagnostics)];
  connection.onInitialized(() => {
    for (const start of starts) start();
  });
  for (const feature of FEATURES) feature(session);
  session.documents.listen(connection);
  connection.listen();
}
