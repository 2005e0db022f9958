import type { Connection, InitializeResult } from 'vscode-languageserver';
import { serverCapabilities } from './capabilities.ts';
import type { Environment } from './environment.ts';
import { beforeSigning } from './features/before-signing.ts';
import { codeActions } from './features/code-action.ts';
import { codeLenses } from './features/code-lens.ts';
import { completion } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { diagnostics } from './features/diagnostics.ts';
import { dictation } from './features/dictation.ts';
import { documentHighlight } from './features/document-highlight.ts';
import { documentLinks } from './features/document-link.ts';
import { documentSymbols } from './features/document-symbol.ts';
import { executeCommand } from './features/execute-command.ts';
import { findingsTree } from './features/findings-tree.ts';
import { foldingRanges } from './features/folding-range.ts';
import { formatting } from './features/formatting.ts';
import { hover } from './features/hover.ts';
import { impressionEdits } from './features/impression-edits.ts';
import { inlayHints } from './features/inlay-hint.ts';
import { inlineCompletion } from './features/inline-completion.ts';
import { languageState } from './features/language-state.ts';
import { linkedEditing } from './features/linked-editing.ts';
import { previews } from './features/preview.ts';
import { references } from './features/references.ts';
import { rename } from './features/rename.ts';
import { reportFields } from './features/report-fields.ts';
import { selectionRanges } from './features/selection-range.ts';
import { semanticTokens } from './features/semantic-tokens.ts';
import { spineMaps } from './features/spine-map.ts';
import { textDocumentContent } from './features/text-document-content.ts';
import { typeDefinition } from './features/type-definition.ts';
import { workspaceDiagnostics } from './features/workspace-diagnostics.ts';
import { workspaceSymbols } from './features/workspace-symbol.ts';

import { foldersOf, followSites } from './follow-sites.ts';
import { encodingFor } from './position-encoding.ts';
import { Session } from './session.ts';
import { followSettings, hintsOf, ownSettings, ruleSettingsOf } from './settings.ts';

const FEATURES = [
  completion,
  hover,
  codeActions,
  codeLenses,
  definition,
  typeDefinition,
  references,
  rename,
  documentSymbols,
  documentLinks,
  documentHighlight,
  foldingRanges,
  semanticTokens,
  selectionRanges,
  textDocumentContent,
  executeCommand,
  linkedEditing,
  inlineCompletion,
  inlayHints,
  impressionEdits,
  workspaceDiagnostics,
  workspaceSymbols,
  formatting,
  beforeSigning,
  languageState,
  findingsTree,
  dictation,
  spineMaps,
  previews,
  reportFields,
];

/**
 * Serves one client over a connection until it ends. `initializationOptions` may hold `severities`, `parameters`, `format`, `hints`, `showsExamples`,
 * `showsPlainLenses` and `checkWorkspace` (diagnostics also of reports that are not open).
 */
export function startServer(connection: Connection, environment: Environment): void {
  const session = new Session(connection, environment);
  connection.onInitialize((params): InitializeResult => {
    const { capabilities, initializationOptions } = params;
    session.capabilities = capabilities;
    session.encoding = encodingFor(capabilities);
    session.folders = foldersOf(params);
    session.givenSettings = ownSettings(initializationOptions);
    session.setSettings(ruleSettingsOf(session.givenSettings));
    session.hints = hintsOf(session.givenSettings);
    session.showsExamples = initializationOptions?.showsExamples === true;
    session.showsPlainLenses = initializationOptions?.showsPlainLenses === true;
    const checksWorkspace = initializationOptions?.checkWorkspace === true;
    return {
      capabilities: serverCapabilities(capabilities, checksWorkspace),
      serverInfo: { name: 'EMH Report', version: environment.version },
    };
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
