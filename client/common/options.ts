import { workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { SELECTOR } from './report.ts';

/** What the client tells the protocol library and the server, the same in each host. */
export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: SELECTOR,
    diagnosticCollectionName: 'emh',
    // The server asks for the settings too, but only after the first report may have been read. What the editor gives is a
    // proxy, which cannot be sent to a worker; its copy can.
    initializationOptions: () => ({
      showsExamples: true,
      showsPlainLenses: true,
      severities: setting('severities'),
      parameters: setting('parameters'),
      format: setting('format'),
      hints: setting('hints'),
      checkWorkspace: workspace.getConfiguration('emh').get('checkWorkspace', false),
    }),
  };
}

const setting = (name: string): object => ({ ...workspace.getConfiguration('emh').get<object>(name, {}) });
