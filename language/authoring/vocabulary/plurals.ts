/** Nouns of reports whose plural is not the regular one. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    'foramen foramina, lumen lumina, vertebra vertebrae, bulla bullae, bursa bursae, scapula scapulae, lamina laminae, fossa fossae, ' +
    'papilla papillae, maxilla maxillae, cisterna cisternae, ampulla ampullae, axilla axillae, pleura pleurae, appendix appendices, ' +
    'cortex cortices, apex apices, vertex vertices, calyx calyces, varix varices, cervix cervices, phalanx phalanges, ' +
    'ganglion ganglia, septum septa, hilum hila, atrium atria, diverticulum diverticula, acetabulum acetabula, labrum labra, ' +
    'ovum ova, nucleus nuclei, focus foci, thrombus thrombi, embolus emboli, bronchus bronchi, bronchiolus bronchioli, sulcus sulci, ' +
    'gyrus gyri, ramus rami, humerus humeri, fundus fundi, meniscus menisci, locus loci, calculus calculi, nevus nevi, villus villi, ' +
    'alveolus alveoli, crus crura, corpus corpora, viscus viscera, femur femora, foot feet, tooth teeth, testis testes, ' +
    'sequestrum sequestra, involucrum involucra, haustrum haustra, ostium ostia, stoma stomata'
  )
    .split(', ')
    .map((pair) => pair.split(' ') as [string, string]),
);
const SINGULAR: ReadonlyMap<string, string> = new Map([...IRREGULAR].map(([one, many]) => [many, one]));

/** Words with their last word in the number that is not made by itself, and which number that is; null where the other is regular. */
export function otherNumber(words: string): { readonly words: string; readonly number: 'plural' | 'singular' } | null {
  if (PREPOSITION.test(words)) return null;
  const [, before = '', last = ''] = /^(.*?)([A-Za-z]+)$/s.exec(words) ?? [];
  const small = last.toLowerCase();
  const [plural, singular] = [
    IRREGULAR.get(small),
    SINGULAR.get(small) ?? (/[^aeiou]ies$/.test(small) ? small.replace(/ies$/, 'y') : undefined),
  ];
  if (plural !== undefined) return { words: before + plural, number: 'plural' };
  return singular === undefined || INVARIABLE.has(small) ? null : { words: before + singular, number: 'singular' };
}

/** `beside the vertebrae` is a place, whatever stands in it. */
const PREPOSITION =
  /^(?:beside|next to|adjacent to|alongside|along|between|within|in|inside|around|at|behind|before|near|over|under|on|into|of)\b/i;

/** Plurals that have no other number, or are one. */
const INVARIABLE: ReadonlySet<string> = new Set(['series', 'caries', 'scabies', 'rabies', 'species', 'facies']);
