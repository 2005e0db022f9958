import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../language/meaning/finding.ts';
import { applyEdits } from '../../language/text/edit.ts';
import type { Span } from '../../language/text/span.ts';
import { language, readLinked, syncEdits, synced } from './reading.ts';

const folder = join(import.meta.dirname, '../../examples');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const names = readdirSync(folder).filter((n) => /\.(emh|txt)$/.test(n));
const sound = names.filter((n) => !n.includes('.flawed.'));

/** What sync changes in each flawed twin: words, and what they become. Nothing for an insertion. */
const MENDED: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'case-1-ct-thorax': [
    ['but no', 'and'],
    ['', '\n2. Paraspinal masses.'],
    ['2', '3'],
    ['3', '4'],
    ['4', '5'],
    ['5', '6'],
  ],
  'case-1-mri-spine': [
    ['', '1. Cord compression at D4 to D7.\n'],
    ['1', '2'],
    ['D10', 'D8'],
    ['2', '3'],
    ['3', '4'],
    ['4', '5'],
    ['5', '6'],
  ],
  'case-2-ct-thorax': [
    ['mm', 'cm'],
    ['right', 'left'],
    ['D15', 'D5'],
  ],
  'case-2-mri-spine': [
    ['mild', 'moderate to severe'],
    ['D5-D6 and D6-D7', 'D4-D5 and D5-D6'],
  ],
  'case-3-ct-abdomen': [
    ['right', 'left'],
    ['No e', 'E'],
  ],
  'case-3-ultrasound-abdomen': [
    ['Moderate', 'Mild'],
    ['', '\n2. Mild splenomegaly.'],
  ],
};

describe('sync of the examples', () => {
  for (const name of sound) {
    it(`${name} is in sync`, () => {
      const text = read(name);
      assert.deepEqual(
        syncEdits(text).map((e) => [text.slice(e.range.start, e.range.end), e.text]),
        [],
      );
    });
  }

  for (const [name, mended] of Object.entries(MENDED)) {
    it(`${name}: each mistake of the twin is mended by its words alone`, () => {
      const text = read(`${name}.flawed.emh`);
      assert.deepEqual(
        syncEdits(text).map((e) => [text.slice(e.range.start, e.range.end), e.text]),
        mended,
      );
      assert.deepEqual(syncEdits(synced(text)), []);
    });
  }

  for (const name of sound) {
    it(`${name}: a change in a finding reaches its item and no other`, () => {
      const text = read(name);
      const { report } = readLinked(text);
      for (const finding of report.findings) for (const change of changes(finding, text)) checkChange(text, change);
    });
  }
});

interface Change {
  readonly range: Span;
  readonly words: string;
}

/** Another level, side or grade in the words of a finding. */
function changes({ where }: Finding, text: string): Change[] {
  const turn = (range: Span | undefined, from: RegExp, to: (words: string) => string): Change[] => {
    const found = range === undefined ? null : from.exec(text.slice(range.start, range.end));
    if (range === undefined || found === null) return [];
    const start = range.start + found.index;
    return [{ range: { start, end: start + found[0].length }, words: to(found[0]) }];
  };
  return [
    ...turn(where.levels, /\d+$/, (n) => String(Number(n) + 1)),
    ...turn(where.discs, /\d+$/, (n) => String(Number(n) + 1)),
    ...turn(where.side, /left|right/i, (side) => (/left/i.test(side) ? 'right' : 'left')),
    ...turn(where.severity, /^mild(ly)?|^moderate to severe/i, (grade) =>
      /ly$/i.test(grade) ? 'severely' : /mild/i.test(grade) ? 'severe' : 'mild',
    ),
  ];
}

function checkChange(text: string, { range, words }: Change): void {
  const changed = applyEdits(text, [{ range, text: words }]);
  const impression = changed.search(/^IMPRESSION/m);
  const edits = syncEdits(changed);
  for (const edit of edits) assert.ok(edit.range.start > impression, 'edits the findings');
  const after = applyEdits(changed, edits);
  assert.deepEqual(syncEdits(after), [], after);
  // The findings that hold the changed words, by what they are; only items that speak of these may differ.
  const touched = new Set(
    language
      .read(changed)
      .reports.flatMap((r) => r.findings)
      .filter((f) => f.range.start <= range.start && f.range.end >= range.start)
      .map((f) => f.kind),
  );
  const { report, links } = readLinked(changed);
  for (const item of report.impression) {
    const isTouched = edits.some((e) => e.range.start >= item.range.start && e.range.end <= item.range.end && e.range.start < e.range.end);
    if (isTouched)
      assert.ok(
        links.some((l) => l.item === item.item && touched.has(l.stated.kind)),
        `item ${item.item} changed for nothing:\n${after}`,
      );
  }
}
