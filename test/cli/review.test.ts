import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { judgedKeys } from '../../cli/archive/alert-key.ts';
import { type Decision, readDecisions, writeDecisions } from '../../cli/review/decisions.ts';
import { agreementsOf, judgementsOf, kappa, precisionOf, wilson } from '../../cli/review/precision.ts';
import { emh, folderWith } from './harness.ts';

const decision = (key: number, verdict: Decision['verdict'], more: Partial<Decision> = {}): Decision => ({
  key: String(key).padStart(16, '0'),
  rule: 'some-rule',
  verdict,
  note: '',
  reviewer: 'A',
  at: '2024-03-12T10:15:00.000Z',
  place: 'a.ndjson#1',
  ...more,
});

const ioIn = (cwd: string) => ({
  env: {},
  cwd,
  stdin: (async function* () {})(),
  stdout: { write: () => true },
  stderr: { write: () => true },
});

describe('decisions of a review', () => {
  const cwd = folderWith({
    'torn.jsonl': `${JSON.stringify(decision(1, 'accept'))}\n{"key":"00`,
    'bad.jsonl': `nope\n${JSON.stringify(decision(1, 'accept'))}\n{}\n`,
  });
  const io = ioIn(cwd);

  it('are read as they were written', () => {
    const writer = writeDecisions('new.jsonl', io);
    const all = [decision(1, 'accept', { note: 'ü "\n' }), decision(2, 'reject')];
    for (const each of all) writer.add(each);
    writer.close();
    assert.deepEqual(readDecisions(['new.jsonl'], io), { decisions: all, problems: [], foreign: 0 });
  });

  it('pass over a line that was not written to its end, say so, and go on behind it', () => {
    const { decisions, problems } = readDecisions(['torn.jsonl'], io);
    assert.equal(decisions.length, 1);
    assert.deepEqual(problems, ['torn.jsonl: the last line was not written to its end; it is passed over']);
    const writer = writeDecisions('torn.jsonl', io);
    writer.add(decision(2, 'reject'));
    writer.close();
    const after = readDecisions(['torn.jsonl'], io);
    assert.deepEqual(
      after.decisions.map(({ verdict }) => verdict),
      ['accept', 'reject'],
    );
    assert.deepEqual(after.problems, ['torn.jsonl: passed over, because it is no decision: line 2']);
  });

  it('name the lines that are none', () => {
    assert.deepEqual(readDecisions(['bad.jsonl'], io).problems, ['bad.jsonl: passed over, because it is no decision: line 1, 3']);
  });

  it('survive a cut at any byte but for what was cut', () => {
    const whole = [1, 2, 3].map((n) => `${JSON.stringify(decision(n, 'accept'))}\n`).join('');
    const ends = [...whole.matchAll(/\n/g)].map(({ index }) => index);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length }), (at) => {
        writeFileSync(join(cwd, 'cut.jsonl'), whole.slice(0, at));
        // All of a line may be there without its end.
        const read = readDecisions(['cut.jsonl'], io).decisions.length;
        assert.equal(read, ends.filter((end) => end <= at).length);
      }),
    );
  });
});

describe('the precision of a rule', () => {
  it('has the bounds that the literature has', () => {
    const near = (given: readonly [number, number] | null, low: number, high: number): void => {
      assert.ok(given !== null && Math.abs(given[0] - low) < 5e-4 && Math.abs(given[1] - high) < 5e-4, String(given));
    };
    // Newcombe 1998, table I, method 3.
    near(wilson(81, 263), 0.2553, 0.3662);
    near(wilson(15, 148), 0.0624, 0.1605);
    near(wilson(0, 20), 0, 0.1611);
    near(wilson(1, 29), 0.0061, 0.1718);
    assert.equal(wilson(0, 0), null);
  });

  it('lies between its bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const k = Math.round(n * share);
        const [low, high] = wilson(k, n) ?? [1, 0];
        assert.ok(0 <= low && low <= k / n && k / n <= high && high <= 1);
      }),
    );
  });

  it('counts what each reviewer says last, and neither way where they differ', () => {
    const judgements = judgementsOf([
      decision(1, 'reject'),
      decision(1, 'accept'),
      decision(2, 'reject'),
      decision(3, 'accept'),
      decision(3, 'reject', { reviewer: 'B' }),
      decision(4, 'accept'),
      decision(4, 'withdraw'),
      decision(5, 'accept', { rule: 'other-rule' }),
    ]);
    const [other, some] = precisionOf(judgements);
    assert.deepEqual([other?.rule, other?.precision], ['other-rule', 1]);
    assert.deepEqual([some?.judged, some?.accepted, some?.rejected, some?.disputed, some?.precision], [3, 1, 1, 1, 0.5]);
  });

  it('comes with how far two reviewers agree', () => {
    const both = (key: number, a: 'accept' | 'reject', b: 'accept' | 'reject'): Decision[] => [
      decision(key, a),
      decision(key, b, { reviewer: 'B' }),
    ];
    const pairs = [...Array(20).keys()].flatMap((i) => both(i, 'accept', 'accept'));
    const more = [...Array(30).keys()].flatMap((i) => both(100 + i, i < 5 ? 'accept' : 'reject', i >= 5 && i < 15 ? 'accept' : 'reject'));
    const [agreement] = agreementsOf(judgementsOf([...pairs, ...more]));
    assert.deepEqual([agreement?.reviewers, agreement?.both, agreement?.same], [['A', 'B'], 50, 35]);
    assert.ok(Math.abs((agreement?.kappa ?? 0) - 0.4) < 1e-9);
    assert.equal(kappa(10, 0, 0, 0), null);
    assert.equal(kappa(5, 0, 0, 5), 1);
    assert.equal(kappa(0, 5, 5, 0), -1);
  });
});

describe('the key of a judged alert', () => {
  it('differs with text, rule, place and number', () => {
    const at = (rule: string, start: number) => ({ rule, range: { start, end: start + 1 } });
    const keys = [judgedKeys('x', [at('a', 0), at('a', 0), at('a', 1), at('b', 0)]), judgedKeys('y', [at('a', 0)])].flat();
    assert.equal(new Set(keys).size, 5);
    assert.deepEqual(judgedKeys('x', [at('a', 0)]), keys.slice(0, 1));
  });
});

describe('emh review --report', () => {
  const lines = [...Array(10).keys()]
    .map((i) => `${JSON.stringify(decision(i, i < 9 ? 'accept' : 'reject', { rule: 'axes-missing' }))}\n`)
    .join('');
  const cwd = folderWith({
    'a.ndjson.emh-decisions.jsonl': lines,
    'b.jsonl': `${JSON.stringify(decision(0, 'reject', { rule: 'axes-missing', reviewer: 'B' }))}\n`,
  });

  it('shows precision and agreement', async () => {
    const { code, out } = await emh(['review', '--report', 'a.ndjson'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /^10 alerts judged, of 1 rule\./);
    assert.match(out, /90 % \(60 to 98 %\) +9 +1 +axes-missing/);
    const both = await emh(['review', '--report', '--json', '--decisions', 'a.ndjson.emh-decisions.jsonl', '--decisions', 'b.jsonl'], {
      cwd,
    });
    const { rules, agreements } = JSON.parse(both.out);
    assert.deepEqual([rules[0].accepted, rules[0].disputed, agreements[0].both, agreements[0].same], [8, 1, 1, 0]);
    assert.match((await emh(['review', '--report', 'a.ndjson', '--rule', 'level-drift'], { cwd })).out, /No alert has been judged/);
    assert.equal((await emh(['review', '--report', 'none.ndjson'], { cwd })).code, 2);
  });

  it('feeds what is said of a rule', async () => {
    const decisions = ['--decisions', 'a.ndjson.emh-decisions.jsonl'];
    assert.match(
      (await emh(['rules', 'explain', 'axes-missing', ...decisions], { cwd })).out,
      /precision: 90 % \(60 to 98 %\): 9 accepted, 1 rejected/,
    );
    assert.match((await emh(['rules', 'list', ...decisions], { cwd })).out, /axes-missing +hint +90 % \(60 to 98 %\) of 10/);
    assert.match((await emh(['rules', 'docs', ...decisions], { cwd })).out, /^\| `axes-missing` \|.*\| 90 % \(60 to 98 %\) \| 10 \|$/m);
    const list = JSON.parse((await emh(['rules', 'list', '--json', ...decisions], { cwd })).out) as {
      id: string;
      precision: { accepted: number } | null;
    }[];
    assert.equal(list.find(({ id }) => id === 'axes-missing')?.precision?.accepted, 9);
    assert.doesNotMatch((await emh(['rules', 'docs'], { cwd })).out, /precision/);
    assert.equal((await emh(['rules', 'test', ...decisions], { cwd })).code, 2);
  });

  it('stays beside the archive and is none of it', async () => {
    appendFileSync(join(cwd, 'a.ndjson'), '{"text":"Mass at D4."}\n');
    const { code, err } = await emh(['check', '.', '-q'], { cwd });
    // Only b.jsonl, which has no such name, is taken for records.
    assert.deepEqual([code, err], [2, 'emh: b.jsonl#1: "text" is missing or no string.\n']);
    renameSync(join(cwd, 'a.ndjson.emh-decisions.jsonl'), join(cwd, 'kept.emh-decisions.jsonl'));
    assert.equal(readFileSync(join(cwd, 'kept.emh-decisions.jsonl'), 'utf8'), lines);
  });

  it('adds no decision to a file of something else', async () => {
    writeFileSync(join(cwd, 'other.jsonl'), '{"text":"Mass at D4."}\n');
    const { code, err } = await emh(['review', 'b.jsonl', '--decisions', 'other.jsonl'], { cwd });
    assert.equal(code, 2);
    assert.match(err, /^emh: other\.jsonl: holds no decisions but something else; nothing is added to it$/m);
    assert.match(
      (await emh(['review', 'b.jsonl', '--decisions', './b.jsonl'], { cwd })).err,
      /^emh: \.\/b\.jsonl is read, and cannot be the file of --decisions/,
    );
    assert.equal(readFileSync(join(cwd, 'other.jsonl'), 'utf8'), '{"text":"Mass at D4."}\n');
  });
});
