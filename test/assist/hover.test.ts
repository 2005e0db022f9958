import assert from 'node:assert/strict';
import { registryPage } from '../../language/assist/registry-page.ts';
import { checkHover, inFindings, language } from './check.ts';

const MASSES = 'Spinal canal: Masses D3 to D8 causing canal narrowing and cord compression at D4 to D7.';
const at = (words: string): string => inFindings(MASSES.replace(words, `${words.slice(0, 1)}|${words.slice(1)}`));

describe('hover', () => {
  it('explains a finding: its term and what was understood', () => {
    checkHover(
      at('compression'),
      'cord compression',
      /\*\*cord compression\*\* \(finding\)/,
      /Also: .*SCC/,
      /SNOMED CT 71286001/,
      /Understood: \*\*cord compression\*\* – present; levels D4 to D7/,
    );
    checkHover(at('Masses'), 'Masses', /\*\*mass\*\*/, /causes .*cord compression/);
  });

  it('says that a finding is denied', () => {
    checkHover(inFindings('No cord com|pression.'), 'cord compression', /\*\*no cord compression\*\* – absent/);
  });

  it('names a level and the findings that touch it', () => {
    checkHover(at('D7'), 'D7', /\*\*T7\*\* \(written D7\): thoracic vertebra/, /- cord compression D4 to D7/);
    checkHover(inFindings('Masses T3-1|0.'), '10', /\*\*T10\*\*/);
  });

  it('explains both sequences of a pair', () => {
    checkHover(inFindings('Mass T1 a|nd T2 isointense to cord.'), 'T1 and T2', /T1-weighted/, /T2-weighted/);
  });

  it('explains headings', () => checkHover('Exam: MRI\n\nFIND|INGS\nMass.', 'FINDINGS', /\*\*Findings\*\* \(section\)/, /LOINC 59776-5/));

  it('says what else the report has of a kind, and what it has of a site', () => {
    const text = 'Exam: MRI\n\nFINDINGS\nLeft paraspinal ma|ss at D9. Mass of the liver.\nIMPRESSION\n1. Left paraspinal mass at D9.\n';
    checkHover(text, 'mass', /Elsewhere in the report:\n- mass\n- mass left D9 \(impression\)$/);
    checkHover(
      text.replace('|', '').replace('Left para', 'Left pa|ra'),
      'paraspinal',
      /Elsewhere in the report:\n- mass left D9 \(impression\)$/,
    );
  });

  it('links codes to their registries', () => {
    checkHover(at('compression'), 'cord compression', /\[SNOMED CT 71286001\]\(http:\/\/snomed\.info\/id\/71286001\)/);
    checkHover('Exam: MRI\n\nFIND|INGS\nMass.', 'FINDINGS', /\[LOINC 59776-5\]\(https:\/\/loinc\.org\/59776-5\)/);
    assert.equal(registryPage('radlex', 'RID1) [x](http://a'), null);
    assert.equal(registryPage('constructor', 'RID1'), null);
  });

  it('has a page for every code of the three registries that the lexicon uses', () => {
    const codes = language.lexicon.terms.flatMap((term) => Object.entries(term.codes));
    const without = codes.filter(([system, code]) => ['radlex', 'snomed', 'loinc'].includes(system) && registryPage(system, code) === null);
    assert.deepEqual(without, []);
    assert.ok(codes.length > 200);
  });

  it('is silent on unknown words and on none', () => {
    checkHover(inFindings('Zyx wvu|ts.'), null);
    checkHover('|', null);
    checkHover('Exam: MRI\n|\n', null);
  });
});
