import assert from 'node:assert/strict';
import { emh, folderWith } from './harness.ts';

const REPORT = `Exam: MRI thoracic spine with contrast

FINDINGS
Cord compression at D4 to D7.
No pleural effusion.

IMPRESSION
1. Cord compression at D4 to D7.
`;

describe('emh findings', () => {
  const cwd = folderWith({
    'report.emh': REPORT,
    'two.emh': `${REPORT}---\n${REPORT}`,
    'own.yaml': 'version: 1\nterms:\n  - { id: zebra-sign, category: head, label: zebra sign }\n',
    'nameless.yaml': 'version: 1\nterms:\n  - { category: head, label: zebra sign }\n',
    'broken.yaml': 'version: 1\nterms:\n  - { id: zebra-sign, category: head, label: zebra sign }\n  - { id: [\n',
    'unknown.yaml':
      'version: 1\nterms:\n  - { id: zebra-sign, category: hed, label: zebra sign }\n  - { id: okapi, category: zzz, label: okapi }\n',
    'text.yaml': 'zebra\n',
    'list.yaml': '- a\n',
    'zebra.emh': 'FINDINGS\nZebra sign at D4.\n',
  });

  it('prints the contract as JSON', async () => {
    const { code, out } = await emh(['findings', 'report.emh', '--json'], { cwd });
    assert.equal(code, 0);
    const { version, reports } = JSON.parse(out);
    assert.equal(version, 1);
    assert.equal(reports.length, 1);
    const found = reports[0].findings.find(({ kind }: { kind: string }) => kind === 'cord-compression');
    assert.deepEqual(found.levels, ['T4', 'T5', 'T6', 'T7']);
    assert.equal(REPORT.slice(found.range.start, found.range.end), found.text);
  });

  it('draws a table for a person, in the notation of the report', async () => {
    const { code, out } = await emh(['findings', 'report.emh'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /^report\.emh:1: MR.*; \d+ findings\nkind +presence/);
    assert.match(out, /^cord-compression +present .*D4 to D7 .*Cord compression at D4 to D7$/m);
    assert.match(out, /^pleural-effusion +absent /m);
    assert.match(out, /^Impression\nitem +kind.*\n1 +cord-compression/m);
  });

  it('draws each report of a text', async () => {
    const { out } = await emh(['findings', '-'], { cwd, stdin: `${REPORT}---\n${REPORT}` });
    assert.deepEqual(
      [...out.matchAll(/^<stdin>:(\d+):/gm)].map((match) => match[1]),
      ['1', '10'],
    );
  });

  it('shows signal and enhancement where they are stated', async () => {
    const draw = async (stdin: string): Promise<string> => (await emh(['findings', '-'], { stdin })).out;
    const out = await draw('FINDINGS\nT2 hyperintense mass with avid enhancement. T1 hypointense to muscle mass at D4.\n');
    assert.match(out, /^kind .* signal +enhancement +words$/m);
    assert.match(out, /^mass .* T2 hyper +avid +/m);
    assert.match(out, /^mass .* T1 hypo to muscle +hypo/m);
    assert.doesNotMatch(await draw('FINDINGS\nMass at D4.\n'), /signal|enhancement/);
  });

  it('fits a terminal', async () => {
    const { out } = await emh(['findings', 'report.emh', '--no-color'], { cwd, isTTY: true, columns: 60 });
    assert.match(out, /…$/m);
  });

  it('takes a lexicon, as it is given or on top of it', async () => {
    const kinds = async (...words: string[]): Promise<string[]> => {
      const { out } = await emh(['findings', 'zebra.emh', '--json', ...words], { cwd });
      return JSON.parse(out).reports[0].findings.map(({ kind }: { kind: string }) => kind);
    };
    assert.deepEqual(await kinds(), []);
    assert.deepEqual(await kinds('--lexicon', 'own.yaml'), ['zebra-sign']);
  });

  it('tells what is wrong in a lexicon and uses the rest', async () => {
    for (const [name, expected] of [
      ['nameless.yaml', /^emh: nameless\.yaml:3: terms\[0\]: `id` is missing\.\n$/],
      [
        'unknown.yaml',
        /^emh: unknown\.yaml:3: `zebra-sign`: `category` is unknown: `hed` .*\nemh: unknown\.yaml:4: `okapi`: `category` is unknown: `zzz`.*\n$/,
      ],
    ] as const) {
      const { code, out, err } = await emh(['findings', 'zebra.emh', '--lexicon', name, '--lexicon', 'own.yaml'], { cwd });
      assert.equal(code, 0);
      assert.match(err, expected);
      assert.match(out, /zebra-sign/);
    }
  });

  const broken: readonly (readonly [string, RegExp])[] = [
    ['missing.yaml', /^emh: missing\.yaml: no such file or folder\n$/],
    ['text.yaml', /^emh: text\.yaml: a lexicon is a map with `terms`\n$/],
    ['list.yaml', /^emh: list\.yaml: a lexicon is a map with `terms`\n$/],
    ['broken.yaml', /^emh: broken\.yaml:4: no valid YAML: .*\n$/],
  ];
  for (const [name, expected] of broken) {
    it(`refuses the lexicon ${name}`, async () => {
      for (const words of [
        ['findings', 'report.emh'],
        ['findings', '--ndjson'],
        ['check', 'report.emh', 'zebra.emh'],
        ['check', '-', '--format', 'json'],
        ['sync', 'report.emh', 'zebra.emh', '--check'],
        ['dictate', 'report.emh'],
      ]) {
        const { code, out, err } = await emh([...words, '--lexicon', 'own.yaml', '--lexicon', name], { cwd, stdin: REPORT });
        assert.equal(code, 2, words.join(' '));
        assert.equal(out, '');
        assert.match(err, expected);
      }
    });
  }
});
