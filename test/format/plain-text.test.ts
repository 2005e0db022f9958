import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainText } from '../../language/format/plain-text.ts';
import { uncomment } from '../../language/syntax/comments.ts';

const RUNS = Number(process.env.EMH_RUNS ?? 400);

describe('plain text', () => {
  it('is the report without its comments', () => {
    const report = '// Draft.\n\nFINDINGS\nMass at D4.   // count again\n  // emh-ignore level-part: seen twice\nCord normal.\n';
    assert.equal(plainText(report), 'FINDINGS\nMass at D4.\nCord normal.\n');
  });

  it('keeps line ends, blanks, quotes and addresses as they are', () => {
    const report = 'FINDINGS\r\nMass at D4.\t\r\n\r\nSee "a // b" and http://x.org\r\n';
    assert.equal(plainText(report), report);
    assert.equal(plainText('A.\r\n// c\r\nB.\r\n'), 'A.\r\nB.\r\n');
  });

  it('leaves one blank line where a paragraph of comments stood', () => {
    assert.equal(plainText('A.\n\n// c\n// d\n\nB.\n'), 'A.\n\nB.\n');
    assert.equal(plainText('A.\r\n \r\n// c\r\n\r\n// d\r\n\r\nB.'), 'A.\r\n \r\nB.');
    assert.equal(plainText('A.\n// c\n\nB.'), 'A.\n\nB.');
  });

  const pieces = fc.constantFrom('Mass at D4.', '//', '// note', ' ', '\t', '\n', '\r\n', '"', 'http://x', '/', ':', '\u00a0');
  const texts = fc.array(pieces, { maxLength: 30 }).map((all) => all.join(''));

  it('has no comment left, and is its own plain text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const plain = plainText(text);
        assert.deepEqual(uncomment(plain).comments, []);
        assert.equal(plainText(plain), plain);
      }),
      { numRuns: RUNS },
    );
  });

  it('says word for word what stands outside comments', () => {
    const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
    fc.assert(
      fc.property(texts, (text) => assert.deepEqual(words(plainText(text)), words(uncomment(text).text))),
      { numRuns: RUNS },
    );
  });
});
