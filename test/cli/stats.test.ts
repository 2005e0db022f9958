import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { monthIn } from '../../cli/archive/month.ts';
import { addReport, noArchive } from '../../cli/stats/counts.ts';
import { partSmall } from '../../cli/stats/small.ts';
import { type Row, type Summary, summaryOf } from '../../cli/stats/summary.ts';
import { emh, fakeLanguage, folderWith, warning } from './harness.ts';

/** An error for each `bad`, a warning for each `wrong`. */
const language = fakeLanguage({
  diagnostics: (text) =>
    [...text.matchAll(/bad|wrong/g)].map(({ index, 0: word }) =>
      warning({ start: index, end: index + word.length }, word === 'bad' ? { rule: 'bad-rule', severity: 'error' } : {}),
    ),
});

const record = (text: string, more: object): string => `${JSON.stringify({ text, ...more })}\n`;

const ARCHIVE = [
  record('wrong wrong', { date: '2024-01-05', exam: 'CT chest', Reported_By: 'A' }),
  record('bad', { date: '5 Jan 2024', exam: 'ct CHEST', author: 'B' }),
  record('fine', { date: '20240301', exam: 'MRI spine' }),
  record('wrong', { date: '02/03/2024' }),
  record('fine', {}),
  '{"id":1}\n',
].join('');

const row = ({ label, reports, errors, warnings, per1000 }: Row) => [label, reports, errors, warnings, per1000];

describe('emh stats', () => {
  const cwd = folderWith({
    'archive.ndjson': ARCHIVE,
    'archive.csv': 'report,Study Date,Exam\nwrong,2024-02-01,CT\nfine,2024-02-02,CT\n',
    'empty.ndjson': '',
    'evil.ndjson': record('bad', {
      date: '2024-01-01',
      exam: '<script>alert(1)</script>',
      author: '"><img src=x onerror=y>',
      template: '{a|b}',
    }),
    'header.emh':
      'Exam: MRI thoracic spine\nDate of exam: 12 Mar 2024\nReported by: Dr A. Arden\nSecond reader: Dr B. Birch\n\nFINDINGS\nMass at D4.\n',
    'decisions.jsonl': `${['accept', 'accept', 'reject']
      .map((verdict, i) =>
        JSON.stringify({ key: `${i}`.padStart(16, '0'), rule: 'some-rule', verdict, note: '', reviewer: 'r', at: '', place: '' }),
      )
      .join('\n')}\n`,
  });
  const json = async (...words: string[]) => {
    const seen = await emh(['stats', '--json', ...words], { cwd, language });
    return { ...seen, summary: JSON.parse(seen.out) as Summary };
  };

  it('counts by month, rule, exam and author', async () => {
    const { code, err, summary } = await json('archive.ndjson');
    assert.equal(code, 2);
    assert.equal(err, 'emh: archive.ndjson#6: "text" is missing or no string.\n');
    assert.deepEqual([summary.texts, summary.unread, summary.ambiguous], [5, 1, 1]);
    assert.deepEqual(row(summary.all), ['all', 5, 1, 3, 800]);
    assert.deepEqual(summary.months.map(row), [
      ['2024-01', 2, 1, 2, 1500],
      ['2024-02', 0, 0, 0, null],
      ['2024-03', 1, 0, 0, 0],
    ]);
    assert.equal(summary.undated?.reports, 2);
    assert.deepEqual(
      summary.rules.map(({ rule, alerts, reports, per1000, trend }) => [rule, alerts, reports, per1000, trend]),
      [
        ['some-rule', 3, 2, 600, [1000, null, 0]],
        ['bad-rule', 1, 1, 200, [500, null, 0]],
      ],
    );
    const { exam, author, template } = summary.groups;
    assert.deepEqual(exam.rows.map(row), [
      ['CT chest', 2, 1, 2, 1500],
      ['MRI spine', 1, 0, 0, 0],
    ]);
    assert.deepEqual(exam.rows[0]?.trend, [1500, null, null]);
    assert.deepEqual(author.rows.map(row), [
      ['A', 1, 0, 2, 2000],
      ['B', 1, 1, 0, 1000],
    ]);
    assert.deepEqual([author.unknown?.reports, template.unknown?.reports, template.rows], [3, 5, []]);
  });

  it('is told how dates are meant, and where they stand', async () => {
    const { summary } = await json('archive.ndjson', '--date-order', 'mdy', '--author-key', 'reported by');
    assert.deepEqual(
      summary.months.map(({ reports }) => reports),
      [2, 1, 1],
    );
    assert.deepEqual(
      summary.groups.author.rows.map(({ label }) => label),
      ['A'],
    );
    const other = await json('archive.csv');
    assert.deepEqual(other.summary.months.map(row), [['2024-02', 2, 0, 1, 500]]);
    assert.deepEqual(other.summary.groups.exam.rows.map(row), [['CT', 2, 0, 1, 500]]);
  });

  it('says the same of results that emh check wrote, and of what its filter wrote', async () => {
    const { out } = await emh(['check', 'archive.ndjson', '--format', 'ndjson'], { cwd, language });
    const results = folderWith({ 'results.ndjson': out });
    const again = await emh(['stats', '--json', 'results.ndjson'], { cwd: results, language });
    const first = await json('archive.ndjson');
    assert.equal(again.out, first.out);
    assert.equal(again.code, 2);
    const filtered = await emh(['check', '--ndjson'], { stdin: ARCHIVE, language });
    const third = await emh(['stats', '--json', '-', '--as', 'ndjson'], { stdin: filtered.out, language });
    assert.equal(third.out, first.out);
  });

  it('reads header lines of reports', async () => {
    const { out } = await emh(['stats', '--json', 'header.emh'], { cwd });
    const { axis, groups } = JSON.parse(out) as Summary;
    assert.deepEqual(axis, ['2024-03']);
    assert.deepEqual(groups.exam.rows[0]?.label, 'MRI thoracic spine');
    assert.deepEqual(groups.author.rows[0]?.label, 'Dr A. Arden');
    const named = await emh(['stats', '--json', 'header.emh', '--author-key', 'second reader'], { cwd });
    assert.deepEqual((JSON.parse(named.out) as Summary).groups.author.rows[0]?.label, 'Dr B. Birch');
  });

  it('is told nothing of header lines by results without words', async () => {
    const { out } = await emh(['check', 'header.emh', '--format', 'ndjson', '--no-words'], { cwd });
    assert.doesNotMatch(out, /Arden|thoracic/);
    assert.deepEqual(JSON.parse(out).reports.length, 1);
  });

  it('has the precision of rules where decisions are given', async () => {
    const { summary } = await json('archive.ndjson', '--decisions', 'decisions.jsonl');
    assert.deepEqual(
      summary.rules.map(({ rule, precision }) => [rule, precision?.accepted, precision?.rejected]),
      [
        ['some-rule', 2, 1],
        ['bad-rule', undefined, undefined],
      ],
    );
    const page = await emh(['stats', 'archive.ndjson', '--decisions', 'decisions.jsonl'], { cwd, language });
    assert.match(page.out, /some-rule.*<td>67 % \(21 to 94 %\)<\/td><td>3<\/td>/);
    const { code, err } = await emh(['stats', 'archive.ndjson', '--decisions', 'none.jsonl'], { cwd, language });
    assert.deepEqual([code, err], [2, 'emh: none.jsonl: no such file or folder\n']);
  });

  it('writes one page without scripts or addresses, the same each time', async () => {
    const { code } = await emh(['stats', 'evil.ndjson', '-o', 'page.html'], { cwd, language });
    const page = readFileSync(join(cwd, 'page.html'), 'utf8');
    assert.equal(code, 0);
    assert.equal((await emh(['stats', 'evil.ndjson'], { cwd, language })).out, page);
    assert.doesNotMatch(page, /<script|<img|<[a-z][^>]*\son\w+=|<link|@import|url\((?!#)/i);
    assert.doesNotMatch(page.replaceAll('http://www.w3.org/2000/svg', ''), /https?:/);
    assert.match(page, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('tells of nothing where there is nothing', async () => {
    for (const words of [['empty.ndjson'], ['empty.ndjson', '--json']]) {
      const { code, err } = await emh(['stats', ...words], { cwd, language });
      assert.deepEqual([code, err], [0, '']);
    }
    assert.match((await emh(['stats', 'empty.ndjson'], { cwd, language })).out, /There is no report to count/);
    assert.equal((await emh(['stats'], { cwd, language })).code, 2);
  });
});

describe('what statistics tell of few reports', () => {
  const alerts = [['some-rule', 'warning', 1]] as const;
  const summed = (reports: readonly (readonly [exam: string, isAlerted: boolean])[], least: number): Summary => {
    const archive = noArchive();
    for (const [exam, isAlerted] of reports)
      addReport(archive, { about: { exam, date: '2024-01-01' }, alerts: isAlerted ? alerts : [] }, null);
    return summaryOf(archive, { texts: reports.length, unread: 0, least, titles: new Map(), precisions: [] });
  };

  it('is no count below the bound, and no group below it', () => {
    const { groups, all, rules, smallRules } = summed(
      [...Array(6).fill(['many', false]), ['many', true], ['some', false], ['few', false]],
      3,
    );
    assert.deepEqual([all.warnings, all.per1000], [null, null]);
    // Two reports are hidden with the next group, because their number could be told from the sum.
    assert.deepEqual(groups.exam.rows, []);
    assert.deepEqual([groups.exam.small?.reports, groups.exam.small?.values], [9, 3]);
    assert.deepEqual([rules, smallRules], [[], 1]);
  });

  it('says of a month with few reports that it is not told, and of one without any that there are none', () => {
    const archive = noArchive();
    for (const [month, count] of [
      [1, 5],
      [2, 4],
      [4, 3],
      [5, 3],
      [6, 5],
    ] as const)
      for (let i = 0; i < count; i++) addReport(archive, { about: { date: `2024-0${month}-01` }, alerts: [] }, null);
    const { months, smallMonths } = summaryOf(archive, { texts: 20, unread: 0, least: 5, titles: new Map(), precisions: [] });
    assert.deepEqual(
      months.map(({ label, reports }) => [label, reports]),
      [
        ['2024-01', 5],
        ['2024-02', null],
        ['2024-03', 0],
        ['2024-04', null],
        ['2024-05', null],
        ['2024-06', 5],
      ],
    );
    assert.deepEqual([smallMonths?.reports, smallMonths?.values], [10, 3]);
  });

  it('leaves no group, and no sum of what is hidden, below the bound', () => {
    const rows = fc.array(fc.record({ reports: fc.nat({ max: 20 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 12 }), (all, least) => {
        const { shown, hidden } = partSmall(all, least);
        const sum = hidden.reduce((n, { reports }) => n + reports, 0);
        assert.equal(shown.length + hidden.length, all.length);
        assert.ok(shown.every(({ reports }) => reports >= least));
        assert.ok(hidden.length === 0 || sum >= least || shown.length === 0);
      }),
    );
  });

  it('does not grow with values that are all different', () => {
    const { groups } = summed(
      Array.from({ length: 1500 }, (_, i) => [`exam ${i}`, true] as const),
      1,
    );
    assert.deepEqual([groups.exam.rows.length, groups.exam.further?.reports], [1000, 500]);
  });
});

describe('the month of a date', () => {
  const cases: readonly (readonly [string, string | null, string | null, string | null])[] = [
    ['2024-03-12', '2024-03', '2024-03', '2024-03'],
    ['2024-03-12T10:00:00Z', '2024-03', '2024-03', '2024-03'],
    ['20240312', '2024-03', '2024-03', '2024-03'],
    ['20240312101500', '2024-03', '2024-03', '2024-03'],
    ['12 Mar 2024', '2024-03', '2024-03', '2024-03'],
    ['March 2024', '2024-03', '2024-03', '2024-03'],
    ['2024-03', '2024-03', '2024-03', '2024-03'],
    ['03/2024', '2024-03', '2024-03', '2024-03'],
    ['12-MAR-24', '2024-03', '2024-03', '2024-03'],
    ['2024-13', null, null, null],
    ['02/03/2024', null, '2024-03', '2024-02'],
    ['13/03/24', '2024-03', '2024-03', null],
    ['2024', null, null, null],
    ['2024-13-40', null, null, null],
    ['yesterday', null, null, null],
  ];
  for (const [words, plain, dmy, mdy] of cases)
    it(words, () => assert.deepEqual([monthIn(words, null), monthIn(words, 'dmy'), monthIn(words, 'mdy')], [plain, dmy, mdy]));
});
