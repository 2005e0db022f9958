import assert from 'node:assert/strict';
import { type Assist, createAssist } from '../../language/assist/assist.ts';
import type { CompletionItem } from '../../language/assist/completion.ts';
import type { Reading } from '../../language/assist/reading.ts';
import { createLanguage } from '../../language/language.ts';
import { packs, rules } from '../../packs/emh.ts';

export const language = createLanguage({ packs, rules });
export const assist: Assist = createAssist(language.lexicon, [
  { id: 'cord-compression-without-canal-narrowing', title: 'Cord compression without canal narrowing' },
  { id: 'level-invalid', title: 'Impossible level' },
]);

/** A text whose `|` is the cursor. */
export function atCursor(marked: string): { text: string; offset: number; reading: Reading } {
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0, 'no cursor in the text');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return { text, offset, reading: language.read(text) };
}

/** The report around a statement, for tests of findings. */
export const inFindings = (statement: string): string => `Exam: MRI dorsal spine\n\nFINDINGS\n${statement}`;

/** Completions at the cursor. `typed`: as behind a blank or dash that was typed, not asked for. */
export function completionsAt(marked: string, typed = false): readonly CompletionItem[] {
  const { offset, reading, text } = atCursor(marked);
  const { items } = assist.complete(reading, { offset, asked: !typed });
  for (const { replace } of items) {
    assert.ok(replace.start <= offset && offset <= replace.end, 'a proposal must hold the cursor');
    assert.ok(!text.slice(replace.start, replace.end).includes('\n'), 'a proposal must stay in its line');
  }
  return items;
}

/** Checks the labels of the first completions. */
export function checkCompletion(marked: string, expected: readonly string[], typed = false): void {
  const labels = completionsAt(marked, typed).map(({ label }) => label);
  assert.deepEqual(labels.slice(0, expected.length), expected);
}

/** Checks the line that results from taking a completion by its label. */
export function checkTaken(marked: string, label: string, expectedLine: string): void {
  const { text, offset } = atCursor(marked);
  const item = completionsAt(marked).find((i) => i.label === label);
  assert.ok(item, `${label} is not offered`);
  const taken = text.slice(0, item.replace.start) + item.insertText + text.slice(item.replace.end);
  const start = taken.lastIndexOf('\n', Math.min(offset, item.replace.start) - 1) + 1;
  assert.equal(taken.slice(start).split('\n')[0], expectedLine);
}

export function checkNothing(marked: string, typed = false): void {
  assert.deepEqual(
    completionsAt(marked, typed).map(({ label }) => label),
    [],
  );
}

/** Checks the words that a hover is for and what its text says; null for no hover. */
export function checkHover(marked: string, words: string | null, ...says: readonly RegExp[]): void {
  const { text, offset, reading } = atCursor(marked);
  const hover = assist.hover(reading, offset);
  assert.equal(hover === null ? null : text.slice(hover.range.start, hover.range.end), words);
  for (const pattern of says) assert.match(hover?.markdown ?? '', pattern);
}
