import type { Change } from '../mutant.ts';
import { bodyFindings, type Sound } from '../sound.ts';
import { exchange } from '../words.ts';

const OTHER_SEX: Readonly<Record<string, string>> = {
  female: 'male',
  male: 'female',
  woman: 'man',
  man: 'woman',
  girl: 'boy',
  boy: 'girl',
  f: 'm',
  m: 'f',
  lady: 'gentleman',
  gentleman: 'lady',
};

/** Organs of one sex, as lexicon sites, and a sentence on one that nothing is wrong with. */
const ORGANS: Readonly<Record<'female' | 'male', { readonly sites: readonly string[]; readonly sentence: string }>> = {
  female: { sites: ['uterus', 'ovary'], sentence: 'The uterus is normal.' },
  male: { sites: ['prostate', 'testis', 'seminal-vesicle'], sentence: 'The prostate is normal.' },
};

const BELLY: ReadonlySet<string> = new Set(['abdomen', 'pelvis']);

/** The other sex for the patient, where an organ of the sex is described; or an organ of the other one. */
export function sexMismatch(sound: Sound): Change[] {
  const { report, text } = sound;
  const { sex, sexRange } = report.patient;
  if (sex === null || sexRange === null) return [];
  const own = bodyFindings(sound).filter(({ sites }) => sites.some((site) => ORGANS[sex].sites.includes(site)));
  if (own.length > 0) {
    const edit = exchange(text, sexRange, OTHER_SEX);
    return edit === null
      ? []
      : [{ edits: [edit], what: 'The patient became one of the other sex.', counterparts: own.map(({ range }) => range) }];
  }
  const last = report.outline.statements.findLast(({ section }) => section === 'findings');
  if (last === undefined || !report.exam.regions.some((region) => BELLY.has(region))) return [];
  const { sentence } = ORGANS[sex === 'female' ? 'male' : 'female'];
  const at = text[last.range.end] === '.' ? last.range.end + 1 : last.range.end;
  const before = text[at - 1] === '.' ? ' ' : '. ';
  return [
    {
      edits: [{ range: { start: at, end: at }, text: before + sentence }],
      what: 'An organ of the other sex is described.',
      counterparts: [sexRange],
    },
  ];
}
