import type { ExamPhrases, Thing } from './phrase.ts';

const LIVER: Thing = {
  id: 'hepatomegaly',
  topic: 'Liver',
  share: 0.5,
  grades: ['mild', 'moderate'],
  cm: [17, 22],
  dimensions: 1,
  body: [
    'The liver is enlarged, measuring {size}',
    '{grade} hepatomegaly',
    'The liver measures {size} and is enlarged',
    'There is {grade} hepatomegaly',
  ],
  brief: ['Hepatomegaly, {size}'],
  impression: ['Hepatomegaly', 'Enlarged liver'],
  absent: ['The liver is normal in size', 'Liver is normal', 'No focal liver lesion'],
};

const SPLEEN: Thing = {
  id: 'splenomegaly',
  topic: 'Spleen',
  share: 0.5,
  grades: ['mild', 'moderate', 'marked'],
  cm: [14, 21],
  dimensions: 1,
  body: ['The spleen is enlarged, measuring {size}', '{grade} splenomegaly', 'Enlarged spleen', 'The spleen is enlarged'],
  brief: ['Splenomegaly'],
  impression: ['Splenomegaly', 'Enlarged spleen'],
  absent: ['The spleen is normal', 'Spleen is normal in size and echotexture', 'The spleen is not enlarged'],
};

const COMMON: readonly Thing[] = [
  {
    id: 'gallstones',
    topic: 'Gallbladder',
    share: 0.35,
    body: ['Multiple gallstones', 'Gallstones are present', 'Cholelithiasis is noted', 'The gallbladder contains multiple calculi'],
    brief: ['Gallstones'],
    impression: ['Cholelithiasis', 'Gallstones', 'Multiple gallstones'],
    deny: 'gallstones',
    canBePossible: true,
    absent: ['Gallbladder is normal', 'The gallbladder is normal'],
  },
  {
    id: 'ascites',
    topic: 'Peritoneum',
    share: 0.25,
    grades: ['mild', 'moderate', 'small-volume'],
    body: ['{grade} ascites', 'There is {grade} ascites'],
    brief: ['{grade} ascites'],
    impression: ['{grade} ascites', 'Ascites'],
    deny: 'ascites',
    canBePossible: true,
    absent: ['No free fluid'],
  },
  {
    id: 'hydronephrosis',
    topic: 'Kidneys',
    group: 'kidney',
    share: 0.25,
    grades: ['mild', 'moderate', 'severe'],
    body: [
      '{grade} {side} hydronephrosis',
      'There is {grade} hydronephrosis on the {side}',
      'The {side} kidney shows {grade} hydronephrosis',
    ],
    brief: ['{grade} {side} hydronephrosis'],
    impression: ['{grade} {side} hydronephrosis', '{grade} {sided} hydronephrosis'],
    deny: 'hydronephrosis',
    canBePossible: true,
  },
  {
    id: 'renal-stone',
    topic: 'Kidneys',
    group: 'kidney',
    share: 0.25,
    cm: [0.4, 1.2],
    dimensions: 1,
    body: ['A {size} calculus in the {side} kidney', '{side} renal calculus of {size}'],
    brief: ['{side} renal calculus, {size}'],
    impression: ['{side} renal calculus, {size}', '{side} renal calculus ({size})', '{side} renal stone'],
  },
];

const MASSES: readonly Thing[] = [
  {
    id: 'presacral',
    topic: 'Pelvis',
    share: 0.35,
    isMass: true,
    cm: [4, 9],
    dimensions: 3,
    body: [
      'Presacral soft-tissue mass measuring {size}',
      'There is a well-defined presacral mass of {size}',
      'A lobulated presacral mass measures {size}',
    ],
    brief: ['Presacral mass, {size}'],
    impression: ['Presacral mass, {size}, {dx}', 'Presacral soft-tissue mass ({size}), {dx}', 'Presacral EMH'],
    deny: 'presacral mass',
  },
  {
    id: 'perirenal',
    topic: 'Retroperitoneum',
    share: 0.3,
    isMass: true,
    cm: [2, 6],
    dimensions: 2,
    body: ['{side} perirenal soft-tissue mass measuring {size}', 'A {side} perinephric mass of {size}', '{side} perirenal mass, {size}'],
    brief: ['{side} perirenal mass, {size}'],
    impression: ['{side} perirenal mass, {size}, {dx}', '{side} perirenal mass, {dx}', '{side} perinephric mass ({size}), {dx}'],
  },
  {
    id: 'paraspinal-lumbar',
    topic: 'Paraspinal',
    share: 0.3,
    isMass: true,
    cm: [2, 6],
    dimensions: 2,
    body: ['{side} paraspinal mass {at}, measuring {size}', 'A {side} paravertebral soft-tissue mass of {size} {at}'],
    brief: ['{side} paraspinal mass {L}, {size}'],
    impression: ['{side} paraspinal mass {at}, {size}, {dx}', '{side} paravertebral mass {L}, {dx}'],
  },
  {
    id: 'iliac',
    topic: 'Bones',
    share: 0.25,
    body: ['Expansion of the {side} iliac bone', 'The {side} iliac bone is expanded'],
    brief: ['Expanded {side} iliac bone'],
    impression: ['Expansion of the {side} iliac bone', 'Expanded {side} iliac bone'],
  },
  {
    id: 'nodes',
    topic: 'Lymph nodes',
    share: 0.3,
    body: ['Multiple enlarged para-aortic lymph nodes', 'Enlarged para-aortic and retrocaval lymph nodes', 'Para-aortic lymphadenopathy'],
    brief: ['Enlarged para-aortic nodes'],
    impression: ['Enlarged para-aortic lymph nodes', 'Para-aortic lymphadenopathy', 'Retroperitoneal lymphadenopathy'],
    deny: 'lymphadenopathy',
    absent: ['No enlarged lymph nodes', 'Lymph nodes are not enlarged'],
  },
];

const NORMAL: ExamPhrases['normal'] = [
  { topic: 'Pancreas', words: ['The pancreas is normal', 'Pancreas is unremarkable', 'Normal pancreas'] },
  { topic: 'Adrenals', words: ['Adrenal glands are normal', 'Both adrenals are normal'] },
  { topic: 'Bladder', words: ['Urinary bladder is normal', 'The urinary bladder is unremarkable'] },
  { topic: 'Pelvic organs', sex: 'female', words: ['The uterus is normal', 'Uterus and ovaries are normal', 'Normal uterus and ovaries'] },
  {
    topic: 'Pelvic organs',
    sex: 'male',
    words: ['The prostate is normal', 'Prostate is normal in size', 'Prostate and seminal vesicles are normal'],
  },
];

const DENIALS: ExamPhrases['denials'] = [
  { topic: 'Peritoneum', unless: 'ascites', body: ['No ascites', 'There is no ascites'], impression: ['No ascites'] },
  {
    topic: 'Kidneys',
    unless: 'kidney',
    body: ['No hydronephrosis', 'No hydronephrosis on either side'],
    impression: ['No hydronephrosis'],
  },
];

const CT: Omit<ExamPhrases, 'id' | 'titles' | 'techniques' | 'hasContrast' | 'ofMasses'> = {
  priors: ['Ultrasound abdomen', 'CT abdomen', 'CT abdomen and pelvis'],
  things: [LIVER, SPLEEN, ...COMMON, ...MASSES],
  normal: NORMAL,
  denials: DENIALS,
  deny: ['pleural effusion', 'bowel obstruction', 'free air', 'bowel wall thickening', 'hernia'],
};

export const CT_ABDOMEN: ExamPhrases = {
  ...CT,
  id: 'ct-abdomen',
  titles: ['CT abdomen and pelvis with contrast', 'Contrast-enhanced CT abdomen and pelvis', 'CT whole abdomen with contrast'],
  techniques: ['Portal venous phase after intravenous contrast.', 'Contrast-enhanced axial sections with coronal reformats.'],
  hasContrast: true,
  ofMasses: ['The masses enhance homogeneously', 'Mild homogeneous enhancement is seen', 'The masses contain no fat'],
};

export const CT_ABDOMEN_PLAIN: ExamPhrases = {
  ...CT,
  id: 'ct-abdomen-plain',
  titles: ['CT abdomen and pelvis without contrast', 'Non-contrast CT abdomen and pelvis', 'Plain CT whole abdomen'],
  techniques: ['Axial sections without intravenous contrast.', 'Unenhanced axial sections with coronal reformats.'],
  hasContrast: false,
  ofMasses: ['The masses are of soft-tissue attenuation', 'The masses contain no fat', 'No calcification within the masses'],
};

export const US_ABDOMEN: ExamPhrases = {
  id: 'us-abdomen',
  titles: ['Ultrasound abdomen', 'USG abdomen', 'Ultrasound of the abdomen and pelvis', 'USG whole abdomen'],
  techniques: ['Transabdominal greyscale ultrasound.', 'Curvilinear 3.5 MHz probe.'],
  priors: ['Ultrasound abdomen', 'CT abdomen'],
  hasContrast: false,
  things: [
    LIVER,
    SPLEEN,
    ...COMMON,
    {
      id: 'splenic-nodules',
      topic: 'Spleen',
      share: 0.2,
      cm: [1, 3],
      dimensions: 1,
      body: ['Multiple hypoechoic nodules in the spleen, the largest {size}', 'Hypoechoic splenic nodules up to {size}'],
      brief: ['Hypoechoic splenic nodules, largest {size}'],
      impression: ['Multiple splenic nodules, {dx}', 'Hypoechoic splenic nodules up to {size}, {dx}'],
    },
  ],
  normal: NORMAL,
  denials: DENIALS,
  ofMasses: [],
  deny: ['biliary dilatation', 'pleural effusion', 'abdominal lymphadenopathy'],
};
