import {
  Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  l10n,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { passing } from '../passing.ts';
import { isReport } from '../report.ts';
import { applyChanges, askDictation } from './changes.ts';
import { warnOfLeaks } from './guard.ts';
import { type Heard, heardAfter, waitFor } from './heard.ts';
import { counted, type LastChanges } from './last-changes.ts';

/** Makes report text of what comes in at once, as voice input types it, where the setting asks for that; each time as one step to undo. What keys type is left alone, and so is what was undone. Tells of the warnings that it gave. */
export function liveDictation(
  context: ExtensionContext,
  client: BaseLanguageClient,
  last: LastChanges,
): Disposable & { readonly onDidWarn: Event<string> } {
  const warned = new EventEmitter<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heard: Heard | null = null;
  let of: TextDocument | undefined;
  let isOurs = false;

  const normalise = async (document: TextDocument): Promise<void> => {
    const now = heard;
    if (now === null || client.state !== State.Running) return;
    const wanted = await askDictation(client, document, [rangeOf(document, now)], true);
    // More has come, or a person writes in it.
    if (heard !== now) return;
    if (wanted === null) return normalise(document);
    heard = null;
    if (wanted.length === 0) return;
    isOurs = true;
    try {
      last.set(document.uri, (await applyChanges(document, wanted)) ?? []);
    } finally {
      isOurs = false;
    }
    passing(l10n.t('EMH Report: {0}.', counted(wanted.length)));
  };

  const changed = ({ document, contentChanges, reason }: TextDocumentChangeEvent): void => {
    if (isOurs || contentChanges.length === 0 || document !== window.activeTextEditor?.document) return;
    if (!isReport(document) || !isAskedFor(document)) return;
    clearTimeout(timer);
    const [change, ...others] = contentChanges;
    if (change === undefined || others.length > 0 || reason !== undefined) {
      heard = null;
      return;
    }
    heard = heardAfter(of === document ? heard : null, { offset: change.rangeOffset, length: change.rangeLength, text: change.text });
    of = document;
    if (heard === null) return;
    const wait = waitFor(heard, document.getText(rangeOf(document, heard)));
    if (wait === null) return;
    for (const words of warnOfLeaks(context, document)) warned.fire(words);
    timer = setTimeout(() => void normalise(document).catch(() => undefined), wait);
  };
  const subscriptions = Disposable.from(workspace.onDidChangeTextDocument(changed), new Disposable(() => clearTimeout(timer)), warned);
  return { onDidWarn: warned.event, dispose: () => subscriptions.dispose() };
}

const isAskedFor = (document: TextDocument): boolean => workspace.getConfiguration('emh', document).get('dictation.live', false);

const rangeOf = (document: TextDocument, { start, end }: Heard): Range => new Range(document.positionAt(start), document.positionAt(end));
