import { rows, untouched } from './written.ts';

describe('spoken marks', () => {
  rows({
    'the spleen is enlarged period the liver is normal full stop': 'The spleen is enlarged. The liver is normal.',
    'spleen comma liver semicolon kidneys question mark no exclamation mark': 'Spleen, liver; kidneys? No!',
    'the mass is seen open paren five centimeters close parenthesis period': 'The mass is seen (5 cm).',
    'mass left bracket five millimeters right bracket comma with enhancement': 'Mass (5 mm), with enhancement.',
    'soft hyphen tissue mass': 'Soft-tissue mass.',
    'hyperintense on t two dash weighted images dash likely edema': 'Hyperintense on T2-weighted images - likely edema.',
    'and slash or': 'And/or.',
    'no mass new line no ascites new paragraph no nodes': 'No mass.\nNo ascites.\n\nNo nodes.',
    'no mass next line no ascites': 'No mass.\nNo ascites.',
    'spleen colon enlarged period liver colon normal': 'Spleen: Enlarged. Liver: Normal.',
    'there are masses as follows colon one on the left': 'There are masses as follows: one on the left.',
    'no mass period period': 'No mass.',
  });
});

describe('words that are also marks', () => {
  rows({
    'the sigmoid colon is normal period': 'The sigmoid colon is normal.',
    'mass of the ascending colon period': 'Mass of the ascending colon.',
    'no colon cancer period': 'No colon cancer.',
    'the colon is distended period': 'The colon is distended.',
    'colon wall is thickened period': 'Colon wall is thickened.',
    'stomach small bowel and colon are normal': 'Stomach small bowel and colon are normal.',
    'mass in the hepatic flexure of the colon full stop': 'Mass in the hepatic flexure of the colon.',
    'regular menstrual period': 'Regular menstrual period.',
    'seen for a period of time period': 'Seen for a period of time.',
    'over a three month period no change': 'Over a three month period no change.',
    'for six months period no new mass period': 'For six months. No new mass.',
    'the mass is stable over the follow up period comma no new lesion': 'The mass is stable over the follow up period, no new lesion.',
    'no significant change since the prior study period no new mass period': 'No significant change since the prior study. No new mass.',
    'the study period is three months': 'The study period is three months.',
    'enlarged period of note there is a cyst': 'Enlarged. Of note there is a cyst.',
    'comma shaped lesion': 'Comma shaped lesion.',
    'a comma was seen in the late period comma no mass period': 'A comma was seen in the late period, no mass.',
    'the mass is stable at this time comma no new mass period': 'The mass is stable at this time, no new mass.',
    'mass in the transverse colon comma no nodes period': 'Mass in the transverse colon, no nodes.',
    'the menstrual period is regular': 'The menstrual period is regular.',
    'a new line is seen in the right jugular vein': 'A new line is seen in the right jugular vein.',
    'shown on the dashboard': 'Shown on the dashboard.',
    'as in the previous paragraph': 'As in the previous paragraph.',
  });
});

describe('escapes, fillers and commands', () => {
  rows({
    'literal period is a word': 'Period is a word.',
    'the literal colon': 'The colon.',
    'numeral two masses': '2 masses.',
    'mass in caps liver and all caps left': 'Mass in Liver and LEFT.',
    'bilateral apical caps are seen': 'Bilateral apical caps are seen.',
    'there is um no uh mass': 'There is no mass.',
    'um no mass': 'No mass.',
    'the spleen is enlarged period the liver is normal period scratch that the liver is enlarged period':
      'The spleen is enlarged. The liver is enlarged.',
    'no mass period no ascites scratch that ascites': 'No mass. Ascites.',
    'the spleen is enlarged no ascites delete that there is ascites': 'The spleen is enlarged. There is ascites.',
    'impression colon number one emh scratch that splenomegaly': 'IMPRESSION\n1. Splenomegaly.',
  });
});

describe('contractions', () => {
  rows({
    "the mass isn't enlarged": 'The mass is not enlarged.',
    'the cord doesn’t enhance': 'The cord does not enhance.',
    "compression can't be excluded": 'Compression cannot be excluded.',
    "there's a mass": 'There is a mass.',
    "it's been stable": 'It has been stable.',
  });
});

describe('text written with care', () => {
  untouched([
    'Exam: CT colon',
    'Exam: MRI spine\nDate: 2021-03-02\nPatient: 21-year-old female',
    'Five centimeters is the size of the mass.',
    'Menstrual period.',
    'In the late period a comma was seen.',
    'In the late period a comma was seen',
    'The text has a spurious comma and period.',
    'Full stop to the contrast column, no semicolon seen.',
    'Mass of 5 cm comma no nodes.',
    'Transverse colon period of spasm (late phase).',
    'Regular follow-up in this period',
    'Liver: normal\nSpleen: 14 cm\nno ascites, no nodes',
    '- spleen enlarged\n- no ascites',
    'Extradural mass from D3 to D8,\n  causing canal narrowing\nand cord compression.',
    'Compared with approx.\nthe same size in May.',
    'IMPRESSION:,1. Splenomegaly.\r\n2. No ascites.\r\n',
    'Disc at C71, measuring 5 um.',
    'two masses, [levels], "no period".',
    '// a comment\nmass at D5.',
    '',
    '\n \n',
  ]);
});
