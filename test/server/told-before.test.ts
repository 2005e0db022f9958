import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { OpenDocument } from '../../server/document.ts';
import { ToldBefore } from '../../server/told-before.ts';

const at = (line: number, start: number, end: number): Diagnostic => ({
  range: { start: { line, character: start }, end: { line, character: end } },
  message: 'This is wrong.',
});
const document = new OpenDocument('file:///a.emh', 'emh', 1, 'one\ntwo\nwrong here\nshort\n\na much longer line\nwrong here\n');

/** Whether what was told of the document holds where it is told again of a later version. */
function holds(later: OpenDocument, items: readonly Diagnostic[] = [at(2, 0, 5)]): boolean {
  const told = new ToldBefore();
  told.tell(document, [at(2, 0, 5)], 'id');
  return told.holding(later, items, 'id') !== null;
}

const change = (start: [number, number], end: [number, number], text: string, from = document): OpenDocument =>
  from.update([{ range: { start: { line: start[0], character: start[1] }, end: { line: end[0], character: end[1] } }, text }], 2);

describe('what was told before', () => {
  it('holds where it is the same and nothing was typed near it', () => {
    assert.equal(holds(document), true);
    assert.equal(holds(change([2, 6], [2, 6], 'x')), true);
    assert.equal(holds(change([5, 0], [5, 6], '')), true);
  });

  it('does not where it differs, or the client has another', () => {
    assert.equal(holds(change([2, 6], [2, 6], 'x'), [at(2, 0, 6)]), false);
    assert.equal(holds(change([2, 6], [2, 6], 'x'), []), false);
    const told = new ToldBefore();
    told.tell(document, [at(2, 0, 5)], 'id');
    assert.equal(told.holding(document, [at(2, 0, 5)], 'other'), null);
    told.forget(document.uri);
    assert.equal(told.holding(document, [at(2, 0, 5)], 'id'), null);
  });

  it('does not at the edge of what was typed, nor after two changes', () => {
    assert.equal(holds(change([2, 5], [2, 5], 'x')), false);
    assert.equal(holds(change([2, 0], [2, 5], 'wrong')), false);
    assert.equal(holds(change([2, 5], [2, 6], '', change([2, 5], [2, 5], 'x'))), false);
  });

  it('does not where the words were taken away and others like them moved to their place', () => {
    assert.equal(holds(change([2, 0], [6, 0], '')), false);
  });
});
