import assert from 'node:assert/strict';
import { shipped } from '../language/shipped.ts';
import { edited, inImpression } from './check.ts';

/** Types a line break at `|`, with the blanks that an editor sets the new line in by, and gives the text that comes of it. */
function typed(marked: string, indent = ''): string {
  const at = marked.indexOf('|');
  assert.ok(at >= 0, 'no cursor in the text');
  const br = marked.includes('\r\n') ? '\r\n' : '\n';
  const text = `${marked.slice(0, at)}${br}${indent}${marked.slice(at + 1)}`;
  return edited(text, shipped.formatLineBreak(shipped.read(text), at + br.length + indent.length));
}

const check = (list: string, expected: string, indent = ''): void =>
  assert.equal(typed(inImpression(list), indent), inImpression(expected));
const checkPlain = (marked: string): void => assert.equal(typed(marked), marked.replace('|', '\n'));

describe('a line break in an impression', () => {
  it('begins the next number, in the style of the list', () => {
    check('1. Masses D3-D8.|', '1. Masses D3-D8.\n2. ');
    check('1. Masses D3-D8|', '1. Masses D3-D8\n2. ');
    check('(1) Masses D3-D8.|\n', '(1) Masses D3-D8.\n(2) \n');
    check('  a) Masses D3-D8.|', '  a) Masses D3-D8.\n  b) ', '  ');
    check('- Masses D3-D8.|', '- Masses D3-D8.\n- ');
    check('1. Masses D3-D8 with\n   narrowing.|', '1. Masses D3-D8 with\n   narrowing.\n2. ', '   ');
  });

  it('moves the numbers below on, as far as they counted on', () => {
    check(
      '1. Masses D3-D8.|\n2. Ascites.\n3. Splenomegaly.\n7. More.\n',
      '1. Masses D3-D8.\n2. \n3. Ascites.\n4. Splenomegaly.\n7. More.\n',
    );
    check('1. Masses D3-D8. |Ascites.\n2. Splenomegaly.\n', '1. Masses D3-D8. \n2. Ascites.\n3. Splenomegaly.\n');
  });

  it('ends the list behind a number without words', () => check('1. Masses D3-D8.\n2. |', '1. Masses D3-D8.\n\n'));

  it('does nothing where a sentence goes on, or no item stands', () => {
    for (const list of [
      '1. Masses from|',
      '1. Masses D3-D8,|',
      '1. Masses D3-D8 |with ascites.',
      '1. Masses.\n|2. Ascites.',
      'Masses D3-D8.|',
      '1. Masses.\n|',
    ])
      checkPlain(inImpression(list));
    checkPlain('FINDINGS\n1. Masses D3-D8.|');
    checkPlain('Plain text.|');
  });

  it('keeps CRLF', () =>
    assert.equal(typed('IMPRESSION\r\n1. Ascites.|\r\n2. Mass.\r\n'), 'IMPRESSION\r\n1. Ascites.\r\n2. \r\n3. Mass.\r\n'));

  it('does nothing within a size that is cut in two, and reads as the next number', () => {
    const before = 'IMPRESSION\n1. Mass of the left chest wall, 5.2 x 3.7 x 2.|1 cm.\n2. Splenomegaly.\n';
    assert.equal(typed(before), before.replace('|', '\n'));
  });
});
