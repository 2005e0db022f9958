import type { ExamPhrases, Thing } from './phrase.ts';

const EFFUSION: Thing = {
  id: 'effusion',
  topic: 'Pleura',
  share: 0.3,
  grades: ['small', 'moderate', 'large'],
  body: [
    '{grade} {side} pleural effusion',
    'There is a {grade} {sided} pleural effusion',
    'A {grade} pleural effusion is seen on the {side}',
  ],
  brief: ['{grade} {side} pleural effusion'],
  impression: ['{grade} {side} pleural effusion', '{grade} {sided} pleural effusion', '{side} pleural effusion'],
  deny: 'pleural effusion',
  canBePossible: true,
};

const RIBS: Thing = {
  id: 'rib-expansion',
  topic: 'Ribs',
  share: 0.5,
  body: [
    'Expansion of the posterior ends of the ribs on both sides',
    'The ribs are expanded bilaterally with coarse trabeculae',
    'Bilateral expansion of multiple ribs',
    'Multiple ribs on both sides are widened',
  ],
  brief: ['Bilateral rib expansion'],
  impression: ['Bilateral rib expansion', 'Expansion of multiple ribs on both sides', 'Expanded ribs bilaterally'],
};

const PARASPINAL: readonly Thing[] = [
  {
    id: 'paraspinal-both',
    group: 'paraspinal',
    topic: 'Mediastinum',
    share: 0.4,
    isMass: true,
    cm: [2, 7],
    dimensions: 2,
    body: [
      'Bilateral paravertebral soft-tissue masses {at}, the larger on the {side} measuring {size}',
      'Lobulated paraspinal masses on both sides {at}',
      'Well-defined bilateral paraspinal masses are seen {at}',
    ],
    brief: ['Bilateral paraspinal masses {L}'],
    impression: [
      'Bilateral paraspinal masses {at}, {dx}',
      'Bilateral paravertebral masses {L}, {dx}',
      'Paravertebral EMH on both sides {at}',
    ],
  },
  {
    id: 'paraspinal-one-side',
    group: 'paraspinal',
    topic: 'Mediastinum',
    share: 0.35,
    isMass: true,
    cm: [2, 7],
    dimensions: 3,
    body: [
      '{side} paravertebral mass {at}, measuring {size}',
      'A lobulated {side} paraspinal soft-tissue mass is seen {at}. It measures {size}',
      'There is a {sided} paravertebral mass {at}, {size} in size',
    ],
    brief: ['{side} paraspinal mass {L}, {size}'],
    impression: [
      '{side} paraspinal mass {at}, {size}, {dx}',
      '{side} paravertebral mass {L} ({size}), {dx}',
      '{side} paravertebral EMH {at}',
    ],
    deny: 'paraspinal mass',
  },
];

export const CT_THORAX: ExamPhrases = {
  id: 'ct-thorax',
  titles: ['CT thorax', 'CT chest', 'CT thorax without contrast', 'Plain CT chest'],
  techniques: ['Axial sections with multiplanar reformats.', 'Axial sections of the thorax with sagittal and coronal reformats.'],
  priors: ['Chest radiograph', 'CT thorax', 'CT chest'],
  hasContrast: false,
  things: [
    ...PARASPINAL,
    {
      id: 'grown-mass',
      group: 'paraspinal',
      topic: 'Mediastinum',
      share: 0.25,
      isMass: true,
      cm: [3, 7],
      dimensions: 2,
      body: [
        '{side} paraspinal mass {at}, {size}, previously {before}, increased',
        '{side} paravertebral mass {at} measuring {size} (previously {before}), larger than before',
      ],
      brief: ['{side} paraspinal mass {L}, {size}, previously {before}, increased'],
      impression: [
        '{side} paraspinal mass {at}, increased in size to {size}, {dx}',
        '{side} paravertebral mass {L}, larger than on the previous CT, {dx}',
      ],
    },
    {
      id: 'stable-mass',
      group: 'paraspinal',
      topic: 'Mediastinum',
      share: 0.25,
      isMass: true,
      cm: [3, 7],
      dimensions: 2,
      body: [
        '{side} paraspinal mass {at}, {size}, unchanged since {priorDate}',
        '{side} paravertebral mass {at} of {size}, stable since the previous CT',
      ],
      brief: ['{side} paraspinal mass {L}, {size}, unchanged'],
      impression: ['Unchanged {side} paraspinal mass {at}, {dx}', '{side} paravertebral mass {L}, stable, {dx}'],
    },
    {
      id: 'extrapleural',
      topic: 'Chest wall',
      share: 0.3,
      isMass: true,
      cm: [2, 6],
      dimensions: 3,
      body: [
        'Extrapleural soft-tissue mass along the {side} lateral chest wall, measuring {size}',
        'A {side} extrapleural mass measures {size}',
      ],
      brief: ['{side} extrapleural mass, {size}'],
      impression: ['{side} extrapleural mass, {size}, {dx}', 'Extrapleural mass of the {side} chest wall, {dx}'],
    },
    RIBS,
    {
      id: 'medullary-expansion',
      topic: 'Bones',
      share: 0.3,
      body: ['All visualised bones show medullary expansion and coarse trabeculae', 'Medullary expansion of the visualised bones'],
      brief: ['Medullary expansion of visualised bones'],
      impression: ['Medullary expansion of the visualised bones', 'Medullary expansion of all visualised bones'],
    },
    EFFUSION,
    {
      id: 'hepatosplenomegaly',
      topic: 'Upper abdomen',
      share: 0.35,
      body: [
        'The liver and spleen are enlarged, only partly covered',
        'Hepatosplenomegaly in the covered upper abdomen',
        'Hepatomegaly and splenomegaly',
      ],
      brief: ['Hepatosplenomegaly'],
      impression: ['Hepatosplenomegaly', 'Enlarged liver and spleen', 'Hepatomegaly and splenomegaly'],
    },
  ],
  normal: [
    { topic: 'Lungs', words: ['The lungs are clear', 'No focal consolidation', 'No pulmonary nodule'] },
    { topic: 'Heart', words: ['Heart size is normal', 'No pericardial effusion'] },
    { topic: 'Airways', words: ['The trachea and main bronchi are normal', 'The airways are patent'] },
  ],
  denials: [
    {
      topic: 'Pleura',
      unless: 'effusion',
      body: ['No pleural effusion', 'No pleural effusion on either side'],
      impression: ['No pleural effusion'],
    },
  ],
  ofMasses: ['The masses are of soft-tissue attenuation', 'No calcification within the masses', 'The masses contain no fat'],
  deny: ['mediastinal lymphadenopathy', 'pneumothorax', 'pericardial effusion', 'consolidation', 'pulmonary nodule', 'bone destruction'],
};

export const CHEST_RADIOGRAPH: ExamPhrases = {
  id: 'chest-radiograph',
  titles: ['Chest radiograph', 'Chest X-ray PA view', 'X-ray chest PA'],
  techniques: ['Single PA view.', 'PA and lateral views.'],
  priors: ['Chest radiograph', 'Chest X-ray'],
  hasContrast: false,
  things: [
    {
      id: 'paravertebral-opacity',
      topic: 'Mediastinum',
      share: 0.5,
      isMass: true,
      body: [
        'Lobulated {side} paravertebral mass {at}',
        'A well-defined {side} paraspinal mass projects {at}',
        'There is a {sided} paravertebral mass {at}',
      ],
      brief: ['{side} paravertebral mass {L}'],
      impression: ['{side} paravertebral mass {at}, {dx}', '{side} paraspinal mass {L}, {dx}'],
      deny: 'paravertebral mass',
    },
    {
      id: 'cardiomegaly',
      topic: 'Heart',
      share: 0.4,
      grades: ['mild', 'moderate'],
      body: ['{grade} cardiomegaly', 'There is {grade} enlargement of the heart', 'The heart is enlarged'],
      brief: ['{grade} cardiomegaly'],
      impression: ['Cardiomegaly', 'Enlarged heart'],
      canBePossible: true,
      absent: ['Heart size is normal', 'The heart is not enlarged'],
    },
    RIBS,
    EFFUSION,
  ],
  normal: [
    { topic: 'Lungs', words: ['The lungs are clear', 'No focal consolidation', 'Lung fields are clear'] },
    { topic: 'Trachea', words: ['Trachea is central', 'The trachea is midline'] },
  ],
  denials: [
    { topic: 'Pleura', unless: 'effusion', body: ['No pleural effusion'], impression: ['No pleural effusion'] },
    { topic: 'Heart', unless: 'cardiomegaly', body: ['No cardiomegaly'], impression: ['No cardiomegaly'] },
  ],
  ofMasses: ['Its margins are smooth'],
  deny: ['pneumothorax', 'consolidation', 'fracture', 'free air under the diaphragm'],
};
