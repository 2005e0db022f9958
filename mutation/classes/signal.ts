import type { Change } from '../mutant.ts';
import { allFindings, type Sound } from '../sound.ts';
import { putBefore } from '../words.ts';

const SIGNALS = ['hyperintense', 'T2 hyperintense', 'T1 hypointense'];
const MODALITIES: ReadonlySet<string> = new Set(['CT', 'US', 'CR', 'DX']);

/** Signal intensity on an examination that has none. */
export function signalOnCt(sound: Sound): Change[] {
  const { report, text, random } = sound;
  const hasMr = report.notes.some(({ category, kind }) => category === 'modality' && kind === 'MR');
  if (!MODALITIES.has(report.exam.modality ?? '') || hasMr) return [];
  return allFindings(sound)
    .filter(({ kind, presence, section }) => kind === 'mass' && presence === 'present' && section !== 'impression')
    .flatMap((finding) => {
      const { head } = finding.where;
      const statement = sound.statementOf(finding);
      if (head === undefined || statement === undefined) return [];
      const signal = random.pick(SIGNALS);
      const edit = putBefore(text, head.start, signal, head.start === statement.range.start);
      return [{ edits: [edit], what: `"${signal}" is a word of MRI.`, counterparts: [] }];
    });
}
