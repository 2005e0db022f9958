import type { Finding } from './finding.ts';

/**
 * Whether two signals can be those of one thing: on no sequence that both give, and against one tissue, is one of them bright and the
 * other dark. Iso is between the two and contradicts neither.
 */
export const signalsMatch = (a: Finding['signal'], b: Finding['signal']): boolean => differingSequences(a, b).length === 0;

/** The sequences on which the one is bright and the other dark. */
export const differingSequences = (a: Finding['signal'], b: Finding['signal']): string[] =>
  Object.entries(a).flatMap(([sequence, own]) => {
    const other = b[sequence];
    if (other === undefined) return [];
    const isComparable = own.reference === null || other.reference === null || own.reference === other.reference;
    const isOpposite =
      (own.intensity.every((i) => i === 'hyper') && other.intensity.every((i) => i === 'hypo')) ||
      (own.intensity.every((i) => i === 'hypo') && other.intensity.every((i) => i === 'hyper'));
    return isComparable && own.intensity.length > 0 && other.intensity.length > 0 && isOpposite ? [sequence] : [];
  });

/** `T2 hyperintense` for each sequence. */
export const signalWords = (signal: Finding['signal']): string[] =>
  Object.entries(signal).map(([sequence, { intensity }]) => {
    const words = intensity.map((i) => (i === 'intermediate' ? i : `${i}intense`)).join(' to ');
    return sequence === 'any' ? words : `${sequence} ${words}`;
  });
