import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages, type TextDocument } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { LANGUAGE_STATE, type LanguageState } from '../../server/language-state.ts';
import { OWN } from './report.ts';

/** With what the active document is read, in the language status: terms, checks, what its site adds, whether its impression is in step. */
export function languageStatus(
  client: BaseLanguageClient,
): Disposable & { readonly item: LanguageStatusItem; update(document: TextDocument | null): void } {
  const item = languages.createLanguageStatusItem('emh.language', OWN);
  item.name = l10n.t('EMH Report: Lexicon and Checks');
  item.text = l10n.t('Lexicon and checks');
  item.command = { title: l10n.t('Settings'), command: 'workbench.action.openSettings', arguments: ['@ext:emh-report.emh-report'] };
  let turn = 0;

  const fill = async (document: TextDocument): Promise<void> => {
    const mine = ++turn;
    const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    const state = await client.sendRequest<LanguageState | null>(LANGUAGE_STATE, { textDocument });
    if (mine !== turn || state === null) return;
    item.text = l10n.t('{0} terms, {1} checks on', state.terms, state.rules);
    item.detail = detailsOf(state).join('; ');
    item.severity = state.problems > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  };

  return {
    item,
    update: (document) => {
      if (document !== null && client.state === State.Running) void fill(document).catch(() => undefined);
    },
    dispose: () => item.dispose(),
  };
}

function detailsOf({ off, site, problems, isInStep }: LanguageState): string[] {
  return [
    ...(isInStep === null ? [] : [isInStep ? l10n.t('impression in step') : l10n.t('impression out of step')]),
    ...(site === null ? [] : [l10n.t('this site adds {0} lexicon packs and {1} rule files', site.packs, site.ruleFiles)]),
    ...(off.length === 0 ? [] : [l10n.t('off: {0}', off.join(', '))]),
    ...(problems === 0 ? [] : [l10n.t('{0} problems in lexicon or rules', problems)]),
  ];
}
