import { commands, Disposable, l10n, languages, type QuickPickItem, SnippetString, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { NEW_REPORT, type NewReportParams, TEMPLATES, type TemplateOffer } from '../../server/report-fields.ts';

interface Offered extends QuickPickItem {
  readonly offer: TemplateOffer;
}

/** Registers the command that begins a report from a template: which one, what is present, and then its fields to tab through. */
export function newReportCommand(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand('emh.newReport', (name?: unknown) => newReport(client, typeof name === 'string' ? name : null)),
  );
}

/** With a name nothing is asked. */
async function newReport(client: BaseLanguageClient, name: string | null): Promise<void> {
  const uri = window.activeTextEditor?.document.uri.toString() ?? `${workspace.workspaceFolders?.[0]?.uri.toString() ?? ''}/new.emh`;
  const offers = client.start().then(() => client.sendRequest<TemplateOffer[]>(TEMPLATES, { uri }));
  const offer = name === null ? await choose(offers) : (await offers).find((each) => each.name === name);
  if (offer === undefined) return;
  const present = name === null ? await presentOf(offer) : [];
  if (present === undefined) return;
  const params: NewReportParams = { uri, template: offer.name, present };
  const snippet = await client.sendRequest<string | null>(NEW_REPORT, params);
  if (snippet === null) return;
  const document = await languages.setTextDocumentLanguage(await workspace.openTextDocument({ content: '' }), 'emh');
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(snippet));
}

/** Asks at once, and has the list when it comes: what is typed meanwhile counts. */
async function choose(offers: Promise<readonly TemplateOffer[]>): Promise<TemplateOffer | undefined> {
  const items = offers.then((all) =>
    all.map((offer): Offered => ({ label: offer.title, description: offer.name, detail: offer.preview, offer })),
  );
  const picked = await window.showQuickPick(items, {
    title: l10n.t('New report'),
    placeHolder: l10n.t('Choose a template'),
    matchOnDescription: true,
  });
  return picked?.offer;
}

/** What of the template's switches is present; undefined where the person thinks better of it. */
async function presentOf({ switches }: TemplateOffer): Promise<string[] | undefined> {
  if (switches.length === 0) return [];
  return window.showQuickPick([...switches], {
    title: l10n.t('New report'),
    placeHolder: l10n.t('What is present? The rest is written as normal'),
    canPickMany: true,
  });
}
