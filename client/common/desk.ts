import { commands, Disposable, type Event, type ExtensionContext, type LanguageStatusItem, type Range, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LastChanges } from './dictation/last-changes.ts';
import { liveDictation } from './dictation/live.ts';
import { normaliseDictation } from './dictation/normalise.ts';
import { FindingsView, GO_TO } from './findings/findings-view.ts';
import { followReport } from './follow-report.ts';
import { goTo } from './go-to.ts';
import { languageStatus } from './language-status.ts';
import { said } from './passing.ts';
import { isReport } from './report.ts';
import { openSamples } from './samples.ts';
import { copyPlainText } from './signing/copy-plain-text.ts';
import { showOpen } from './signing/show-open.ts';
import { signingStatus } from './signing/status.ts';

/** What it tells of itself. */
interface Desk extends Disposable {
  readonly language: LanguageStatusItem;
  /** With the words of each warning. */
  readonly onDidWarn: Event<string>;
}

/** What stands on the desk around the active report: its findings, what is open in it, dictation. Until disposed of. */
export function desk(context: ExtensionContext, client: BaseLanguageClient): Desk {
  void commands.executeCommand('setContext', 'emh.isActive', true);
  const last = new LastChanges();
  const language = languageStatus(client);
  const dictation = liveDictation(context, client, last);
  const shown = [signingStatus(client), language, new FindingsView(client)];
  const follow = followReport(client, (document) => {
    void commands.executeCommand('setContext', 'emh.isReportActive', document !== null && isReport(document));
    for (const each of shown) each.update(document);
  });
  const subscriptions = Disposable.from(
    ...shown,
    follow,
    dictation,
    commands.registerCommand('emh.beforeSigning', async () => said(await showOpen(client))),
    commands.registerCommand('emh.copyPlainText', async () => said(await copyPlainText(client))),
    commands.registerCommand('emh.normaliseDictation', async () => said(await normaliseDictation(context, client, last))),
    commands.registerCommand('emh.showDictationChanges', () => said(last.show())),
    commands.registerCommand('emh.openSamples', async (folder?: unknown) => said(await openSamples(context, folder))),
    commands.registerCommand(GO_TO, (uri: Uri, range: Range) => goTo(uri, range)),
  );
  return { language: language.item, onDidWarn: dictation.onDidWarn, dispose: () => subscriptions.dispose() };
}
