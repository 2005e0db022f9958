import assert from 'node:assert/strict';
import { syncImpression } from '../../language/impression/sync.ts';
import { applyEdits, type TextEdit } from '../../language/text/edit.ts';
import { generateReports } from '../../mutation/generate.ts';
import { impressionOf, language, lexicon, reportOf, syncEdits } from './reading.ts';

const editsWith = (text: string): TextEdit[] => {
  const { reports, links } = language.read(text);
  return reports.flatMap((report, r) => syncImpression(report, links[r] ?? [], text, lexicon, { negatives: true }));
};
const withNegatives = (findings: string[], impression: string[] | null): string[] => {
  const text = reportOf(findings, impression);
  return impressionOf(applyEdits(text, editsWith(text)));
};

describe('pertinent negatives', () => {
  it('are said in one sentence behind the items that state findings, and only when asked for', () => {
    const findings = ['Paraspinal mass at D9.', 'No cord compression or canal narrowing.', 'No hepatomegaly.'];
    const impression = ['1. Paraspinal mass at D9.', '2. MRI in 3 months is advised.'];
    assert.deepEqual(withNegatives(findings, impression), [
      '1. Paraspinal mass at D9.',
      '2. No cord compression or spinal canal narrowing.',
      '3. MRI in 3 months is advised.',
    ]);
    assert.deepEqual(syncEdits(reportOf(findings, impression)), []);
  });

  it('are not said again, nor of a thing that is there elsewhere, nor wider than the findings deny', () => {
    const kept = (findings: string[], impression: string[]): void => assert.deepEqual(withNegatives(findings, impression), impression);
    kept(['Paraspinal mass at D9.', 'No cord compression.'], ['1. Paraspinal mass at D9 without cord compression.']);
    kept(['Cord compression at D5. No cord compression at D9.'], ['1. Cord compression at D5.']);
    kept(['Paraspinal mass at D9.', 'No acute fracture.', 'No severe canal narrowing.'], ['1. Paraspinal mass at D9.']);
  });

  it('make an impression where there is none', () => {
    assert.deepEqual(withNegatives(['Paraspinal mass at D9. No cord compression.'], null), [
      '1. Paraspinal mass at D9.',
      '2. No cord compression.',
    ]);
  });

  it('are settled at once', () => {
    for (const text of generateReports(150, 5)) assert.deepEqual(editsWith(applyEdits(text, editsWith(text))), [], text);
  });
});
