import { rows } from './written.ts';

describe('spoken headings and lists', () => {
  rows({
    'findings the spleen is enlarged period impression splenomegaly': 'FINDINGS\nThe spleen is enlarged.\n\nIMPRESSION\nSplenomegaly.',
    'findings colon no mass impression colon new line number one no mass number two splenomegaly':
      'FINDINGS\nNo mass.\n\nIMPRESSION\n1. No mass.\n2. Splenomegaly.',
    'impression number one period no mass period number two period splenomegaly period': 'IMPRESSION\n1. No mass.\n2. Splenomegaly.',
    'clinical history colon thalassemia period technique colon mri spine': 'Clinical history: Thalassemia.\nTechnique: MRI spine.',
    'exam colon ct thorax new line findings colon no mass': 'Exam: CT thorax.\n\nFINDINGS\nNo mass.',
    'no ascites is seen impression splenomegaly': 'No ascites is seen.\n\nIMPRESSION\nSplenomegaly.',
    'number two no ascites': '2. No ascites.',
  });
  rows({
    'findings are consistent with emh': 'Findings are consistent with EMH.',
    'impression on the thecal sac at d five': 'Impression on the thecal sac at D5.',
    'mild disc impression comma no compression': 'Mild disc impression, no compression.',
    'masses increased in number two are seen': 'Masses increased in number two are seen.',
  });
});

describe('sentences of a run without marks', () => {
  rows({
    'the liver is enlarged the spleen is normal no ascites': 'The liver is enlarged. The spleen is normal. No ascites.',
    'spleen is enlarged there is ascites': 'Spleen is enlarged. There is ascites.',
    'the liver is normal spleen is enlarged both kidneys are normal': 'The liver is normal. Spleen is enlarged. Both kidneys are normal.',
    'no mass no ascites no nodes': 'No mass. No ascites. No nodes.',
    'the mass measures two centimeters it is necrotic': 'The mass measures 2 cm. It is necrotic.',
    'the mass extends from d three to d eight it compresses the cord': 'The mass extends from D3 to D8. It compresses the cord.',
    'there is a mass at d five there is cord compression': 'There is a mass at D5. There is cord compression.',
    'the tissue behind the cord from d six to d eight is thin there is no longer any compression the masses are bright on t1 and t2 the cord is normal':
      'The tissue behind the cord from D6 to D8 is thin. There is no longer any compression. The masses are bright on T1 and T2. The cord is normal.',
  });
});

describe('no sentence is parted', () => {
  rows({
    'although the liver is enlarged the spleen is normal': 'Although the liver is enlarged the spleen is normal.',
    'on the sagittal images there is a mass': 'On the sagittal images there is a mass.',
    'the spleen is enlarged at d five the cord is compressed': 'The spleen is enlarged at D5 the cord is compressed.',
    'the mass shows no enhancement': 'The mass shows no enhancement.',
    'the mass is seen with no compression': 'The mass is seen with no compression.',
    'the mass is large no enhancement': 'The mass is large no enhancement.',
    'the mass is no longer seen': 'The mass is no longer seen.',
    'the mass is stable no change': 'The mass is stable no change.',
    'the mass which is large the radiologist saw is gone': 'The mass which is large the radiologist saw is gone.',
    'the liver and the spleen are enlarged': 'The liver and the spleen are enlarged.',
    'the masses are large and are about half the size of before': 'The masses are large and are about half the size of before.',
    'it is unclear whether the cord is compressed': 'It is unclear whether the cord is compressed.',
    'the cord is compressed by the mass': 'The cord is compressed by the mass.',
    'there is mild no more than moderate narrowing': 'There is mild no more than moderate narrowing.',
  });
});
