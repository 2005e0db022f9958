import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLanguage } from '../../language/language.ts';
import { packs } from '../../packs/emh.ts';
import { emh } from './harness.ts';

const language = createLanguage({ packs, rules: [] });
const explained = (text: string) => language.explain(language.read(text)).flatMap(({ statements }) => statements);

const REPORT = `FINDINGS
Spinal canal: Lobulated extradural masses D3 to D8, measuring 5.2 x 3.7 cm. They are T2 hyperintense.
The cord is compressed at D5. No pleural effusion or foobar.
Previous laminectomy.

IMPRESSION
1. Possible cord compression at D5.
`;

describe('an explanation', () => {
  const words = ({ start, end }: { start: number; end: number }): string => REPORT.slice(start, end);
  const statements = explained(REPORT);

  it('says what each word was taken as, and which were not understood', () => {
    const [first] = statements;
    assert.deepEqual(first?.words.map(({ range, category, value }) => [words(range), category, value]).slice(0, 4), [
      ['Lobulated', 'morphology', 'lobulated'],
      ['extradural', 'site', 'extradural'],
      ['masses', 'head', 'mass'],
      ['D3 to D8', 'level', 'd3 to d8'],
    ]);
    const denied = statements.find(({ unknown }) => unknown.length > 0);
    assert.deepEqual(denied?.unknown.map(words), ['foobar']);
  });

  it('shows what is denied, hedged and past, and by which words', () => {
    const scopes = statements.flatMap((s) => s.scopes).map(({ kind, cue, range }) => [kind, cue && words(cue), words(range)]);
    assert.deepEqual(scopes, [
      ['denied', 'No', 'pleural effusion or foobar'],
      ['apart', 'Previous', 'laminectomy'],
      ['possible', 'Possible', 'cord compression at D5'],
    ]);
  });

  it('says what names a finding: a head, or an observation of a structure', () => {
    const named = statements
      .flatMap((s) => s.findings)
      .map(({ finding, named }) => [
        finding.kind,
        named.type === 'composed' ? `${named.observation} x ${named.structure}` : named.type === 'head' ? named.id : named.type,
      ]);
    assert.deepEqual(named, [
      ['mass', 'mass'],
      ['mass', 'elsewhere'],
      ['cord-compression', 'compress x spinal-cord'],
      ['pleural-effusion', 'pleural-effusion'],
      ['cord-compression', 'compress x spinal-cord'],
    ]);
  });

  it('says which words gave an attribute, also those of a later statement', () => {
    const [mass, added] = statements.flatMap((s) => s.findings);
    const reasons = (found: typeof mass) => found?.reasons.map(({ part, range }) => [part, range && words(range)]);
    assert.deepEqual(reasons(mass), [
      ['sites', 'extradural'],
      ['levels', 'D3 to D8'],
      ['size', '5.2 x 3.7 cm'],
      ['signal', 'T2 hyperintense'],
      ['morphology', 'Lobulated'],
    ]);
    assert.deepEqual(reasons(added), [['signal', 'T2 hyperintense']]);
  });

  it('names the topic where that gives the site', () => {
    const [statement] = explained('FINDINGS\nRibs: Mass.\n');
    assert.deepEqual(statement?.findings[0]?.reasons, [{ part: 'sites', range: null, from: 'topic' }]);
  });

  it('holds of any text', () => {
    const word = fc.constantFrom(
      'no ',
      'mass ',
      'D4 ',
      'Ribs: ',
      'possible ',
      '\n',
      '. ',
      'cord ',
      'compressed ',
      'it ',
      'previous ',
      '(',
      'T2 hyperintense ',
      '---\n',
      'IMPRESSION\n1. ',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (list) => {
        const text = list.join('');
        const all = explained(text);
        const expected = language.read(text).reports.flatMap((r) => [...r.findings, ...r.impression.flatMap((i) => i.findings)]);
        const named = all.flatMap((s) => s.findings).filter(({ named }) => named.type !== 'elsewhere');
        for (const { finding, named: n } of named) assert.ok(n.type !== 'elsewhere' && expected.some((f) => f.id === finding.id));
        for (const s of all) for (const { range } of s.words) assert.ok(range.start >= s.range.start && range.end <= s.range.end);
      }),
      { numRuns: 300 },
    );
  });
});

describe('emh findings --explain', () => {
  it('draws it', async () => {
    const { code, out } = await emh(['findings', '--explain', '-'], { stdin: REPORT });
    assert.equal(code, 0);
    assert.match(
      out,
      /^<stdin>:2:15: findings, under "Spinal canal"\n {2}Lobulated extradural masses D3 to D8, .*\n {2}-{9} -{10} -{6} -{8}/m,
    );
    assert.match(out, /^ {2}not understood: "foobar"$/m);
    assert.match(out, /^ {2}denied by "No": "pleural effusion or foobar"$/m);
    assert.match(
      out,
      /^ {2}f2 cord-compression present; levels D5\n {4}named by "cord is compressed": compress × spinal-cord\n {4}levels from "D5"$/m,
    );
    assert.match(out, /^ {4}stands in line 2; this statement adds:\n {4}signal from "T2 hyperintense"/m);
  });

  it('fits a terminal, and cannot be steered by what it shows', async () => {
    const stdin = `FINDINGS\nMass \u001b[31m at D4, ${'well-defined lobulated '.repeat(20)}and \u0007 more.\n`;
    const { out } = await emh(['findings', '--explain', '-', '--no-color'], { stdin, isTTY: true, columns: 60 });
    for (const control of ['\u0007', '\u001b']) assert.ok(!out.includes(control));
    for (const line of out.split('\n')) assert.ok(line.length <= 60, line);
  });
});
