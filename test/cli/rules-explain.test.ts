import assert from 'node:assert/strict';
import { nearestIds } from '../../cli/find-rule.ts';
import { emh, folderWith } from './harness.ts';

const RULES = `# Of this site.

rule fibroma-without-size
title    A fibroma without its size
# For readers of the file only.
when     fibroma called F,
         without size
error    when report mentions "large": The large fibroma has no size.
warning  The fibroma has no size.
because  Its growth is followed by its size.
source   Our own.
good     Fibroma of the liver measuring 2 cm.
bad
  FINDINGS
  [Fibroma] of the liver.
  ---
  [Fibroma] of the kidney and [fibroma] of the spleen.

rule broken-one
title    Not to be understood
when     frobnicates
hint     Nothing.
`;

const PAGE = `.emh/rules/ours.emhr:3: error, warning: A fibroma without its size [fibroma-without-size]
  because: Its growth is followed by its size.
  source: Our own.
  rule:
    when     fibroma called F,
             without size
    error    when report mentions "large": The large fibroma has no size.
    warning  The fibroma has no size.
  good:
    Fibroma of the liver measuring 2 cm.
  bad:
    FINDINGS
    Fibroma of the liver.
    ^^^^^^^
    ---
    Fibroma of the kidney and fibroma of the spleen.
    ^^^^^^^                   ^^^^^^^
`;

describe('emh rules explain', () => {
  const cwd = folderWith({
    '.emh/lexicon/ours.yaml': 'version: 1\nterms:\n  - { id: fibroma, category: head, label: fibroma }\n',
    '.emh/rules/ours.emhr': RULES,
    'reports/x.txt': '',
  });
  const explain = (words: readonly string[], more = {}) => emh(['rules', 'explain', ...words], { cwd, ...more });

  it('shows a rule of the site as it is written, with its examples underlined', async () => {
    assert.deepEqual(await explain(['fibroma-without-size']), { code: 0, out: PAGE, err: '' });
  });

  it('shows a rule of a file that is named', async () => {
    assert.deepEqual(await explain(['fibroma-without-size', '.emh/rules']), { code: 0, out: PAGE, err: '' });
    assert.equal((await explain(['level-drift', '.emh/rules'])).code, 2);
  });

  it('shows a rule that ships, and its place', async () => {
    const { code, out } = await explain(['level-invalid']);
    assert.equal(code, 0);
    assert.match(out, /^rules\/levels\.emhr:\d+: error: Impossible vertebral level \[level-invalid\]\n {2}because: /);
    assert.match(out, /\n {4}when {5}built-in level-invalid\n/);
    assert.match(out, /\n {2}bad:\n {4}Extradural mass from D3 to D14\.\n {31}\^\^\^\n/);
  });

  it('wraps examples where the screen ends, and underlines them there', async () => {
    const { out } = await explain(['fibroma-without-size'], { isTTY: true, columns: 34, env: { NO_COLOR: '1' } });
    assert.match(out, / {4}Fibroma of the kidney and\n {4}\^{7}\n {4}fibroma of the spleen\.\n {4}\^{7}\n$/);
  });

  it('paints where it is asked to', async () => {
    assert.ok((await explain(['fibroma-without-size', '--color'])).out.includes('\u001b['));
  });

  const wrong: readonly (readonly [string, RegExp])[] = [
    ['fibroma-without-sise', /^emh: there is no rule 'fibroma-without-sise'; near it: fibroma-without-size\n$/],
    ['Level-Drift', /near it: level-drift/],
    ['drift', /near it: .*\blevel-drift\b/],
    ['qqqqqqqq', /^emh: there is no rule 'qqqqqqqq'; emh rules list names them all\n$/],
    ['', /^emh: there is no rule ''; /],
    ['x'.repeat(100_000), /^emh: there is no rule 'x{80}'; /],
  ];
  for (const [id, expected] of wrong) {
    it(`refuses '${id.slice(0, 30)}' in one line`, async () => {
      const { code, out, err } = await explain([id]);
      assert.deepEqual([code, out, err.split('\n').length], [2, '', 2]);
      assert.match(err, expected);
    });
  }

  it('tells a rule that cannot be understood from one that does not exist', async () => {
    assert.deepEqual(await explain(['broken-one']), {
      code: 1,
      out: '',
      err: 'emh: .emh/rules/ours.emhr:19: rule broken-one cannot be understood; emh rules test says why\n',
    });
  });

  it('names the nearest first, then those that hold the word', () => {
    const ids = ['level-part', 'level-drift', 'level-drifts', 'a-level-drift', 'spelling'];
    assert.deepEqual(nearestIds('level-drift', ids), ['level-drift', 'level-drifts', 'a-level-drift']);
    assert.deepEqual(nearestIds('speling', ids), ['spelling']);
    assert.deepEqual(nearestIds('qq', ids), []);
  });

  it('stands in the help', async () => {
    assert.match((await emh(['rules', '--help'])).out, /emh rules explain ID \[FILE\.\.\.\]/);
  });
});
