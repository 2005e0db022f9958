import assert from 'node:assert/strict';
import { safeEdits } from '../../language/format/safe.ts';
import { shipped } from '../language/shipped.ts';
import { checkFormat, edited, formatted, formatting, inImpression } from './check.ts';

const stays = (text: string): void => checkFormat(text, text);

describe('formatting blanks', () => {
  it('takes them off line ends and makes tabs and no-break spaces plain', () =>
    checkFormat('FINDINGS\nMass,\u00a03\u202fcm,\tat D5.  \nAscites.\t\n \n', 'FINDINGS\nMass, 3 cm, at D5.\nAscites.\n'));

  it('makes two blanks one, but leaves tables and values of the header', () => {
    checkFormat('FINDINGS\nMass at  D5.  No ascites.\n', 'FINDINGS\nMass at D5. No ascites.\n');
    stays('Exam:  MRI dorsal spine\nDate:  2021-03-02\nStatus:  final\nPatient: 3-year-old\n\nFINDINGS\nL1-L2    normal  canal\n');
  });

  it('puts one behind the colon of a topic, but leaves columns', () => {
    checkFormat('FINDINGS\nSpleen:enlarged.\nLiver:   normal.\n', 'FINDINGS\nSpleen: enlarged.\nLiver: normal.\n');
    stays('FINDINGS\nLiver:   normal.\nSpleen:  enlarged.\n');
  });

  it('leaves quoted words, fields and comments byte for byte', () =>
    stays('FINDINGS\nThe letter says "mass  at D3 -  D4\t" and [size  in  cm].  // as  told\t \n// D3 –  D4  \nMass “of  old” at D4.\n'));
});

describe('formatting lines', () => {
  it('parts sections by one blank line', () =>
    checkFormat(
      '\n\nExam: MRI dorsal spine\nFINDINGS\nAscites.\n\n\n\nMass at D5.\nIMPRESSION\n1. Ascites.\n\n\n',
      'Exam: MRI dorsal spine\n\nFINDINGS\nAscites.\n\nMass at D5.\n\nIMPRESSION\n1. Ascites.\n',
    ));

  it('writes headings as most of them are written', () => {
    checkFormat(
      'TECHNIQUE:\nAxial T2.\n\nFINDINGS:\nAscites.\n\nImpression\n1. Ascites.\n',
      'TECHNIQUE:\nAxial T2.\n\nFINDINGS:\nAscites.\n\nIMPRESSION:\n1. Ascites.\n',
    );
    checkFormat('Findings\nAscites.\n\nIMPRESSION:\n1. Ascites.\n', 'Findings\nAscites.\n\nImpression\n1. Ascites.\n');
  });

  it('keeps CRLF, and writes it where it adds a line', () =>
    checkFormat('FINDINGS\r\nAscites. \r\nIMPRESSION\r\n2. Ascites.\r\n', 'FINDINGS\r\nAscites.\r\n\r\nIMPRESSION\r\n1. Ascites.\r\n'));

  it('sets wrapped lines under the words of their item, and those of topics as the report does', () => {
    checkFormat(
      inImpression(
        '1. Extradural masses from D3 to D8 with canal narrowing and\ncord compression at D5.\n     Splenomegaly.\n10) Ascites with\n\tmore.\n',
      ),
      inImpression(
        '1. Extradural masses from D3 to D8 with canal narrowing and\n   cord compression at D5.\n   Splenomegaly.\n2) Ascites with\n   more.\n',
      ),
    );
    checkFormat(
      'FINDINGS\nSpinal canal: Masses from D3 to D8,\n  lobulated, causing canal narrowing\n      at D4 to D7.\n  No cord compression.\n',
      'FINDINGS\nSpinal canal: Masses from D3 to D8,\n  lobulated, causing canal narrowing\n  at D4 to D7.\n  No cord compression.\n',
    );
  });
});

describe('formatting an impression', () => {
  it('numbers its items from 1 in their own style', () => {
    checkFormat(
      inImpression('2. Ascites.\n2. Splenomegaly.\n7. Masses D3-D8.\n'),
      inImpression('1. Ascites.\n2. Splenomegaly.\n3. Masses D3-D8.\n'),
    );
    checkFormat(inImpression('(1) Ascites.\n(3) Splenomegaly.\n'), inImpression('(1) Ascites.\n(2) Splenomegaly.\n'));
    stays(inImpression('- Ascites.\n- Splenomegaly.\n'));
  });

  it('leaves numbers that the report speaks of, and a list within an item', () => {
    stays(inImpression('2. Ascites.\n4. Splenomegaly, see item 2.\n'));
    stays(inImpression('1. Masses:\n   1. Splenomegaly.\n   2. Ascites.\n2. Masses D3-D8.\n'));
  });
});

describe('formatting signs', () => {
  const LEVELS = 'FINDINGS\nMasses D3 – D8, canal narrowing D4–D7, cord compression D5–D6.\n';
  it('writes the dash of levels as most of the report does', () => {
    checkFormat(LEVELS, LEVELS.replace('D3 – D8', 'D3–D8'));
    stays('FINDINGS\nMasses D3 - D8. Canal narrowing D4 - D7.\n');
    stays('FINDINGS\nMass at D5 - lobulated - with a post-contrast T1 - 3 series.\n');
  });

  it('or as settings say', () => {
    checkFormat(LEVELS, LEVELS.replace('D3 – D8', 'D3-D8').replaceAll('–', '-'), formatting({ levelDash: 'hyphen' }));
    checkFormat('FINDINGS\nMasses D3-8.\n', 'FINDINGS\nMasses D3–8.\n', formatting({ levelDash: 'enDash' }));
    checkFormat(LEVELS, LEVELS, formatting({ levelDash: 'off' }));
  });

  it('writes × only where settings ask for it', () => {
    const text = 'FINDINGS\nMass, 3 x 4 cm, 2 cm x 3 cm, x-ray.\n';
    stays(text);
    checkFormat(text, 'FINDINGS\nMass, 3 × 4 cm, 2 cm × 3 cm, x-ray.\n', formatting({ timesSign: true }));
  });
});

describe('formatting', () => {
  it('does nothing where all is switched off', () => {
    const off = { trailingBlanks: false, plainBlanks: false, doubleBlanks: false, topicColon: false, blankLines: false } as const;
    const text = '\n\nFINDINGS  \nLiver:normal.\tMass  D3 - D8, D4-D5.\nImpression:\n3. Mass and\nmore.\n\n\n';
    checkFormat(text, text, formatting({ ...off, headings: false, numbering: false, continuation: false, levelDash: 'off' }));
    assert.notEqual(formatted(text), text);
  });

  it('leaves out the edit that would change a finding, and that alone', () => {
    const text = 'FINDINGS\nNo  ascites. Mass  at D5.\nRibs:  normal.\n';
    const edits = [...text.matchAll(/No {2}| {2}/g)].map(({ index, 0: { length } }) => ({
      range: { start: index, end: index + length },
      text: ' ',
    }));
    const { edits: safe, after } = safeEdits(shipped.read(text), edits, shipped.read);
    assert.equal(edited(text, safe), 'FINDINGS\nNo  ascites. Mass at D5.\nRibs: normal.\n');
    assert.equal(after.text, edited(text, safe));
  });

  it('looks for that edit in its own report', () => {
    const one = 'FINDINGS\nNo  ascites. Mass  at D5.\n';
    const text = [one.replace('No', 'No more'), one, one].join('---\n');
    const edits = [...text.matchAll(/No {2}| {2}/g)].map(({ index, 0: { length } }) => ({
      range: { start: index, end: index + length },
      text: ' ',
    }));
    const { edits: safe } = safeEdits(shipped.read(text), edits, shipped.read);
    const kept = one.replace('Mass  at', 'Mass at');
    assert.equal(edited(text, safe), [kept.replace('No  ', 'No more '), kept, kept].join('---\n'));
  });

  it('takes the lines of a range alone', () => {
    const text = 'FINDINGS\nMass at  D5.  \nNo  ascites.  \nRibs:normal.\n';
    const at = text.indexOf('ascites');
    const edits = shipped.format(shipped.read(text), { start: at, end: at + 1 });
    assert.equal(edited(text, edits), 'FINDINGS\nMass at  D5.  \nNo ascites.\nRibs:normal.\n');
  });
});
