import assert from 'node:assert/strict';
import { createAssist } from '../../language/assist/assist.ts';
import type { CompletionItem } from '../../language/assist/item.ts';
import { createRuleAssist } from '../../language/authoring/assist.ts';
import { problemsOf } from '../../language/authoring/problems.ts';
import type { RuleFileReading } from '../../language/authoring/reading.ts';
import { createLanguage } from '../../language/language.ts';
import { packs } from '../../packs/emh.ts';

export const language = createLanguage({ packs, rules: [] });
export const ruleAssist = createRuleAssist(language.lexicon, createAssist(language.lexicon), language.read);

export const reading = (text: string): RuleFileReading => language.readRules({ name: 'test.emhr', text });

/** A rule file whose `|` is the cursor. */
export function atCursor(marked: string): { text: string; offset: number; reading: RuleFileReading } {
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0, 'no cursor in the file');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return { text, offset, reading: reading(text) };
}

export function completionsAt(marked: string): readonly CompletionItem[] {
  const at = atCursor(marked);
  const { items } = ruleAssist.complete(at.reading, at.offset);
  for (const { replace } of items) assert.ok(replace.start <= at.offset && at.offset <= replace.end, 'a proposal must hold the cursor');
  return items;
}

export const labelsAt = (marked: string): string[] => completionsAt(marked).map(({ label }) => label);

/** The file after a completion was taken. */
export function taken(marked: string, label: string): string {
  const item = completionsAt(marked).find((each) => each.label === label);
  assert.ok(item, `${label} is not offered: ${labelsAt(marked).join(', ')}`);
  const { text } = atCursor(marked);
  return text.slice(0, item.replace.start) + item.insertText + text.slice(item.replace.end);
}

/** What is wrong with a file: the words marked, and what is said of them. */
export const wrongIn = (text: string): [string, string][] =>
  problemsOf(reading(text)).map(({ range, message }) => [text.slice(range.start, range.end), message]);
