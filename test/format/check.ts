import assert from 'node:assert/strict';
import type { FormatOptions } from '../../language/format/options.ts';
import { createLanguage, type Language } from '../../language/language.ts';
import { applyEdits, type TextEdit } from '../../language/text/edit.ts';
import { packs, rules } from '../../packs/emh.ts';
import { shipped } from '../language/shipped.ts';

/** The shipped language with other options of formatting. */
export const formatting = (format: Partial<FormatOptions>): Language => createLanguage({ packs, rules, format });

/** A text after edits, which must lie in order and apart from each other. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  for (const [i, { range }] of edits.entries()) {
    assert.ok(range.start <= range.end && range.end <= text.length, 'an edit outside the text');
    assert.ok(i === 0 || (edits[i - 1]?.range.end ?? 0) <= range.start, 'edits overlap');
  }
  return applyEdits(text, edits);
}

export const formatted = (text: string, language: Language = shipped): string => edited(text, language.format(language.read(text)));

/** Checks what formatting makes of a text. */
export function checkFormat(text: string, expected: string, language: Language = shipped): void {
  assert.equal(formatted(text, language), expected);
  assert.equal(formatted(expected, language), expected);
}

/** The report around an impression, for tests of its list. */
export const inImpression = (list: string): string =>
  `Exam: MRI dorsal spine\n\nFINDINGS\nMasses D3-D8. Splenomegaly. Ascites.\n\nIMPRESSION\n${list}`;
