import assert from 'node:assert/strict';
import { type ExplainedLink, explainSync } from '../../language/impression/explain.ts';
import { applyEdits } from '../../language/text/edit.ts';
import { generateReports } from '../../mutation/generate.ts';
import { mutate } from '../../mutation/mutate.ts';
import { shipped } from '../language/shipped.ts';
import { lexicon, readLinked, reportOf, syncEdits } from './reading.ts';

function explained(findings: string[], impression: string[]) {
  const text = reportOf(findings, impression);
  const { report, links } = readLinked(text);
  return { text, ...explainSync(report, links, text, lexicon) };
}
const linksOf = (findings: string[], impression: string[]): ExplainedLink[] =>
  explained(findings, impression).items.flatMap((i) => i.links);

describe('why sync does what it does', () => {
  it('names the finding that an item speaks of, its score, and the runner-up', () => {
    const [link] = linksOf(
      ['Left paraspinal mass at D5.', 'Right paraspinal mass at D9.'],
      ['1. Right paraspinal mass at D8.', '2. Left paraspinal mass at D5.'],
    );
    assert.equal(link?.support[0]?.finding.side, 'right');
    assert.equal(link?.runnerUp?.finding.side, 'left');
    assert.ok((link?.support[0]?.likeness.score ?? 0) > (link?.runnerUp?.likeness.score ?? 0));
    assert.ok(link?.support[0]?.likeness.reasons.some((r) => r.startsWith('side')));
  });

  it('gives each change its reason and its edit', () => {
    const [link] = linksOf(['Left paraspinal mass at D5.'], ['1. Right paraspinal mass at D6.']);
    assert.deepEqual(
      link?.differences.map((d) => [d.difference.attribute, d.why, d.edits.map((e) => e.text)]),
      [
        ['levels', 'the findings say D5', ['D5']],
        ['side', 'the findings say left', ['Left']],
      ],
    );
  });

  it('says what is left to a person, what has no support, and what is new', () => {
    const { items, added } = explained(
      ['No cord compression. Hepatomegaly.'],
      ['1. Severe cord compression.', '2. Splenomegaly.', '3. See above.'],
    );
    const [compression, spleen] = items.flatMap((i) => i.links);
    assert.deepEqual(
      compression?.differences.map((d) => [d.why, d.edits]),
      [['the findings deny it', []]],
    );
    assert.deepEqual(spleen?.support, []);
    assert.deepEqual(items[2]?.links, []);
    assert.deepEqual(
      added.map(({ words, of }) => [words, of.map((f) => f.kind)]),
      [['Hepatomegaly.', ['hepatomegaly']]],
    );
  });

  it('explains every edit: those of the differences and the new items are all that sync does', () => {
    for (const source of generateReports(20, 3)) {
      for (const { text } of mutate(source, shipped, { seed: 1 })) {
        const { report, links } = readLinked(text);
        const { items, added } = explainSync(report, links, text, lexicon);
        const told = items.flatMap((i) => i.links.flatMap((l) => l.differences.flatMap((d) => d.edits)));
        const edits = syncEdits(text);
        assert.equal(edits.length > 0, told.length + added.length > 0, text);
        const after = applyEdits(text, edits);
        for (const { words } of added) assert.ok(after.includes(words), words);
      }
    }
  });
});
