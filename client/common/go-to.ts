import { type Range, Selection, type TextEditor, TextEditorRevealType, type Uri, window } from 'vscode';

/** Puts the cursor into a report, at the beginning of some words, and shows them. */
export async function goTo(uri: Uri, range: Range): Promise<TextEditor> {
  const editor = await window.showTextDocument(uri);
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}
