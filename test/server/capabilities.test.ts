import assert from 'node:assert/strict';
import { serverCapabilities } from '../../server/capabilities.ts';
import { PULLING } from './client.ts';

describe('the server', () => {
  it('can do this, for a client that pulls diagnostics', () => {
    assert.deepEqual(serverCapabilities(PULLING), {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      completionProvider: { triggerCharacters: [' ', '-', '/', '['], resolveProvider: true },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.emh', 'source.syncImpression', 'refactor.rewrite'] },
      documentSymbolProvider: true,
      documentLinkProvider: {},
      documentHighlightProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      definitionProvider: true,
      typeDefinitionProvider: true,
      referencesProvider: true,
      renameProvider: true,
      codeLensProvider: {},
      executeCommandProvider: { commands: ['emh.runExamples', 'emh.syncReport'] },
      linkedEditingRangeProvider: true,
      inlineCompletionProvider: true,
      inlayHintProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
      workspaceSymbolProvider: true,
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        textDocumentContent: { schemes: ['emh-lexicon', 'emh-rules', 'emh-templates'] },
      },
      semanticTokensProvider: {
        legend: {
          tokenTypes: [
            'type',
            'function',
            'variable',
            'enumMember',
            'number',
            'class',
            'property',
            'operator',
            'keyword',
            'modifier',
            'macro',
          ],
          tokenModifiers: [],
        },
        full: { delta: true },
        range: true,
      },
      diagnosticProvider: { identifier: 'emh', interFileDependencies: false, workspaceDiagnostics: false },
    });
  });

  it('pushes diagnostics to the others', () => assert.equal(serverCapabilities({}).diagnosticProvider, undefined));
});
