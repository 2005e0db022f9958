import { l10n, type TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { BEFORE_SIGNING, type BeforeSigning, type BeforeSigningParams } from '../../../server/before-signing.ts';

export type Open = BeforeSigning['open'][number];

/** What is open in a report as it stands; asked again where something is typed meanwhile. Rejects where the server cannot start. */
export async function askOpen(client: BaseLanguageClient, document: TextDocument): Promise<readonly Open[]> {
  await client.start();
  for (;;) {
    const params: BeforeSigningParams = { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document) };
    const { version, open } = await client.sendRequest<BeforeSigning>(BEFORE_SIGNING, params);
    if (version === document.version || document.isClosed) return open;
    if (version < 0) throw new Error(l10n.t('The report could not be read.'));
  }
}

/** What is open, counted: `1 error, 2 fields without words`. */
export const countOpen = (open: readonly Open[]): string =>
  [...Map.groupBy(open, ({ kind }) => kind)].map(([kind, all]) => COUNTED[kind](all.length)).join(', ');

const COUNTED: Readonly<Record<Open['kind'], (number: number) => string>> = {
  error: (n) => (n === 1 ? l10n.t('1 error') : l10n.t('{0} errors', n)),
  communication: (n) =>
    n === 1 ? l10n.t('1 critical finding that nobody was told of') : l10n.t('{0} critical findings that nobody was told of', n),
  impression: () => l10n.t('the impression is out of step'),
  field: (n) => (n === 1 ? l10n.t('1 field without words') : l10n.t('{0} fields without words', n)),
  warning: (n) => (n === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', n)),
};
