/** A whole signal description that one choice writes. Words of the lexicon alone, so that it reads back as findings. */
export interface SignalPattern {
  readonly name: string;
  /** What it stands for. */
  readonly detail: string;
  /** Begins with a sequence. */
  readonly text: string;
}

/** Signal of haematopoietic tissue by its activity: usual appearances, worded for a report, to be made true to the images. */
export const SIGNAL_PATTERNS: readonly SignalPattern[] = [
  {
    name: 'active',
    detail: 'signal pattern: active haematopoietic tissue',
    text: 'T1 isointense to cord, T2 hyperintense to muscle, STIR hyperintense, with mild homogeneous enhancement',
  },
  {
    name: 'fatty',
    detail: 'signal pattern: inactive, fatty replacement',
    text: 'T1 hyperintense, T2 hyperintense, STIR hypointense, without enhancement',
  },
  {
    name: 'iron-laden',
    detail: 'signal pattern: inactive, iron-laden',
    text: 'T1 hypointense, T2 hypointense, T2* hypointense with blooming, without enhancement',
  },
  {
    name: 'mixed',
    detail: 'signal pattern: active and fatty parts',
    text: 'T1 isointense to hyperintense, T2 hyperintense, heterogeneous, with mild heterogeneous enhancement',
  },
];

/** Intensities on MR, by lexicon id, in the order of the list. */
export const MR_INTENSITIES: readonly string[] = ['mr-iso', 'mr-hypo', 'mr-hyper', 'mr-intermediate'];

/** What signal is compared with. */
export const REFERENCE_TISSUES: readonly string[] = ['cord', 'muscle', 'adjacent marrow', 'fat', 'CSF', 'liver', 'spleen', 'disc'];

/** Sequences in the order of the list, by lexicon id. */
export const SEQUENCES: readonly string[] = ['T1', 'T2', 'STIR', 'FLAIR', 'T2*', 'DWI', 'PD'];
