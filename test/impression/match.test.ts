import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assign } from '../../language/impression/assign.ts';
import { explainMatch, linkImpression, supportedBy } from '../../language/impression/match.ts';
import type { Finding } from '../../language/meaning/finding.ts';
import type { Report } from '../../language/meaning/report.ts';
import { watch } from '../watch.ts';
import { finding } from './reading.ts';

const reportWith = (findings: Finding[], items: Finding[][]): Report => ({
  range: { start: 0, end: 0 },
  outline: { range: { start: 0, end: 0 }, header: [], sections: [], topics: [], statements: [], items: [], brackets: [] },
  exam: { modality: null, regions: [], contrast: null, contrastRange: null },
  findings,
  impression: items.map((list, i) => ({ item: i + 1, mark: null, range: { start: 0, end: 0 }, text: '', findings: list })),
  wordProblems: [],
  notes: [],
  patient: { sex: null, sexRange: null, ageYears: null, ageRange: null },
  examDate: null,
  positions: new Map(),
});

const pairs = (findings: Finding[], items: Finding[][]): Record<string, string> =>
  Object.fromEntries(
    linkImpression(reportWith(findings, items)).map((l) => [
      l.stated.id,
      l.support
        .map((f) => f.id)
        .sort()
        .join(' '),
    ]),
  );

describe('matching of impression and findings', () => {
  const left = finding('f1', 'mass', { sites: ['paraspinal'], side: 'left', levels: ['T5'] });
  const right = finding('f2', 'mass', { sites: ['paraspinal'], side: 'right', levels: ['T8'] });

  it('goes by kind', () =>
    assert.deepEqual(pairs([left, finding('f9', 'splenomegaly')], [[finding('i1', 'splenomegaly')], [finding('i2', 'hepatomegaly')]]), {
      i1: 'f9',
      i2: '',
    }));

  it('is not stopped by another level, side, grade or presence', () => {
    const body = finding('f1', 'cord-compression', { levels: ['T5'], severity: ['mild'], side: 'left' });
    for (const more of [
      { levels: ['T9'] },
      { side: 'right' as const },
      { severity: ['severe' as const] },
      { presence: 'absent' as const },
    ]) {
      assert.deepEqual(pairs([body], [[finding('i1', 'cord-compression', more)]]), { i1: 'f1' });
    }
  });

  it('takes the pairing that is best as a whole', () => {
    const items = [
      [finding('i1', 'mass', { sites: ['paraspinal'], side: 'right', levels: ['T5'] })],
      [finding('i2', 'mass', { sites: ['paraspinal'], side: 'right', levels: ['T8'] })],
    ];
    assert.deepEqual(pairs([left, right], items), { i1: 'f1', i2: 'f2' });
  });

  it('lets one item rest on several findings', () => {
    const both = finding('i1', 'mass', { sites: ['paraspinal'], side: 'bilateral', levels: ['T5', 'T8'] });
    assert.deepEqual(pairs([left, right], [[both]]), { i1: 'f1 f2' });
  });

  it('does not take a mass elsewhere for the same', () => {
    assert.deepEqual(pairs([left], [[finding('i1', 'mass', { sites: ['presacral'] })]]), { i1: '' });
  });

  it('knows the whole that a part lies in', () => {
    assert.deepEqual(pairs([finding('f1', 'mass', { sites: ['extradural'] })], [[finding('i1', 'mass', { sites: ['spinal-canal'] })]]), {
      i1: 'f1',
    });
  });

  it('does not lead a denial to something of another place', () => {
    assert.deepEqual(
      pairs([finding('f1', 'mass', { levels: ['T5'] })], [[finding('i1', 'mass', { presence: 'absent', levels: ['L4'] })]]),
      { i1: '' },
    );
  });

  it('leaves aside what history and comparison tell', () => {
    assert.deepEqual(pairs([finding('f1', 'mass', { section: 'history' })], [[finding('i1', 'mass')]]), { i1: '' });
  });

  it('names the support of an item once', () => {
    const links = linkImpression(reportWith([left], [[finding('i1', 'mass', { side: 'left' }), finding('i2', 'emh', { side: 'left' })]]));
    assert.deepEqual(supportedBy(links, 1), ['f1']);
    assert.deepEqual(supportedBy(links, 2), []);
  });

  it('explains itself', () => {
    assert.deepEqual(explainMatch(left, left)?.reasons, ['same kind +100', 'presence +40', 'site +40', 'levels +30', 'side +16']);
    assert.equal(explainMatch(left, finding('f3', 'ascites')), null);
  });

  it('does not depend on the order of the findings', () => {
    const side = fc.constantFrom('left', 'right', 'bilateral', null);
    const some = fc.array(
      fc.record({ side, levels: fc.subarray(['T3', 'T5', 'T8']), sites: fc.subarray(['paraspinal', 'extradural'], { maxLength: 1 }) }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(some, some, fc.infiniteStream(fc.nat()), (body, stated, random) => {
        const findings = body.map((more, i) => finding(`f${i}`, 'mass', { ...more, range: { start: i, end: i } }));
        const items = [stated.map((more, i) => finding(`i${i}`, 'mass', { ...more, range: { start: 100 + i, end: 100 + i } }))];
        const keys = findings.map(() => random.next().value);
        const shuffled = findings
          .map((_, i) => i)
          .sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
          .map((i) => findings[i] as Finding);
        assert.deepEqual(pairs(shuffled, items), pairs(findings, items));
      }),
    );
  });

  it('does not compare everything with everything in a crowd', () => {
    const looks = (size: number): number => {
      const crowd = (prefix: string): Finding[] =>
        Array.from({ length: size }, (_, i) => finding(`${prefix}${i}`, 'mass', { levels: [`T${(i % 12) + 1}`] }));
      const { watched, looks } = watch([...crowd('f'), ...crowd('i')]);
      linkImpression(reportWith(watched.slice(0, size), [watched.slice(size)]));
      return looks();
    };
    const [few, many] = [looks(600), looks(3000)];
    // Sorting takes a little more than five times; all pairs would take twenty-five times.
    assert.ok(few > 600 && many < 8 * few, `${few} looks at twice 600 findings, ${many} at twice 3000`);
  });
});

describe('assignment', () => {
  it('is never worth less than any other', () => {
    const matrix = fc.array(fc.array(fc.nat(20), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(matrix, (worth) => {
        const all = worth.flatMap((row, r) => row.flatMap((w, c) => (w === 0 ? [] : [{ row: r, column: c, worth: w }])));
        const total = assign(worth.length, 4, all).reduce((sum, c, r) => sum + (c < 0 ? 0 : (worth[r]?.[c] ?? 0)), 0);
        assert.equal(total, best(worth, 0, new Set()));
      }),
    );
  });
});

function best(worth: number[][], row: number, taken: ReadonlySet<number>): number {
  if (row === worth.length) return 0;
  const options = (worth[row] ?? []).map((w, c) => (taken.has(c) ? 0 : w + best(worth, row + 1, new Set([...taken, c]))));
  return Math.max(best(worth, row + 1, taken), ...options);
}
