import assert from 'node:assert/strict';
import { type FindingsNode, findingsTree } from '../../language/assist/findings-tree.ts';
import { language } from './check.ts';

const tree = (text: string): FindingsNode[] => findingsTree(language.read(text), language.lexicon);

/** Each line of the tree, indented by its depth. */
const drawn = (nodes: readonly FindingsNode[], indent = ''): string[] =>
  nodes.flatMap(({ label, detail, children }) => [
    `${indent}${label}${detail === '' ? '' : `: ${detail}`}`,
    ...drawn(children, `${indent}  `),
  ]);

describe('the tree of findings', () => {
  it('goes by region and level, then through the impression to what it rests on', () => {
    const report = `FINDINGS
Spinal canal: Severe cord compression at L1. Canal narrowing at L1 and mass D4 to D6. No disc bulge at C5-C6.
Liver: Enlarged.

IMPRESSION
1. Severe cord compression at L1.
2. Left pleural effusion.
`;
    assert.deepEqual(drawn(tree(report)), [
      'Cervical spine',
      '  no disc bulge: C5-C6',
      'Thoracic spine',
      '  mass: D4 to D6',
      'Lumbar spine',
      '  cord compression: L1, severe',
      '  canal narrowing: L1',
      'Liver',
      '  hepatomegaly',
      'Impression',
      '  1. Severe cord compression at L1.',
      '    cord compression: L1, severe',
      '  2. Left pleural effusion.: rests on no finding',
    ]);
  });

  it('names the places of findings in the text', () => {
    const report = 'FINDINGS\nPossible extradural mass at S2.\n';
    const [region] = tree(report);
    const [finding] = region?.children ?? [];
    assert.equal(region?.label, 'Sacral spine');
    assert.deepEqual([finding?.label, finding?.presence], ['possible mass', 'possible']);
    assert.equal(report.slice(finding?.range?.start, finding?.range?.end), 'mass');
  });

  it('shows each finding of the body once, and nothing of an empty text', () => {
    assert.deepEqual(tree(''), []);
    const report = 'FINDINGS\nCord compression at D4 to L2. Coccyx fracture. Splenomegaly. A cyst is seen.\n';
    const count = (nodes: readonly FindingsNode[]): number =>
      nodes.reduce((sum, { kind, children }) => sum + (kind === 'finding' ? 1 : 0) + count(children), 0);
    assert.equal(count(tree(report)), language.read(report).reports[0]?.findings.length);
  });
});
