import { readMark } from './mark.ts';
import type { FixPlan } from './rule.ts';
import { readWording, type Wording } from './wording.ts';

/**
 * Reads a `fix` line: `add finding: ...`, `add impression: ...`, `replace words by ...`, `replace levels of A by ...`, `remove F`, `remove words`;
 * `safely replace` where it may be applied unasked.
 */
export function readFix(line: string, parameters: Readonly<Record<string, number>> = {}): FixPlan | { readonly error: string } {
  const worded = (words: string, make: (text: Wording) => FixPlan): FixPlan | { error: string } => {
    const { wording, unknown } = readWording(words, parameters);
    return unknown.length > 0 ? { error: `{${unknown[0]}} says nothing in a fix.` } : make(wording);
  };
  const [, where, added] = /^add (finding|impression):\s*(.+)$/.exec(line) ?? [];
  if (added !== undefined)
    return worded(added, (text): FixPlan => (where === 'finding' ? { type: 'add-finding', text } : { type: 'add-impression', text }));
  const [, safely, what, by] = /^(safely )?replace (words|[\w ]+? of [A-Z]|[A-Z]|mention) (?:by|with) (.+)$/.exec(line) ?? [];
  if (what !== undefined && by !== undefined) {
    const mark = what === 'words' ? null : readMark(what);
    if (what !== 'words' && mark === null) return { error: `"${what}" cannot be replaced.` };
    return worded(by, (text): FixPlan => ({ type: 'replace', mark, text, sure: safely !== undefined }));
  }
  if (line === 'remove words') return { type: 'remove-words' };
  const [, finding] = /^remove ([A-Z])$/.exec(line) ?? [];
  if (finding !== undefined) return { type: 'remove', finding };
  return { error: 'A fix begins with "add finding:", "add impression:", "replace ... by ..." or "remove".' };
}
