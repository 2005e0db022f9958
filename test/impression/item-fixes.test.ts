import assert from 'node:assert/strict';
import { createLanguage } from '../../language/language.ts';
import { applyEdits } from '../../language/text/edit.ts';
import { packs } from '../../packs/emh.ts';

const language = createLanguage({ packs, rules: [] });

/** Title -> the text after the fix. */
const fixes = (text: string): Record<string, string> =>
  Object.fromEntries(language.itemFixes(language.read(text)).map(({ title, edits }) => [title, applyEdits(text, edits)]));

const report = (findings: string, impression: string): string => `FINDINGS\n${findings}\n\nIMPRESSION\n${impression}\n`;

describe('single steps towards an impression in step', () => {
  it('are one for each difference', () => {
    const text = report('Left paraspinal mass D3 to D8.', '1. Right paraspinal mass D3 to D9.');
    assert.deepEqual(fixes(text), {
      'Replace "D3 to D9" by "D3 to D8"': text.replace('D9', 'D8'),
      'Replace "Right" by "Left"': text.replace('Right', 'Left'),
    });
  });

  it('stand at the words that differ, and where nothing else of the finding does', () => {
    const text = report('Left paraspinal mass D3 to D8.', '1. Right paraspinal mass D3 to D9.');
    const places = language
      .itemFixes(language.read(text))
      .map((fix) => [fix.title, fix.places.map(({ start, end }) => text.slice(start, end))]);
    assert.deepEqual(places, [
      ['Replace "D3 to D9" by "D3 to D8"', ['D3 to D9', 'paraspinal mass', 'D3 to D8', 'paraspinal mass']],
      ['Replace "Right" by "Left"', ['Right', 'paraspinal mass', 'Left', 'paraspinal mass']],
    ]);
  });

  it('add one missing item alone, in its rank', () => {
    const text = report('Extradural mass at D4. Splenomegaly.', '1. Splenomegaly.');
    assert.deepEqual(fixes(text), {
      'Add "Extradural mass at D4." to the impression': text.replace('1. Splenomegaly.', '1. Extradural mass at D4.\n2. Splenomegaly.'),
    });
  });

  it('leave the choice for an item that rests on nothing', () => {
    const text = report('Splenomegaly.', '1. Pleural effusion.\n2. Splenomegaly.');
    assert.deepEqual(fixes(text), {
      'Remove "Pleural effusion."': report('Splenomegaly.', '1. Splenomegaly.'),
      'Say "Pleural effusion." in the findings': report('Splenomegaly.\nPleural effusion.', '1. Pleural effusion.\n2. Splenomegaly.'),
    });
  });

  it('take away the last item, one of many in a line, one without a mark', () => {
    const gone = (impression: string): string | undefined => fixes(report('Splenomegaly.', impression))['Remove "Pleural effusion."'];
    assert.equal(gone('1. Splenomegaly.\n2. Pleural effusion.'), report('Splenomegaly.', '1. Splenomegaly.'));
    assert.equal(gone('Splenomegaly.\nPleural effusion.'), report('Splenomegaly.', 'Splenomegaly.'));
    assert.match(gone('Splenomegaly. Pleural effusion.') ?? '', /IMPRESSION\nSplenomegaly\. ?\n$/);
  });

  it('are none where all is in step', () => assert.deepEqual(fixes(report('Splenomegaly.', '1. Splenomegaly.')), {}));
});
