import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateReports } from '../../mutation/generate.ts';
import { shuffled as inAnyOrder } from '../../mutation/layout.ts';
import { randomOf } from '../../mutation/random.ts';
import { root } from '../../scripts/root.ts';
import { language, synced } from './reading.ts';

/** `EMH_RUNS=5000` for the long run. */
const SHARE = Number(process.env.EMH_RUNS ?? 400) / 400;
const SHUFFLES = 4;

const folder = join(root, 'examples');
const EXAMPLES = readdirSync(folder)
  .filter((name) => name.endsWith('.emh'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

describe('findings typed in any order', function () {
  this.timeout(120_000);

  it('give the same impression', () => {
    let cases = 0;
    for (const text of [...EXAMPLES, ...generateReports(Math.round(250 * SHARE), 41)]) {
      const parts = partsOf(text);
      if (parts === null || parts.blocks.length < 2) continue;
      const { head, blocks } = parts;
      const written = impressionFor(head, blocks);
      for (let seed = 1; seed <= SHUFFLES; seed++) {
        const shuffled = inAnyOrder(blocks, randomOf(seed));
        cases++;
        assert.equal(
          impressionFor(head, shuffled),
          written,
          `${head}${shuffled.join('\n')}\n\nand in the order of\n\n${blocks.join('\n')}`,
        );
      }
    }
    assert.ok(cases > 600 * Math.min(1, SHARE), `${cases} orders`);
  });
});

describe('findings that differ in one thing alone', () => {
  const PAIRS: [string, string][] = [
    ['Liver lesion, 2 cm.', 'Liver lesion, 3 cm.'],
    ['Mild canal narrowing at D5.', 'Severe canal narrowing at D5.'],
    ['Renal cyst, unchanged.', 'New renal cyst.'],
  ];
  for (const [one, other] of PAIRS) {
    it(`${one} ${other}`, () => assert.equal(impressionFor('FINDINGS\n', [one, other]), impressionFor('FINDINGS\n', [other, one])));
  }
});

const impressionFor = (head: string, blocks: readonly string[]): string => {
  const text = `${head}${blocks.join('\n')}\n`;
  return synced(text).slice(text.trimEnd().length);
};

/** A report without its impression: what stands before the findings, and these in stretches that no back reference ties together. */
function partsOf(text: string): { head: string; blocks: string[] } | null {
  const sections = language.read(text).reports[0]?.outline.sections ?? [];
  const findings = sections.find((s) => s.id === 'findings');
  if (findings?.heading == null) return null;
  const [first = '', ...lines] = text.slice(findings.heading.end, findings.range.end).trimEnd().split('\n');
  const blocks: string[] = [];
  for (const line of lines) {
    const isTied =
      blocks.length === 0 || /^\s*$/.test(line) || !/^(- |[A-Z])/.test(line) || !/\.$/.test(blocks.at(-1) ?? '') || BACK.test(line);
    if (isTied && blocks.length > 0) blocks[blocks.length - 1] += `\n${line}`;
    else blocks.push(line);
  }
  return { head: `${text.slice(0, findings.heading.end)}${first}\n`, blocks };
}

/** Words that speak of what stands before. */
const BACK = /\b(the (masses|mass|lesions?|soft tissue|larger|largest)|it|its|they|these|this|those|also|other|with overlying)\b/i;
