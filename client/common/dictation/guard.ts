import { commands, type ExtensionContext, env, extensions, l10n, type TextDocument, UIKind, window, workspace } from 'vscode';
import { type Leak, leaks } from './off-machine.ts';

/** Settings that a person has been told of. */
const TOLD = 'emh.dictation.told';

const SAYS: Readonly<Record<Leak['way'], (setting: string) => string>> = {
  speech: (setting) => l10n.t('The setting "{0}" has what you dictate transcribed by a service outside this machine.', setting),
  words: (setting) => l10n.t('The setting "{0}" sends dictated words to a language model outside this machine.', setting),
  suggestions: (setting) =>
    l10n.t('The setting "{0}" sends the words of reports to a service outside this machine, for suggestions.', setting),
  storage: (setting) => l10n.t('The setting "{0}" stores unfinished work outside this machine when the editor closes.', setting),
};

/** Warns of settings that would send dictation off the machine, of each one once; the person may open it. Changes none. Gives the words of the warnings. */
export function warnOfLeaks({ globalState }: ExtensionContext, document: TextDocument): readonly string[] {
  const told = globalState.get<readonly string[]>(TOLD, []);
  const found = leaks(
    {
      read: (setting) => workspace.getConfiguration(undefined, document).get(setting),
      hasExtension: (id) => extensions.getExtension(id) !== undefined,
      isWeb: env.uiKind === UIKind.Web,
    },
    document.languageId,
  ).filter(({ setting }) => !told.includes(setting));
  if (found.length === 0) return [];
  void globalState.update(TOLD, [...told, ...found.map(({ setting }) => setting)]);
  return found.map(({ setting, way }) => {
    const words = `${l10n.t('EMH Report')}: ${SAYS[way](setting)}`;
    void warn(setting, words);
    return words;
  });
}

async function warn(setting: string, words: string): Promise<void> {
  const open = l10n.t('Open Setting');
  const taken = await window.showWarningMessage(words, open);
  if (taken === open) await commands.executeCommand('workbench.action.openSettings', `@id:${setting}`);
}
