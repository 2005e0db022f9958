import assert from 'node:assert/strict';
import { generateReports } from '../../mutation/generate.ts';
import { wrap } from '../../mutation/layout.ts';
import { shipped } from '../language/shipped.ts';

describe('generated reports', () => {
  const reports = generateReports(2000, 1);

  it('are as many as asked for, no two alike, and the same for the same seed', () => {
    assert.equal(new Set(reports).size, 2000);
    assert.deepEqual(generateReports(50, 1), reports.slice(0, 50));
    assert.notDeepEqual(generateReports(50, 2), reports.slice(0, 50));
  });

  it('have no slot left unfilled', () => {
    assert.deepEqual(
      reports.filter((text) => /[{}]|undefined| {2,}\S.*\.$|\.\./.test(text.replaceAll(/\n +/g, '\n'))),
      [],
    );
  });

  it('vary in notation, spelling, headings and layout', () => {
    const share = (pattern: RegExp): number => reports.filter((text) => pattern.test(text)).length / reports.length;
    for (const pattern of [
      /\bD\d/,
      /\bT[3-9]\b/,
      /haem/i,
      /\bhem|[^a]hem/i,
      /^- /m,
      /^1\. /m,
      /^1\) /m,
      /^Exam/m,
      /^CONCLUSION/m,
      /\d mm/,
      /Possible/,
    ])
      assert.ok(share(pattern) > 0.02 && share(pattern) < 0.98, `${pattern}: ${share(pattern)}`);
  });

  it('are read: each has an impression, and findings or denials', () => {
    for (const text of reports.slice(0, 200)) {
      const [report, ...more] = shipped.read(text).reports;
      assert.equal(more.length, 0);
      assert.ok((report?.impression.length ?? 0) > 0, text);
    }
  });
});

describe('wrapped text', () => {
  it('keeps every word and no line beyond its width', () => {
    const text = 'a few words that are longer than a line may be';
    const wrapped = wrap(text, 12, '  ');
    assert.equal(wrapped.replaceAll(/\s+/g, ' '), text);
    assert.ok(wrapped.split('\n').every((line) => line.length <= 14));
  });
});
