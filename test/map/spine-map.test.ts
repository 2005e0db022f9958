import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { bodyFindings } from '../../language/impression/match.ts';
import { standaloneStyle, themedStyle } from '../../language/map/palette.ts';
import { root } from '../../scripts/root.ts';
import { elementsOf, findingsIn, language, mapOf, mapOfFindings } from './check.ts';

const runs = Number(process.env.EMH_RUNS ?? 400);
const wordsOfLabels = (svg: string): string[] =>
  [...svg.matchAll(/<text class="(?:name|faint|differs|entry)"[^>]*>([^<]*)</g)].map(([, text]) => text ?? '');

describe('the spine map', () => {
  it('draws findings at their levels, in the notation of the report', () => {
    const { svg, isEmpty, description } = mapOfFindings('Extradural mass D3 to D8 with severe cord compression at D4 to D7.');
    assert.equal(isEmpty, false);
    assert.deepEqual(
      findingsIn(svg).map(({ kind }) => kind),
      ['mass', 'compression'],
    );
    const said = wordsOfLabels(svg);
    assert.ok(said.includes('D4 to D7 · severe') && said.includes('Mass (extradural)'));
    assert.match(description, /^Drawn at its levels: mass.*\nDrawn at its levels: cord compression, present, levels D4 to D7, severe/);
    assert.ok(svg.includes('>D12<') && !svg.includes('>T12<'));
    assert.ok(mapOfFindings('Mass at T4.').svg.includes('>T12<'));
  });

  it('has the same structure as before', () => {
    const { svg } = mapOfFindings(
      'Posterior epidural mass at D3.\nLeft foraminal narrowing at D4-D5, moderate.',
      '1. Epidural mass at D4.',
    );
    const outline = findingsIn(svg).map(({ id, kind, markup }) => [
      id,
      kind,
      (markup.match(/class="[a-z -]+"/g) ?? []).map((name) => name.slice(7, -1)).join(' '),
    ]);
    assert.deepEqual(outline, [
      ['f1', 'mass', 'frame solid stroke leader dot stroke key name faint differs drift drift'],
      ['f2', 'narrowing', 'frame hollow solid full stroke stroke leader dot stroke key name faint'],
    ]);
  });

  it('does not draw what is denied, normal or resolved, and says why', () => {
    const { svg, isEmpty } = mapOfFindings('No cord compression at D5.');
    assert.equal(isEmpty, true);
    assert.deepEqual(
      findingsIn(svg).map(({ kind }) => kind),
      ['list'],
    );
    assert.ok(svg.includes('Absent, normal or resolved, so not drawn') && svg.includes('No finding of the spine with a level.'));
  });

  it('marks what is possible by a pattern and in words', () => {
    const [possible] = findingsIn(mapOfFindings('Possible cord compression at D5.').svg);
    assert.equal(possible?.kind, 'compression possible');
    assert.ok(possible?.markup.includes('Possible cord'));
    assert.match(standaloneStyle(), /\.possible \.solid \{[^}]*stroke-dasharray/);
  });

  it('draws a side on its side, and both as outlines where none is stated', () => {
    const xs = (text: string): number[] => {
      const [found] = findingsIn(mapOfFindings(text).svg);
      const centre = Number(/class="title middle" x="([\d.]+)" y="26">From the front/.exec(mapOfFindings(text).svg)?.[1]);
      return [...(found?.markup ?? '').matchAll(/<circle class="stroke[^"]*" cx="([\d.]+)"/g)].map(([, x]) =>
        Math.sign(Number(x) - centre),
      );
    };
    assert.deepEqual(xs('Left foraminal narrowing at L4-L5.'), [1]);
    assert.deepEqual(xs('Right foraminal narrowing at L4-L5.'), [-1]);
    assert.deepEqual(xs('Bilateral foraminal narrowing at L4-L5.'), [-1, 1]);
    assert.match(findingsIn(mapOfFindings('Foraminal narrowing at L4-L5.').svg)[0]?.markup ?? '', /stroke dashed/);
  });

  it('stands one view below the other for little room, with the same findings and words', () => {
    const text = 'FINDINGS\nExtradural mass D3 to D8.\nRight paraspinal mass at D5.\nForaminal narrowing at L4-L5.\nSpleen 14 cm.\n';
    const [wide, tall] = [mapOf(text), mapOf(text, 'standalone', 'tall')];
    const [wideWidth = 0, tallWidth = 0] = [wide, tall].map(({ svg }) => Number(/viewBox="0 0 ([\d.]+) /.exec(svg)?.[1]));
    assert.ok(tallWidth < wideWidth * 0.6, `${tallWidth} of ${wideWidth}`);
    const xs = [...tall.svg.matchAll(/<(?:text|rect)[^>]* x="([\d.]+)"/g)].map(([, x]) => Number(x));
    assert.ok(Math.max(...xs) < tallWidth);
    const idsOf = ({ svg }: { svg: string }) => findingsIn(svg).map(({ id }) => id);
    assert.deepEqual(idsOf(tall), idsOf(wide));
    const words = ({ svg }: { svg: string }) => wordsOfLabels(svg).join(' ').split(' ').sort();
    assert.deepEqual(words(tall), words(wide));
    // A level has its row in each view.
    const [row = ''] = /<g class="level" data-level="T5">.*?<\/g>/.exec(tall.svg) ?? [];
    assert.equal(row.match(/class="row"/g)?.length, 2);
    for (const part of elementsOf(tall.svg)) assert.ok(!/NaN|undefined/.test(part), part);
  });

  it('says where the impression says otherwise, and what it alone states', () => {
    const { svg } = mapOfFindings(
      'Cord compression at D4 to D7. Left paraspinal mass at D5.',
      '1. Cord compression at D4 to D9.\n2. Right paraspinal mass at D5.\n3. Fracture of L1.',
    );
    const said = wordsOfLabels(svg);
    assert.ok(said.includes('Impression: D4 to D9') && said.includes('Impression: right'));
    assert.ok(svg.includes('In the impression alone'));
    assert.equal((svg.match(/class="drift dashed"/g) ?? []).length, 2, 'D8 and D9 are boxed');
    const inStep = mapOfFindings('Cord compression at D4 to D7.', '1. Cord compression at D4 to D7.').svg;
    assert.ok(!inStep.includes('Impression:') && !inStep.includes('"drift'));
  });

  it('explains what it draws and nothing else', () => {
    const legend = (text: string): string[] =>
      [...mapOfFindings(text).svg.matchAll(/class="legend [^>]*>.*?<text class="entry"[^>]*>([^<]*)/g)].map(([, t]) => t ?? '');
    assert.deepEqual(legend('Expansion of the left third rib.'), ['Rib']);
    assert.deepEqual(legend('Expansion of the ribs.'), [
      'Rib',
      'Thin: no level stated, drawn over all that was examined',
      'Dashed on both sides: no side stated',
    ]);
    assert.deepEqual(legend('Liver normal.'), []);
  });

  it('names what belongs to the spine and has no level', () => {
    const { svg, regions } = mapOfFindings('Left paraspinal mass. Hepatomegaly.');
    assert.ok(svg.includes('No level stated, so not drawn'));
    assert.deepEqual(
      findingsIn(svg).map(({ id }) => id),
      regions.map(({ finding }) => finding),
    );
  });

  it('leads to the words of the text', () => {
    const text = 'FINDINGS\nMass at D4 to D6.\nLeft foraminal narrowing at L4-L5.\n';
    const { regions } = mapOf(text);
    assert.deepEqual(
      regions.map(({ words, levels, discs }) => [text.slice(words.start, words.end), levels, discs]),
      [
        ['Mass', ['T4', 'T5', 'T6'], []],
        ['foraminal narrowing', [], ['L4-L5']],
      ],
    );
  });

  it('can be chosen by keyboard where it is part of a page, and has no style of its own there', () => {
    const { svg } = mapOf('FINDINGS\nMass at D4.\n', 'themed');
    assert.match(svg, /data-finding="f1" tabindex="0" role="button" aria-label="Mass D4: mass, present, levels D4"/);
    assert.ok(!svg.includes('<style') && !svg.includes('style='));
    assert.ok(themedStyle().includes('var(--vscode-editor-background, #ffffff)'));
  });

  it('shows every finding with a level once, with labels that do not touch, for every report of the corpus', () => {
    const folder = join(root, 'test/corpus');
    const texts = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    assert.ok(texts.length > 50);
    for (const text of texts) checkLaws(text);
  });

  it('does so for any text', () => {
    const parts = fc.constantFrom(
      ...[
        'FINDINGS\n',
        'Mass',
        ' at ',
        'D4',
        ' to ',
        'D8',
        ', ',
        'L4-L5',
        '. ',
        '\n',
        'left ',
        'right ',
        'bilateral ',
        'cord compression',
        'no ',
        'possible ',
      ],
      ...[
        'paraspinal ',
        'epidural ',
        'presacral ',
        'ribs',
        'fracture of ',
        'L1',
        'S2',
        'C1',
        'coccyx',
        'vertebrae',
        'foraminal narrowing',
        ' severe ',
        '5 mm ',
        'IMPRESSION\n',
        '1. ',
      ],
      ...['<b>', '&', '"', "'", ']]>', '\u0000', '\ud800', '\uffff', '\u0008', 'syrinx', 'disc bulge', 'T1', 'canal narrowing'],
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (words) => checkLaws(words.join(''))),
      { numRuns: runs },
    );
  });

  it('keeps its laws for very many findings', () => {
    const lines = Array.from(
      { length: 400 },
      (_, i) => `${i % 2 === 0 ? 'Left' : 'Right'} paraspinal mass at D${(i % 12) + 1}. Epidural mass at D${((i * 5) % 12) + 1}.`,
    );
    checkLaws(`FINDINGS\n${lines.join('\n')}\n`);
  });
});

/** Well-formed; every finding with a level once; no two labels or lists touch; all within the picture. */
function checkLaws(text: string): void {
  const snapshot = language.read(text);
  if (snapshot.reports.length === 0) return;
  const { svg, regions } = mapOf(text);
  elementsOf(svg);
  const ids = findingsIn(svg).map(({ id }) => id);
  assert.deepEqual([...ids].sort(), regions.map(({ finding }) => finding).sort());
  assert.equal(new Set(ids).size, ids.length);
  const placed = snapshot.reports
    .slice(0, 1)
    .flatMap(bodyFindings)
    .filter(({ levels, discs }) => levels.length + discs.length > 0);
  for (const { id } of placed) assert.ok(ids.includes(id), `${id} is missing`);
  const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
  const boxes = [...svg.matchAll(/<rect class="frame" x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"/g)].map((match) => {
    const [x = 0, y = 0, w = 0, h = 0] = match.slice(1).map(Number);
    return { left: x, top: y, right: x + w, bottom: y + h };
  });
  assert.equal(boxes.length, ids.length);
  for (const { left, top, right, bottom } of boxes)
    assert.ok(left >= 0 && top >= 0 && right <= width && bottom <= height, 'outside the picture');
  const sorted = boxes.toSorted((a, b) => a.top - b.top);
  for (const [i, a] of sorted.entries())
    for (let k = i + 1; k < sorted.length && (sorted[k]?.top ?? 0) < a.bottom - 0.2; k++) {
      const b = sorted[k];
      if (b !== undefined) assert.ok(a.right <= b.left || b.right <= a.left, `labels touch in ${JSON.stringify(text.slice(0, 300))}`);
    }
}
