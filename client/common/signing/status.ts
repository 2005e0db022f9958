import { type Disposable, LanguageStatusSeverity, l10n, languages, type TextDocument } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { isReport } from '../report.ts';
import { askOpen, countOpen } from './open.ts';

/** What keeps the active report from being signed, in the language status. */
export function signingStatus(client: BaseLanguageClient): Disposable & { update(document: TextDocument | null): void } {
  const item = languages.createLanguageStatusItem('emh.signing', { language: 'emh' });
  item.name = l10n.t('EMH Report: Before Signing');
  item.text = l10n.t('Before signing');
  item.command = { title: l10n.t('Show'), command: 'emh.beforeSigning' };
  let turn = 0;

  const fill = async (document: TextDocument): Promise<void> => {
    const mine = ++turn;
    const open = await askOpen(client, document);
    if (mine !== turn) return;
    item.text = open.length === 0 ? l10n.t('Before signing: nothing is open') : l10n.t('Before signing: {0} open', open.length);
    item.detail = countOpen(open);
    item.severity = open.length === 0 ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
  };

  return {
    update: (document) => {
      if (document !== null && isReport(document) && client.state === State.Running) void fill(document).catch(() => undefined);
    },
    dispose: () => item.dispose(),
  };
}
