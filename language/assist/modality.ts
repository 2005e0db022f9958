import type { Term } from '../lexicon/term.ts';

/** Whether a term is of no modality, or of this one: `mr-iso` is said of MR alone. */
export const isOfModality = ({ id, category }: Term, modality: string | null | undefined): boolean => {
  const own = SIGNAL_OF[modality ?? ''];
  return category !== 'intensity' || own === undefined || !/^(?:mr|ct|us)-/.test(id) || id.startsWith(own);
};

const SIGNAL_OF: Readonly<Record<string, string>> = { MR: 'mr-', CT: 'ct-', US: 'us-' };
