import { rows } from './written.ts';

const at = (cases: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(cases).map(([said, expected]) => [`bulge at ${said}`, `Bulge at ${expected}.`]));

describe('levels', () => {
  rows(
    at({
      'd four': 'D4',
      't twelve': 'T12',
      'tee five': 'T5',
      'd 4': 'D4',
      d4: 'D4',
      's one': 'S1',
      'd four to d seven': 'D4 to D7',
      'd four through d seven': 'D4 through D7',
      'd four to seven': 'D4 to D7',
      'd four to d five point two': 'D4 to D5 point two',
      'd four and five': 'D4 and D5',
      'd four and five masses': 'D4 and five masses',
      't6 to t8': 'T6 to T8',
      'd two and l two': 'D2 and L2',
    }),
  );
});

describe('discs', () => {
  rows(
    at({
      'c three four': 'C3-C4',
      'c three hyphen c four': 'C3-C4',
      'c three c four': 'C3-C4',
      'c 3 4': 'C3-C4',
      'l five s one': 'L5-S1',
      'l five one': 'L5-S1',
      'l two three': 'L2-L3',
      'l four slash five': 'L4/L5',
      'c seven t one': 'C7-T1',
      't twelve l one': 'T12-L1',
      'el four el five': 'L4-L5',
      'see three see four': 'C3-C4',
      'c3-c4': 'C3-C4',
      l5s1: 'L5-S1',
      'd five two masses': 'D5 two masses',
      'd five six centimeters below': 'D5 6 cm below',
    }),
  );
});

describe('levels run together', () => {
  rows(
    at({
      C71: 'C7-T1',
      c34: 'C3-C4',
      T121: 'T12-L1',
      L51: 'L5-S1',
      l45: 'L4-L5',
      t910: 'T9-T10',
      t1011: 'T10-T11',
      t12: 'T12',
      c99: 'c99',
      t120: 't120',
    }),
  );
});

describe('no levels', () => {
  rows({
    'vitamin d three deficiency': 'Vitamin d three deficiency.',
    'hepatitis c two masses': 'Hepatitis c two masses.',
    'we see two masses': 'We see two masses.',
    'code c71': 'Code c71.',
  });
});

describe('sequences', () => {
  rows({
    't one hyperintense': 'T1 hyperintense.',
    't two weighted images': 'T2-weighted images.',
    'on t one and t two': 'On T1 and T2.',
    'on t one t two and stir': 'On T1 T2 and STIR.',
    't two star signal': 'T2* signal.',
    't two hyperintense at t two': 'T2 hyperintense at T2.',
    'mri with stir and flair and ct': 'MRI with STIR and FLAIR and CT.',
    'ewing sarcoma and emh': 'Ewing sarcoma and EMH.',
    'let us stir it in': 'Let us STIR it in.',
  });
});
