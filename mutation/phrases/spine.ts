import type { ExamPhrases, Thing } from './phrase.ts';

const EPIDURAL: readonly Thing[] = [
  {
    id: 'cord-compression',
    group: 'epidural',
    topic: 'Spinal canal',
    share: 0.4,
    isMass: true,
    isCritical: true,
    grades: ['moderate', 'severe', 'moderate to severe', 'mild to moderate'],
    body: [
      'Lobulated extradural soft tissue is seen {at}, causing {grade} canal narrowing and cord compression {atc}',
      'There are extradural masses {at}, which cause {grade} spinal canal stenosis with compression of the cord {atc}',
      'Extradural masses {at}. They cause {grade} canal narrowing {atc}. The cord is compressed {atc}',
      'An epidural soft-tissue mass extends {at}. There is {grade} narrowing of the spinal canal {atc} with cord compression',
      'Extensive posterior epidural soft tissue {at} with resultant {grade} canal stenosis and cord compression {atc}',
      'An extradural mass {at} results in {grade} canal narrowing {atc}, and the cord is compressed at these levels',
    ],
    brief: [
      'Extradural masses {L}. {grade} canal narrowing and cord compression {C}',
      'Epidural mass {L} with {grade} canal stenosis and cord compression {atc}',
    ],
    impression: [
      'Extradural masses {at} with {grade} canal narrowing and cord compression {atc}, {dx}',
      'Epidural soft tissue {at}, {dx}, causing {grade} canal stenosis and cord compression {atc}',
      '{grade} canal narrowing and cord compression {atc} from extradural soft tissue ({L}), {dx}',
      'Cord compression {atc} with {grade} narrowing of the spinal canal due to an epidural mass {at}, {dx}',
      'Epidural EMH {at} with {grade} spinal canal stenosis and compression of the cord {atc}',
      'Extradural mass {L} with cord compression {C}, {dx}',
    ],
  },
  {
    id: 'canal-narrowing',
    group: 'epidural',
    topic: 'Spinal canal',
    share: 0.3,
    isMass: true,
    grades: ['mild', 'moderate', 'mild to moderate'],
    body: [
      'Extradural soft tissue {at} with {grade} canal narrowing {atc}. The cord is not compressed',
      'An epidural mass extends {at} and causes {grade} spinal canal narrowing {atc} without cord compression',
      'There is an extradural mass {at}, with {grade} spinal canal stenosis {atc}. No cord compression',
    ],
    brief: ['Extradural mass {L}. {grade} canal narrowing {C}. No cord compression'],
    impression: [
      'Extradural mass {at} with {grade} canal narrowing {atc}, {dx}. No cord compression',
      'Epidural soft tissue {L}, {dx}, with {grade} canal stenosis {atc} but without cord compression',
      '{grade} spinal canal narrowing {atc} from an epidural mass ({L}), {dx}',
    ],
  },
  {
    id: 'epidural-mass',
    group: 'epidural',
    topic: 'Spinal canal',
    share: 0.3,
    isMass: true,
    deny: 'extradural mass',
    absent: ['The spinal canal is of normal calibre', 'Spinal canal is normal', 'No epidural soft tissue is seen'],
    body: [
      'Thin epidural soft tissue is seen {at}. It does not narrow the canal',
      'Small extradural mass {at} indenting the thecal sac, without cord contact',
      'An extradural mass is present {at}; it deforms the dura without cord compression',
    ],
    brief: ['Extradural mass {L} without cord compression'],
    impression: ['Extradural mass {at} without cord compression, {dx}', 'Epidural soft tissue {L}, {dx}. No cord compression'],
  },
];

const REST: readonly Thing[] = [
  {
    id: 'foraminal-narrowing',
    beside: 'epidural',
    topic: 'Neural foramina',
    share: 0.5,
    grades: ['mild', 'moderate', 'severe', 'mild to moderate', 'moderate to severe'],
    body: [
      'Soft tissue extends into the {side} neural foramina at {discs}, causing {grade} {side} foraminal narrowing',
      'There is {grade} {side} neural foraminal narrowing at {discs}',
      '{grade} narrowing of the {side} neural foramina at {discs}',
    ],
    brief: ['{grade} {side} foraminal narrowing {discs}'],
    impression: [
      '{grade} {side} foraminal narrowing at {discs}',
      '{grade} {side} neural foraminal stenosis at {discs}',
      '{grade} narrowing of the {side} neural foramina at {discs}',
    ],
    deny: 'foraminal narrowing',
    canBePossible: true,
  },
  {
    id: 'paraspinal-one-side',
    group: 'paraspinal',
    topic: 'Paraspinal',
    share: 0.4,
    isMass: true,
    cm: [2, 6],
    dimensions: 3,
    body: [
      '{side} paraspinal soft-tissue mass {at}, measuring {size}',
      'A well-defined {side} paravertebral mass {at} measures {size}',
      'There is a {side} paraspinal mass {at} that measures approximately {size}',
      'Lobulated {side} paravertebral mass of {size} {at}',
    ],
    brief: ['{side} paraspinal mass {L}, {size}'],
    impression: [
      '{side} paraspinal mass {at} ({size}), {dx}',
      '{side} paravertebral mass {L}, {size}, {dx}',
      '{side} paraspinal soft-tissue mass {at}, {dx}',
      '{side} paravertebral EMH {at}, {size}',
    ],
    deny: 'paraspinal mass',
  },
  {
    id: 'paraspinal-both',
    group: 'paraspinal',
    topic: 'Paraspinal',
    share: 0.4,
    isMass: true,
    cm: [2, 6],
    dimensions: 2,
    body: [
      'Bilateral paraspinal soft-tissue masses {at}, the largest on the {side}, measuring {size}',
      'Lobulated paravertebral masses are seen on both sides {at}',
      'Bilateral paravertebral masses {at}, larger on the {side}',
    ],
    brief: ['Bilateral paraspinal masses {L}'],
    impression: [
      'Bilateral paraspinal masses {at}, {dx}',
      'Paravertebral masses on both sides {at}, {dx}',
      'Bilateral paravertebral EMH, {L}',
    ],
  },
  {
    id: 'rib-expansion',
    topic: 'Ribs',
    share: 0.4,
    body: [
      'Expansion of the posterior ends of the ribs on both sides',
      'The posterior ribs are expanded bilaterally',
      'Bilateral rib expansion is noted',
    ],
    brief: ['Bilateral expansion of the posterior ribs'],
    impression: [
      'Bilateral rib expansion',
      'Expansion of the posterior ribs on both sides',
      'Bilateral expansion of the posterior ends of the ribs',
    ],
  },
  {
    id: 'marrow',
    topic: 'Marrow',
    share: 0.6,
    body: [
      'Diffusely hypointense vertebral marrow on T1 and T2',
      'The vertebral bodies show diffusely low marrow signal on T1 and T2',
      'Marrow of all vertebrae is diffusely hypointense on T1-weighted images',
    ],
    brief: ['Marrow diffusely T1 and T2 hypointense'],
    impression: [
      'Diffuse marrow signal change, likely marrow reconversion',
      'Diffusely low marrow signal, likely red marrow reconversion',
      'Diffuse marrow signal abnormality from the known haematological disorder',
    ],
    absent: ['Marrow signal is normal', 'Normal vertebral marrow signal'],
  },
  {
    id: 'spleen-in-view',
    topic: 'Upper abdomen',
    share: 0.25,
    body: ['The partly covered spleen is enlarged', 'Splenomegaly is noted in the covered upper abdomen'],
    brief: ['Splenomegaly, partly covered'],
    impression: ['Splenomegaly', 'Enlarged spleen', 'Splenomegaly, only partly covered'],
  },
];

const SPINE: Omit<ExamPhrases, 'id' | 'titles' | 'techniques' | 'hasContrast' | 'ofMasses'> = {
  priors: ['MRI {dorsal} spine', 'CT thorax', 'MRI of the {dorsal} spine'],
  things: [...EPIDURAL, ...REST],
  normal: [
    { topic: 'Cord', words: ['The cord returns normal signal', 'No abnormal cord signal', 'No T2 hyperintensity of the cord'] },
    { topic: 'Conus', words: ['The conus ends at L1', 'Conus medullaris is normal', 'Normal termination of the conus at L1'] },
    { topic: 'Discs', words: ['Intervertebral discs are normal in height and signal', 'Disc heights are preserved', 'No disc herniation'] },
    { topic: 'Alignment', words: ['Normal alignment', 'Vertebral alignment is maintained', 'Vertebral heights are preserved'] },
    { topic: 'Vertebrae', words: ['No vertebral collapse', 'No compression fracture', 'No destructive bone lesion'] },
  ],
  denials: [
    {
      topic: 'Spinal canal',
      unless: 'epidural',
      body: ['No canal narrowing or cord compression', 'There is no cord compression', 'No cord compression'],
      impression: ['No cord compression', 'No evidence of cord compression'],
    },
    { topic: 'Neural foramina', unless: 'foraminal-narrowing', body: ['No foraminal narrowing'], impression: ['No foraminal narrowing'] },
  ],
  deny: ['vertebral collapse', 'intramedullary lesion', 'epidural collection', 'disc herniation', 'syrinx'],
};

const SIGNAL = [
  'The masses are isointense to cord on T1 and T2',
  'The soft tissue is isointense to cord on T1 and mildly hyperintense on T2',
  'The masses are of intermediate signal on T1 and T2',
];

export const SPINE_WITH_CONTRAST: ExamPhrases = {
  ...SPINE,
  id: 'mri-spine-contrast',
  titles: [
    'MRI {dorsal} spine without and with contrast',
    'MRI {dorsal} spine with contrast',
    'Contrast-enhanced MRI of the {dorsal} spine',
  ],
  techniques: [
    'Sagittal T1, T2 and STIR; axial T2; post-contrast T1 sagittal and axial.',
    'Sagittal T1 and T2, axial T2, and T1 after gadolinium.',
    'Multiplanar T1 and T2-weighted images before and after intravenous gadolinium.',
  ],
  hasContrast: true,
  ofMasses: [...SIGNAL, 'The masses enhance homogeneously', 'Homogeneous enhancement is seen'],
};

export const SPINE_PLAIN: ExamPhrases = {
  ...SPINE,
  id: 'mri-spine-plain',
  titles: ['MRI {dorsal} spine without contrast', 'Plain MRI {dorsal} spine', 'Non-contrast MRI of the {dorsal} spine'],
  techniques: ['Sagittal T1, T2 and STIR; axial T2.', 'Sagittal T1 and T2, axial T2-weighted images. No contrast was given.'],
  hasContrast: false,
  ofMasses: SIGNAL,
};
