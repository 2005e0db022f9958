import { type Disposable, Range, type TextEditor, TextEditorRevealType, type Uri, window } from 'vscode';
import type { ToPage } from './messages.ts';

/** How long an editor may take to begin to scroll to where the page asked for, in milliseconds: a busy machine takes its time. */
const BEGINS_MS = 1000;

/** How long it scrolls then. */
const OWN_MS = 200;

/** Tells a page what is at the top of the editor of the report that it shows. */
export interface ScrollWith extends Disposable {
  /** Brings an offset of the report to the top of its editors, as the page has it. */
  follow(uri: Uri, offset: number): void;
}

export function scrollWith(isShown: (uri: Uri) => boolean, tell: (message: ToPage) => unknown): ScrollWith {
  let oursUntil = 0;
  const listening = window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
    if (!isShown(textEditor.document.uri)) return;
    const now = Date.now();
    if (now >= oursUntil) tell(topOf(textEditor));
    else oursUntil = Math.min(oursUntil, now + OWN_MS);
  });
  return {
    follow: (uri, offset) => {
      oursUntil = Date.now() + BEGINS_MS;
      for (const editor of window.visibleTextEditors) {
        if (editor.document.uri.toString() !== uri.toString()) continue;
        const at = editor.document.positionAt(offset);
        editor.revealRange(new Range(at, at), TextEditorRevealType.AtTop);
      }
    },
    dispose: () => listening.dispose(),
  };
}

function topOf({ document, visibleRanges, selection }: TextEditor): ToPage {
  const [first] = visibleRanges;
  const isCursorSeen = visibleRanges.some((range) => range.contains(selection.active));
  return {
    kind: 'scroll',
    offset: first === undefined ? 0 : document.offsetAt(first.start),
    cursor: isCursorSeen ? document.offsetAt(selection.active) : null,
  };
}
