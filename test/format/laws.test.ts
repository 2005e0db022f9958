import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatRange } from '../../language/format/format.ts';
import { type Meaning, meaningOf } from '../../language/format/meaning.ts';
import { USUAL_FORMAT } from '../../language/format/options.ts';
import { uncomment } from '../../language/syntax/comments.ts';
import { fold } from '../../language/text/fold.ts';
import { shipped } from '../language/shipped.ts';
import { edited, formatted, formatting } from './check.ts';
import { carelessly, corpus, examples } from './texts.ts';

/** `EMH_RUNS=5000` for the long run. */
const RUNS = Number(process.env.EMH_RUNS ?? 200);

const meaning = (text: string): Meaning => meaningOf(shipped.read(text));
const everything = formatting({ levelDash: 'enDash', timesSign: true });

function holdsFor(text: string): void {
  const after = formatted(text);
  assert.deepEqual(meaning(after), meaning(text));
  assert.equal(formatted(after), after, 'formatting again changes something');
  assert.deepEqual(commentsOf(after), commentsOf(text));
  assert.deepEqual(quotesOf(after), quotesOf(text));
  assert.equal(lettersOf(after), lettersOf(text));
}

const commentsOf = (text: string): string[] => uncomment(text).comments.map(({ start, end }) => text.slice(start, end));
/** Quoted words and fields, in whatever quotes. */
const quotesOf = (text: string): string[] =>
  [...fold(uncomment(text).text).matchAll(/"[^"\n]*"|\[[^\]\n]*\]/g)].map(({ index, 0: words }) => text.slice(index, index + words.length));
const lettersOf = (text: string): string => text.replace(/\P{L}/gu, '').toLowerCase();
/** All but blanks, colons and the kind of a dash. */
const signsOf = (text: string): string => fold(text).replace(/[\s:]/g, '');

describe('laws of formatting', function () {
  this.timeout(300_000);

  it('examples and corpus: the same findings, the same rules, nothing to do twice', () => {
    for (const text of [...examples, ...corpus]) holdsFor(text);
  });

  it('careless reports: the same', () => {
    fc.assert(fc.property(carelessly, holdsFor), { numRuns: RUNS });
  });

  it('whatever is switched on, every sign stays but blanks and colons', () => {
    const language = formatting({ numbering: false, levelDash: 'hyphen', timesSign: true });
    fc.assert(
      fc.property(carelessly, (text) => {
        const after = formatted(text, language);
        assert.equal(signsOf(after), signsOf(text));
        assert.deepEqual(meaning(formatted(text, everything)), meaning(text));
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('line breaks stay what they are: a report with CRLF is formatted as its twin', () => {
    for (const text of examples) {
      assert.ok(!text.includes('\r'), 'an example with CRLF');
      const careless = text.replace(/\. /g, '.  ').replace(/IMPRESSION/, '\n\nIMPRESSION');
      assert.equal(formatted(careless.replaceAll('\n', '\r\n')), formatted(careless).replaceAll('\n', '\r\n'));
    }
  });

  it('a range: its lines alone, with the same findings', () => {
    fc.assert(
      fc.property(carelessly, fc.nat(), fc.nat(60), (text, from, length) => {
        const start = from % (text.length + 1);
        const end = Math.min(start + length, text.length);
        const after = edited(text, formatRange(shipped.read(text), USUAL_FORMAT, shipped.read, { start, end }));
        assert.deepEqual(meaning(after), meaning(text));
        // `lastIndexOf` takes a place before the text for its beginning.
        const before = start === 0 ? '' : text.slice(0, text.lastIndexOf('\n', start - 1) + 1);
        const next = text.indexOf('\n', end);
        assert.ok(after.startsWith(before) && after.endsWith(next < 0 ? '' : text.slice(next)), 'a line outside the range is changed');
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('a line break typed anywhere states what was stated', () => {
    fc.assert(
      fc.property(carelessly, fc.nat(), (base, at) => {
        const place = at % (base.length + 1);
        const text = `${base.slice(0, place)}\n${base.slice(place)}`;
        const after = edited(text, shipped.formatLineBreak(shipped.read(text), place + 1));
        const stated = ({ reports }: Meaning) => reports.map(({ findings, items }) => [findings, items.flat()]);
        assert.deepEqual(stated(meaning(after)), stated(meaning(text)));
      }),
      { numRuns: RUNS },
    );
  });
});
