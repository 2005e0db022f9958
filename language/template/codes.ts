import type { Lexicon } from '../lexicon/lexicon.ts';
import { isPackFile } from '../lexicon/pack-file.ts';
import { isMap } from '../lexicon/shape.ts';
import { fold } from '../text/fold.ts';

/** The words that a code stands for, in small letters, its label first; undefined for one that the packs do not have. */
export type CodeWords = (code: string) => readonly string[] | undefined;

/** Codes of terms and of examinations, as the packs give them. */
export function codeWords(packs: readonly unknown[], lexicon: Lexicon): CodeWords {
  const known = new Map<string, string[]>();
  const add = (code: unknown, words: readonly string[]): void => {
    if (typeof code !== 'string' && typeof code !== 'number') return;
    const key = String(code).toLowerCase();
    const before = known.get(key);
    if (before === undefined) known.set(key, words.map(fold));
    else before.push(...words.map(fold));
  };
  for (const { codes, label, synonyms } of lexicon.terms) for (const code of Object.values(codes)) add(code, [label, ...synonyms]);
  for (const pack of packs) {
    const data = isPackFile(pack) ? pack.data : pack;
    const exams = isMap(data) ? data.examCodes : undefined;
    if (!Array.isArray(exams)) continue;
    for (const exam of exams as unknown[]) if (isMap(exam) && typeof exam.label === 'string') add(exam.playbook, [exam.label]);
  }
  return (code) => known.get(code.toLowerCase());
}
