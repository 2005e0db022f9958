import assert from 'node:assert/strict';
import fc from 'fast-check';
import { causes, findings, masses, mutate, type Spoken, say } from './generated.ts';
import { impressionOf, reportOf, syncEdits, synced } from './reading.ts';

/** `EMH_RUNS=5000` for the long run. */
const RUNS = Number(process.env.EMH_RUNS ?? 400);

const numbered = (items: readonly string[]): string[] => items.map((item, i) => `${i + 1}. ${item}`);
const beforeImpression = (text: string): string => text.split('\nIMPRESSION')[0] ?? '';

/** An item that said `at D4` is right to say `at D4 to D7`. */
const loose = (item: string): string => item.replace(/\bfrom\b/g, 'at');

function noOverlap(text: string): void {
  const edits = [...syncEdits(text)].sort((a, b) => a.range.start - b.range.start);
  for (const [i, edit] of edits.entries()) assert.ok(i === 0 || (edits[i - 1]?.range.end ?? 0) <= edit.range.start, 'edits overlap');
}

const inSync = (text: string): void => assert.deepEqual(syncEdits(text), [], text);

describe('laws of sync', function () {
  this.timeout(120_000);

  it('an impression that says what the findings say is left alone', () => {
    fc.assert(
      fc.property(findings, (list) => inSync(reportOf(list.map(say), numbered(list.map(say))))),
      { numRuns: RUNS },
    );
  });

  it('a new impression states everything, and sync then changes nothing more', () => {
    fc.assert(
      fc.property(findings, (list) => {
        const text = reportOf(list.map(say), null);
        const after = synced(text);
        assert.equal(impressionOf(after).length, list.length - (isOneWord(list) ? 1 : 0), after);
        inSync(after);
      }),
      { numRuns: RUNS },
    );
  });

  it('is the same for findings typed in any order', () => {
    fc.assert(
      fc.property(findings, fc.nat(), (list, seed) => {
        const shuffled = [...list].sort((a, b) => hash(a, seed) - hash(b, seed));
        assert.deepEqual(impressionOf(synced(reportOf(shuffled.map(say), null))), impressionOf(synced(reportOf(list.map(say), null))));
      }),
      { numRuns: RUNS },
    );
  });

  it('one changed attribute of one finding changes the words of its item alone', () => {
    fc.assert(
      fc.property(findings, fc.nat(), fc.nat(), (list, which, pick) => {
        const i = which % list.length;
        const mutation = mutate(list[i] as Spoken, pick);
        if (mutation === null) return;
        const before = reportOf(
          list.map((f, k) => say(k === i ? mutation.changed : f)),
          numbered(list.map(say)),
        );
        const after = synced(before);
        noOverlap(before);
        assert.equal(beforeImpression(after), beforeImpression(before));
        assert.deepEqual(
          impressionOf(after).map(loose),
          numbered(list.map((f, k) => say(k === i ? mutation.changed : f))).map(loose),
          before,
        );
        inSync(after);
      }),
      { numRuns: RUNS * 2 },
    );
  });

  it('an item too many stays, one too few is added, and the rest is not touched', () => {
    fc.assert(
      fc.property(findings, findings, (list, stated) => {
        const own = stated.filter((f) => !list.some((other) => other.noun === f.noun));
        const kept = list.filter((_, i) => i % 2 === 0);
        const items = [...kept, ...own].map(say);
        const before = reportOf(
          list.map(say),
          items.map((item) => `- ${item}`),
        );
        if (items.length === 0) return;
        const after = synced(before);
        noOverlap(before);
        assert.equal(beforeImpression(after), beforeImpression(before));
        for (const item of items) assert.ok(impressionOf(after).includes(`- ${item}`), `${item} lost in\n${after}`);
        const added = list.filter((f) => !kept.includes(f));
        assert.equal(impressionOf(after).length, items.length + added.length - (isOneWord(added) ? 1 : 0), after);
        inSync(after);
      }),
      { numRuns: RUNS },
    );
  });

  it('whatever stands in findings and impression, sync settles at once and touches the impression alone', () => {
    fc.assert(
      fc.property(findings, findings, fc.constantFrom('No ', 'Possible ', ''), (list, stated, lead) => {
        const items = stated.map((f) =>
          lead === ''
            ? say(f)
            : `${lead}${say(f)
                .toLowerCase()
                .replace(/\b[dl](?=\d)/g, (l) => l.toUpperCase())}`,
        );
        const before = reportOf(list.map(say), numbered(items));
        const after = synced(before);
        noOverlap(before);
        assert.equal(beforeImpression(after), beforeImpression(before));
        inSync(after);
      }),
      { numRuns: RUNS * 2 },
    );
  });

  it('competing masses keep each to its own item', () => {
    fc.assert(
      fc.property(masses, fc.nat(), fc.nat(), (list, which, pick) => {
        inSync(reportOf(list.map(say), numbered(list.map(say))));
        const i = which % list.length;
        const mutation = mutate({ ...(list[i] as Spoken), side: '' }, pick);
        if (mutation === null) return;
        const said = list.map((f, k) => say(k === i ? { ...mutation.changed, side: f.side } : f));
        const before = reportOf(said, numbered(list.map(say)));
        const after = synced(before);
        noOverlap(before);
        assert.deepEqual(impressionOf(after).map(loose), numbered(said).map(loose), before);
        inSync(after);
      }),
      { numRuns: RUNS },
    );
  });

  it('a sentence that names cause and effects follows each of them', () => {
    fc.assert(
      fc.property(causes, fc.boolean(), fc.boolean(), ({ finding, item, mass, effect }, massMoved, effectMoved) => {
        const [m = '', m2 = ''] = mass;
        const [e = '', e2 = ''] = effect;
        inSync(reportOf([finding(m, e)], [`1. ${item(m, e)}`]));
        const before = reportOf([finding(massMoved ? m2 : m, effectMoved ? e2 : e)], [`1. ${item(m, e)}`]);
        const after = synced(before);
        noOverlap(before);
        assert.deepEqual(impressionOf(after), [`1. ${item(massMoved ? m2 : m, effectMoved ? e2 : e)}`], before);
        inSync(after);
      }),
      { numRuns: RUNS },
    );
  });
});

/** Liver and spleen enlarged to one degree are hepatosplenomegaly. */
function isOneWord(list: readonly Spoken[]): boolean {
  const [liver, spleen] = ['hepatomegaly', 'splenomegaly'].map((noun) => list.find((f) => f.noun === noun));
  return liver !== undefined && spleen !== undefined && liver.severity === spleen.severity;
}

function hash(f: Spoken, seed: number): number {
  let h = seed;
  for (const c of f.noun) h = (h * 31 + c.charCodeAt(0)) % 100_003;
  return h;
}
