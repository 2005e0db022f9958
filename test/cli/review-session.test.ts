import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contentKey, judgedKeys } from '../../cli/archive/alert-key.ts';
import type { AlertedText } from '../../cli/archive/alerts-work.ts';
import type { Outcome } from '../../cli/archive/outcome.ts';
import type { Decision } from '../../cli/review/decisions.ts';
import { alertsDrawn, type DrawnAlert } from '../../cli/review/drawn.ts';
import { findTexts } from '../../cli/review/find-texts.ts';
import { sessionOf } from '../../cli/review/session.ts';
import type { Diagnostic } from '../../language/text/diagnostic.ts';
import { emh, fakeLanguage, folderWith, warning } from './harness.ts';

/** What a worker gives for a text with these diagnostics. */
function outcomeOf(name: string, text: string, diagnostics: readonly Diagnostic[]): Outcome {
  const content = contentKey(text);
  const keys = judgedKeys(content, diagnostics).map((key, i) => [diagnostics[i]?.rule, key]);
  const all: AlertedText = { name, text, content, diagnostics };
  return {
    printed: `${JSON.stringify(keys)}\n${JSON.stringify(all)}`,
    found: null,
    unread: null,
    baseline: '',
    bytes: 0,
    isPartial: false,
  };
}

const outcomes = Array.from({ length: 60 }, (_, i) =>
  outcomeOf(`a#${i}`, `text ${i}`, [
    warning({ start: 0, end: 4 }, { rule: 'often' }),
    warning({ start: 0, end: 2 }, { rule: 'often' }),
    ...(i % 20 === 0 ? [warning({ start: 0, end: 4 }, { rule: 'rare' })] : []),
  ]),
);

const drawn = (count: number, seed: number, from: readonly Outcome[] = outcomes): readonly DrawnAlert[] => {
  const sample = alertsDrawn(count, seed);
  for (const outcome of from) sample.take(outcome);
  assert.equal(
    sample.found(),
    from.reduce((sum, { printed }) => sum + JSON.parse(printed.split('\n')[0] ?? '[]').length, 0),
  );
  return sample.drawn();
};
const keysOf = (alerts: readonly DrawnAlert[]): string[] => alerts.map(({ key }) => key);

describe('the alerts of a review', () => {
  it('are so many of each rule, rule by rule, in the order of the archive', () => {
    const alerts = drawn(10, 1);
    assert.deepEqual(
      alerts.map(({ rule }) => rule),
      [...Array(10).fill('often'), ...Array(3).fill('rare')],
    );
    const places = alerts.slice(0, 10).map(({ text }) => Number(text.name.slice(2)));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    assert.equal(drawn(1000, 1).length, 123);
  });

  it('are the same with the same seed, others with another, and more of them hold fewer', () => {
    assert.deepEqual(keysOf(drawn(10, 1)), keysOf(drawn(10, 1)));
    assert.notDeepEqual(keysOf(drawn(10, 1)), keysOf(drawn(10, 2)));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), fc.nat({ max: 9 }), (a, b, seed) => {
        const more = new Set(keysOf(drawn(Math.max(a, b), seed)));
        assert.ok(keysOf(drawn(Math.min(a, b), seed)).every((key) => more.has(key)));
      }),
      { numRuns: 30 },
    );
  });

  it('do not depend on the order in which texts come', () => {
    assert.deepEqual(keysOf(drawn(10, 3)).sort(), keysOf(drawn(10, 3, outcomes.toReversed())).sort());
  });
});

describe('the texts that results are about', () => {
  const language = fakeLanguage({
    diagnostics: (text) => [...text.matchAll(/wrong/g)].map(({ index }) => warning({ start: index, end: index + 5 })),
  });
  const cwd = folderWith({
    'in/a.csv': 'report,id\n"First line,\nwrong",1\nfine,2\nwrong again,3\n',
    'in/b#1.txt': 'one wrong text',
    'in/c.ndjson': '{"text":"wrong"}\n{"text":"not wrong"}\n',
  });
  const io = { env: {}, cwd, stdin: (async function* () {})(), stdout: { write: () => true }, stderr: { write: () => true } };

  it('are found in the files that are named, and known by what they hold', async () => {
    const { out } = await emh(['check', 'in', '--format', 'ndjson'], { cwd, language });
    const results = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; content: string });
    const texts = results.map(({ file, content }) => ({ name: file, content, text: null as string | null }));
    texts.push({ name: 'in/c.ndjson#1', content: contentKey('other'), text: null }, { name: '<stdin>', content: '', text: null });
    const problems = await findTexts(texts, { holding: null, column: null, idColumn: null, only: null }, io);
    assert.deepEqual(
      texts.map(({ text }) => text),
      ['First line,\nwrong', 'fine', 'wrong again', 'one wrong text', 'wrong', 'not wrong', null, null],
    );
    assert.deepEqual(
      problems.map((line) => line.split(':')[0]),
      ['in/c.ndjson#1', '<stdin>'],
    );
  });
});

describe('a session of a review', () => {
  const long = `${'x '.repeat(50_000)}wrong${' y'.repeat(50_000)}`;
  const range = { start: 100_000, end: 100_005 };
  const near = { start: 99_998, end: 99_999 };
  const sample = alertsDrawn(5, 1);
  sample.take(
    outcomeOf('a#1', long, [
      warning(range, {
        related: [
          { message: 'near', range: near },
          { message: 'far', range: { start: 0, end: 1 } },
        ],
        fixes: [{ title: 'Mend', sure: true, edits: [{ range, text: 'right' }] }],
      }),
    ]),
  );
  const said: Decision[] = [];
  const session = sessionOf({
    alerts: sample.drawn(),
    rules: [],
    reviewer: 'A',
    decisions: [],
    writer: { add: (decision) => said.push(decision), close: () => {} },
    now: () => new Date(0),
  });
  const key = session.review().alerts[0]?.key ?? '';

  it('gives of a very long text what stands around the words', () => {
    const page = session.alert(key);
    const words = (span: { start: number; end: number } | undefined) => page?.text.slice(span?.start, span?.end);
    assert.equal(page?.isCut, true);
    assert.ok((page?.text.length ?? 0) < 50_000);
    assert.deepEqual([words(page?.range), words(page?.fixes[0]?.edits[0]?.range)], ['wrong', 'wrong']);
    assert.deepEqual(
      page?.related.map(({ message, range: place }) => [message, words(place)]),
      [['near', 'x']],
    );
  });

  it('takes down and takes back', () => {
    assert.equal(session.say({ key: 'no', judgement: 'accept', note: '' }), null);
    assert.equal(session.say({ key, judgement: 'reject', note: 'x'.repeat(3000) })?.note.length, 2000);
    assert.deepEqual(session.counts(), { judged: 1, all: 1 });
    assert.equal(session.say({ key, judgement: null, note: '' })?.judgement, null);
    assert.deepEqual(session.counts(), { judged: 0, all: 1 });
    assert.deepEqual(
      said.map(({ verdict, at, place }) => [verdict, at, place]),
      [
        ['reject', '1970-01-01T00:00:00.000Z', 'a#1'],
        ['withdraw', '1970-01-01T00:00:00.000Z', 'a#1'],
      ],
    );
  });
});
