import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readReport } from '../../language/meaning/read.ts';
import { createStatementReader } from '../../language/meaning/statement.ts';
import { readOutlines } from '../../language/syntax/outline.ts';
import { createStatementParser } from '../../language/syntax/parse.ts';
import { shipped } from './shipped.ts';

const examples = new URL('../../examples/', import.meta.url);
const texts = readdirSync(examples)
  .filter((name) => name.endsWith('.emh'))
  .map((name) => readFileSync(new URL(name, examples), 'utf8'));

// Reads every statement anew: what the kept statements must agree with.
const afresh = createStatementReader(createStatementParser(shipped.lexicon), shipped.lexicon, 0);
const { lexicon } = shipped;
const findings = (reports: readonly { findings: readonly object[]; impression: readonly object[] }[]) =>
  reports.map((r) => [r.findings, r.impression]);

const PIECES = [
  'D5',
  ' no ',
  ' left ',
  '. ',
  '\n',
  ' and ',
  'mass',
  ' at T4-T6',
  ',',
  ' severe ',
  'IMPRESSION:\n',
  ' (',
  '\n\n',
  ' x 3 cm',
  '',
];
/** Lines and sentences of all examples, in any order: what no example holds side by side. */
const sentences = texts.flatMap((text) => text.split(/(?<=\n)|(?<=\. )/)).filter((sentence) => sentence.trim() !== '');
const assembled = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 25 }).map((some) => some.join(''));
const edit = fc.record({ at: fc.nat(), take: fc.nat(12), put: fc.constantFrom(...PIECES) });

describe('editing a report', () => {
  it('gives the findings of reading the result afresh, edit after edit', () => {
    const runs = Number(process.env.EMH_RUNS ?? 10_000);
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...texts), assembled), fc.array(edit, { minLength: 5, maxLength: 5 }), (start, edits) => {
        let text = start;
        for (const { at, take, put } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + put + text.slice(from + take);
          // A lexicon of its own, as lines are kept with theirs.
          const fresh = readOutlines(text, { ...lexicon }).map((outline) => readReport(text, outline, afresh, lexicon));
          assert.deepEqual(findings(shipped.read(text).reports), findings(fresh));
        }
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  }).timeout(300_000);
});
