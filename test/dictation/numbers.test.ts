import { rows } from './written.ts';

describe('measurements', () => {
  rows({
    'mass of five point two by three point seven by two point one centimeters': 'Mass of 5.2 x 3.7 x 2.1 cm.',
    'mass of twenty six millimeters': 'Mass of 26 mm.',
    'mass of twenty-six millimetres by thirty one millimetres': 'Mass of 26 mm x 31 mm.',
    'seven by eight millimeter nodule': '7 x 8 mm nodule.',
    'it measures five by four by three': 'It measures 5 x 4 x 3.',
    'zero point eight centimeters': '0.8 cm.',
    'two point oh five centimeters': '2.05 cm.',
    'two and a half centimeters': '2.5 cm.',
    'from two to three centimeters': 'From 2 to 3 cm.',
    'five or six millimeters': '5 or 6 mm.',
    'nodule of 5 point 2 by 3 centimeters': 'Nodule of 5.2 x 3 cm.',
    'mass of 5 millimeters': 'Mass of 5 mm.',
    'twenty percent larger': '20% larger.',
    'attenuation of minus thirteen Hounsfield units': 'Attenuation of -13 HU.',
    'negative one hundred and five hounsfield units': '-105 HU.',
    'one hundred and five lesions': '105 lesions.',
    'at one point five tesla': 'At 1.5 tesla.',
    'twenty one year old male': '21 year old male.',
  });
});

describe('numbers that stay in words', () => {
  rows({
    'one of the masses': 'One of the masses.',
    'no one is advised': 'No one is advised.',
    'two masses and three nodes': 'Two masses and three nodes.',
    'one by one': 'One by one.',
    'erosion of the third rib at the second intercostal space': 'Erosion of the third rib at the second intercostal space.',
    'two thirds of the canal': 'Two thirds of the canal.',
    'ct of march twelfth two thousand twenty one': 'CT of March twelfth two thousand twenty one.',
    'on may second': 'On may second.',
    'on twelve march': 'On twelve march.',
    'at four thirty pm': 'At four thirty pm.',
    'negative two masses': 'Negative two masses.',
    'at this point two masses': 'At this point two masses.',
  });
});

describe('numbers that name', () => {
  rows({
    'grade two anterolisthesis': 'Grade 2 anterolisthesis.',
    'grade one b compression': 'Grade 1b compression.',
    'grade one a mass': 'Grade 1 a mass.',
    'image forty five of series three': 'Image 45 of series 3.',
  });
});
