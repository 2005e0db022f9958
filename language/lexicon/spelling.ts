/**
 * One key for the British and the American spelling of a folded word, so that either is understood and the
 * lexicon lists one: haemorrhage, hemorrhage -> hemorrhage.
 */
export function spellingKey(word: string): string {
  if (word.length < 4 || !MAYBE.test(word)) return word;
  let key = word;
  for (const [from, to] of PAIRS) key = key.replace(from, to);
  return key;
}

/** Words that one of the pairs is in; most are in none. */
const MAYBE =
  /aem|oed|oesoph|aesth|aethi|paed|caec|aetiol|gynae|foet|diarrhoe|tumour|colour|neighbour|favour|is(?:e|ed|es|ing|ations?)$|yse[ds]?$|sulph|grey|centre|fibre|metre|calibre|ll(?:ed|ing)$|artefact|^disk/;

const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/haem/g, 'hem'],
  [/aem/g, 'em'],
  [/oed/g, 'ed'],
  [/oesoph/g, 'esoph'],
  [/aesth/g, 'esth'],
  [/isch(ae|e)m/g, 'ischem'],
  [/aethi/g, 'ethi'],
  [/ableness$/, 'ableness'],
  [/sizeable/g, 'sizable'],
  [/paed/g, 'ped'],
  [/caec/g, 'cec'],
  [/aetiol/g, 'etiol'],
  [/gynae/g, 'gyne'],
  [/foet/g, 'fet'],
  [/diarrhoe/g, 'diarrhe'],
  [/tumour/g, 'tumor'],
  [/colour/g, 'color'],
  [/neighbour/g, 'neighbor'],
  [/favour/g, 'favor'],
  [/is(e|ed|es|ing|ation|ations)$/, 'iz$1'],
  [/yse(d|s)?$/, 'yze$1'],
  [/sulph/g, 'sulf'],
  [/grey/g, 'gray'],
  [/centre/g, 'center'],
  [/fibre/g, 'fiber'],
  [/metre/g, 'meter'],
  [/calibre/g, 'caliber'],
  [/ll(ed|ing)$/, 'l$1'],
  [/artefact/g, 'artifact'],
  [/^disk/, 'disc'],
];

/** Regular plural of a noun; the same word where English has none to add. */
export function pluralOf(word: string): string {
  if (/(sis|xis)$/.test(word)) return word.replace(/is$/, 'es');
  if (/(s|x|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  return `${word}s`;
}
