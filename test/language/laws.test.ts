import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { toContract } from '../../language/contract.ts';
import { createLanguage } from '../../language/language.ts';
import { packs, rules } from '../../packs/emh.ts';
import { shipped } from './shipped.ts';

const WORDS = [
  'mass',
  'masses',
  'no',
  'not',
  'without',
  'cord',
  'compression',
  'of',
  'the',
  'canal',
  'narrowing',
  'at',
  'D4',
  'T5-T8',
  'T1',
  'T2',
  'hyperintense',
  'on',
  'and',
  'or',
  ',',
  '.',
  ';',
  ':',
  '\n',
  '\n\n',
  'left',
  'mild',
  'to',
  'severe',
  '5.2',
  'x',
  '3',
  'cm',
  'causing',
  'due to',
  'consistent with',
  'EMH',
  'possible',
  'seen',
  'is',
  'FINDINGS',
  'IMPRESSION',
  '1.',
  '2.',
  '-',
  'Liver:',
  'enlarged',
  'spleen',
  'ribs',
  'expanded',
  'but',
  'other than',
  'history of',
  '"',
  '(',
  ')',
  '//',
  '---',
  'é',
  '×',
  '…',
  '𝒳',
  '\r\n',
  '\t',
];
const prose = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((w) => w.join(' '));
const anything = fc.oneof(prose, fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }));
const RUNS = Number(process.env.EMH_RUNS ?? 400);

const read = (text: string) => toContract(shipped.read(text));

describe('reading any text', () => {
  it('throws nothing and points into the text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const snapshot = shipped.read(text);
        JSON.stringify(toContract(snapshot));
        const { length } = text;
        for (const report of snapshot.reports) {
          for (const s of report.outline.statements) assert.ok(s.range.start < s.range.end && s.range.end <= length);
          for (const f of [...report.findings, ...report.impression.flatMap((i) => i.findings)]) {
            assert.ok(f.range.start <= f.range.end && f.range.end <= length, 'a finding points into the text');
            assert.equal(text.slice(f.range.start, f.range.end), f.text);
          }
        }
        for (const d of snapshot.diagnostics) assert.ok(d.range.start <= d.range.end && d.range.end <= length);
      }),
      { numRuns: RUNS },
    );
  });

  it('does not depend on what was read before', () => {
    fc.assert(
      fc.property(prose, prose, (a, b) => {
        const fresh = createLanguage({ packs: [], rules: [] });
        fresh.read(a);
        assert.deepEqual(fresh.read(b).reports, createLanguage({ packs: [], rules: [] }).read(b).reports);
        read(a);
        assert.deepEqual(read(b), read(b));
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it('is the same for plain twins: dashes, signs of multiplication, case', () => {
    const dir = new URL('../../examples/', import.meta.url);
    for (const name of readdirSync(dir).filter((f) => f.endsWith('.emh'))) {
      const text = readFileSync(new URL(name, dir), 'utf8');
      const kinds = (t: string) => shipped.read(t).reports.flatMap((r) => r.findings.map((f) => [f.kind, f.presence, f.levels, f.sizeMm]));
      assert.deepEqual(kinds(text.replace(/ x /g, ' × ').replace(/D(\d)-D(\d)/g, 'D$1–D$2')), kinds(text));
      assert.deepEqual(kinds(text.replace(/\n/g, '\r\n')), kinds(text));
    }
  });

  it('reads a dorsal level as the thoracic one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const levels = (letter: string) =>
          shipped.read(`Extradural masses from ${letter}${from} to ${letter}${to} with ascites.`).reports[0]?.findings[0]?.levels;
        assert.deepEqual(levels('D'), levels('T'));
        assert.equal(levels('D')?.length, to - from + 1);
      }),
    );
  });

  it('grows with the text, not faster', () => {
    const count = (n: number) => shipped.read('Extradural mass at D5 compressing the cord.\n'.repeat(n)).reports[0]?.findings.length;
    assert.equal(count(200), 400);
    for (const text of [
      ','.repeat(20_000),
      'T4, '.repeat(20_000),
      '('.repeat(20_000),
      'a'.repeat(200_000),
      'no mass, '.repeat(5_000),
      'IMPRESSION: x. '.repeat(5_000),
    ])
      shipped.read(text).diagnostics;
  });
});

describe('a language of no packs', () => {
  it('reads nothing and says nothing', () =>
    assert.deepEqual(createLanguage({ packs: [], rules: [] }).read('Mass at D5.').diagnostics, []));
  it('reports what is wrong with packs and rules', () => {
    const { problems } = createLanguage({
      packs: [42, { version: 1, pack: 'a', terms: [{ id: 'x' }, { id: 'y', category: 'nonsense', label: 'y' }] }],
      rules,
    });
    assert.ok(problems.length >= 3, JSON.stringify(problems.slice(0, 5)));
  });
  it('takes a site pack of the least form', () => {
    const site = { version: 1, pack: 'site', terms: [{ id: 'fibroma', category: 'head', label: 'fibroma' }] };
    const { reports } = createLanguage({ packs: [...packs, site], rules: [] }).read('No fibromas. Left fibroma at D5.');
    assert.deepEqual(
      reports[0]?.findings.map((f) => [f.kind, f.presence, f.side]),
      [
        ['fibroma', 'absent', null],
        ['fibroma', 'present', 'left'],
      ],
    );
  });
});
