export type Spelling = 'british' | 'american';

/** British and American forms of the words that generated items may hold. */
const PAIRS: readonly (readonly [british: string, american: string])[] = [
  ['haem', 'hem'],
  ['oedema', 'edema'],
  ['anaem', 'anem'],
  ['tumour', 'tumor'],
  ['grey', 'gray'],
  ['colour', 'color'],
  ['fibre', 'fiber'],
  ['calibre', 'caliber'],
  ['oesoph', 'esoph'],
  ['visualis', 'visualiz'],
  ['mineralis', 'mineraliz'],
  ['remodelling', 'remodeling'],
  ['remodelled', 'remodeled'],
  ['ischaem', 'ischem'],
  ['paed', 'ped'],
];

/** How a report spells: by the first pair whose one form alone it holds more often; British where nothing shows. */
export function spellingOf(folded: string): Spelling {
  let balance = 0;
  for (const [british, american] of PAIRS) {
    if (folded.includes(british)) balance++;
    else if (new RegExp(`(?<![a-z])${american}|(?<=extramedullary )${american}`).test(folded)) balance--;
  }
  return balance < 0 ? 'american' : 'british';
}

/** Words of the lexicon, which are British, in a spelling. */
export function spell(words: string, spelling: Spelling): string {
  return spelling === 'british' ? words : PAIRS.reduce((text, [british, american]) => text.replaceAll(british, american), words);
}
