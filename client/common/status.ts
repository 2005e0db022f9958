import { type Command, Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages, window } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { countOf } from './count.ts';
import { holdsRules, isReport, OWN } from './report.ts';

const PROBLEMS: Command = { title: l10n.t('Show'), command: 'workbench.actions.view.problems' };
const RESTART: Command = { title: l10n.t('Restart'), command: 'emh.restartServer' };

/** Shows in the language status, of the active report or rule file alone, what is open; or that nothing is checked because the server is not there. */
export function showStatus(client: BaseLanguageClient): Disposable & { readonly item: LanguageStatusItem } {
  const item = languages.createLanguageStatusItem('emh.checks', OWN);
  item.name = 'EMH Report';
  const update = (): void => fill(item, client.state);
  update();
  const subscriptions = Disposable.from(
    item,
    client.onDidChangeState(update),
    window.onDidChangeActiveTextEditor(update),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) update();
    }),
  );
  return { item, dispose: () => subscriptions.dispose() };
}

function fill(item: LanguageStatusItem, state: State): void {
  const document = window.activeTextEditor?.document;
  item.busy = state === State.Starting;
  if (state === State.Running && document !== undefined && (isReport(document) || holdsRules(document)))
    set(item, countOf(languages.getDiagnostics(document.uri)), PROBLEMS);
  else if (state === State.Stopped || state === State.StartFailed)
    set(item, { text: l10n.t('Not running'), severity: LanguageStatusSeverity.Error }, RESTART);
  else set(item, { text: l10n.t('Reading'), severity: LanguageStatusSeverity.Information }, PROBLEMS);
}

function set(item: LanguageStatusItem, { text, severity }: Pick<LanguageStatusItem, 'text' | 'severity'>, command: Command): void {
  item.text = text;
  item.severity = severity;
  item.command = command;
}
