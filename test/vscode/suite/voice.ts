import { type Position, Range, type TextEditor } from 'vscode';

/** As voice input does: each text takes the place of the one before. */
export async function say(editor: TextEditor, at: Position, ...texts: readonly string[]): Promise<void> {
  let length = 0;
  for (const text of texts) {
    const range = new Range(at, at.translate(0, length));
    await editor.edit((edit) => edit.replace(range, text), { undoStopBefore: false, undoStopAfter: false });
    length = text.length;
  }
}
