/** Topics that findings are ordered by, with the examined regions (parts of their lexicon ids) that ask for them. */
export interface UsualTopic {
  readonly label: string;
  readonly regions: readonly string[];
}

/** In the order of the list. */
export const USUAL_TOPICS: readonly UsualTopic[] = [
  { label: 'Spinal canal', regions: ['spine'] },
  { label: 'Spinal cord', regions: ['spine'] },
  { label: 'Vertebrae', regions: ['spine'] },
  { label: 'Posterior elements', regions: ['spine'] },
  { label: 'Discs', regions: ['spine'] },
  { label: 'Neural foramina', regions: ['spine'] },
  { label: 'Paraspinal', regions: ['spine', 'thorax'] },
  { label: 'Presacral', regions: ['lumb', 'sacr', 'whole', 'pelvis'] },
  { label: 'Lungs', regions: ['thorax', 'whole-body'] },
  { label: 'Pleura', regions: ['thorax', 'whole-body'] },
  { label: 'Mediastinum', regions: ['thorax', 'whole-body'] },
  { label: 'Heart', regions: ['thorax', 'whole-body'] },
  { label: 'Ribs', regions: ['thora', 'whole'] },
  { label: 'Liver', regions: ['abdomen', 'whole-body'] },
  { label: 'Spleen', regions: ['abdomen', 'whole-body'] },
  { label: 'Kidneys', regions: ['abdomen', 'whole-body'] },
  { label: 'Adrenal glands', regions: ['abdomen', 'whole-body'] },
  { label: 'Pancreas', regions: ['abdomen', 'whole-body'] },
  { label: 'Lymph nodes', regions: ['thorax', 'abdomen', 'pelvis', 'whole-body'] },
  { label: 'Skull', regions: ['head'] },
  { label: 'Meninges', regions: ['head'] },
  { label: 'Brain', regions: ['head'] },
  { label: 'Paranasal sinuses', regions: ['head'] },
  { label: 'Bones', regions: ['thorax', 'abdomen', 'pelvis', 'whole-body'] },
  { label: 'Marrow', regions: ['spine', 'whole-body', 'pelvis'] },
];
