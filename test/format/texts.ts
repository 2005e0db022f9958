import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readCorpus } from '../../scripts/corpus/gold.ts';
import { root } from '../../scripts/root.ts';
import { findings, say } from '../impression/generated.ts';
import { reportOf } from '../impression/reading.ts';

/** The reports of the examples, and the texts of the validation corpus. */
export const examples: readonly string[] = readdirSync(join(root, 'examples'))
  .filter((name) => /\.(?:emh|txt)$/.test(name))
  .map((name) => readFileSync(join(root, 'examples', name), 'utf8'));
export const corpus: readonly string[] = readCorpus(join(root, 'test/corpus')).map(({ text }) => text);

/** What a hand puts into a report, and what an exporter leaves in it. */
const PIECES = [
  '  ',
  '   ',
  '\t',
  '\u00a0',
  '\n',
  '\n\n\n',
  '\r\n',
  ' \n',
  '\n   ',
  '\n2. ',
  '\n7) ',
  '\n- ',
  ' - ',
  '–',
  'D4 – D7',
  ' x ',
  '"',
  ' // told  twice\n',
  '[',
  ':',
  '.',
  '. ',
  'Impression\n',
  'FINDINGS:\n',
  'no ',
  '\n---\n',
  '',
];

const written = fc.oneof(
  fc.constantFrom(...examples),
  fc.constantFrom(...corpus),
  findings.map((list) =>
    reportOf(
      list.map(say),
      list.map((finding, i) => `${i + 1}. ${say(finding)}`),
    ),
  ),
);
/** One report, or a few in one text. */
const texts = fc.oneof(
  { weight: 3, arbitrary: written },
  { weight: 1, arbitrary: fc.tuple(written, written).map((some) => some.join('\n---\n\n')) },
);
const changes = fc.array(fc.record({ at: fc.nat(), take: fc.nat(6), put: fc.constantFrom(...PIECES) }), { maxLength: 12 });

/** Reports of all kinds after a few careless edits. */
export const carelessly: fc.Arbitrary<string> = fc.tuple(texts, changes).map(([text, edits]) =>
  edits.reduce((now, { at, take, put }) => {
    const from = at % (now.length + 1);
    return now.slice(0, from) + put + now.slice(from + take);
  }, text),
);
