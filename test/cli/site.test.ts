import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emh, folderWith } from './harness.ts';

const RULE = `rule fibroma-without-size
title    A fibroma without its size
when     fibroma without size
warning  The fibroma has no size.
because  Its growth is followed by its size.
good     Fibroma of the liver measuring 2 cm.
bad      [Fibroma] of the liver.
`;

const REPORT = 'FINDINGS\nFibroma of the liver.\n';
const kindsIn = (out: string): string[] => JSON.parse(out).reports[0].findings.map(({ kind }: { kind: string }) => kind);

describe('a site', () => {
  const site = {
    '.emh/lexicon/ours.yaml':
      'version: 1\nterms:\n  - { id: fibroma, category: head, label: fibroma }\n  - { id: mass, category: head, label: tumour, synonyms: [gewaechs] }\n',
    '.emh/rules/ours.emhr': RULE,
    '.emh/notes.txt': 'FINDINGS\nNot a report of this site.\n',
    'reports/2021/a.emh': REPORT,
    'reports/b.emh': 'FINDINGS\nGewaechs at D4. Mass at D5. Fibroma of the liver measuring 2 cm.\n',
  };

  it('adds its terms and rules to every report below it', async () => {
    const cwd = folderWith(site);
    const found = await emh(['findings', 'reports/2021/a.emh', '--json'], { cwd });
    assert.equal(found.err, '');
    assert.deepEqual(kindsIn(found.out), ['fibroma']);
    assert.deepEqual(kindsIn((await emh(['findings', 'reports/b.emh', '--json'], { cwd })).out), ['mass', 'mass', 'fibroma']);
    const checked = await emh(['check', '.'], { cwd });
    assert.equal(checked.err, '');
    assert.equal(checked.code, 1);
    assert.match(checked.out, /^reports\/2021\/a\.emh:2:1: warning: The fibroma has no size\. \[fibroma-without-size\]$/m);
    assert.equal(checked.out.match(/warning:/g)?.length, 1);
    assert.match(checked.out, /in 2 files/);
  });

  it('is found from standard input and from anywhere within', async () => {
    const cwd = folderWith(site);
    const inside = join(cwd, 'reports/2021');
    assert.deepEqual(kindsIn((await emh(['findings', '-', '--json'], { cwd: inside, stdin: REPORT })).out), ['fibroma']);
    const line = (await emh(['findings', '--ndjson'], { cwd: inside, stdin: JSON.stringify({ id: 1, text: REPORT }) })).out;
    assert.deepEqual(kindsIn(line), ['fibroma']);
  });

  it('speaks for its own reports alone', async () => {
    const cwd = folderWith({
      'a/.emh/config.json': '{ "severities": {} }',
      ...Object.fromEntries(Object.entries(site).map(([k, v]) => [`b/${k}`, v])),
      'a/x.emh': REPORT,
    });
    const { out } = await emh(['check', 'a', 'b'], { cwd });
    assert.deepEqual(
      [...out.matchAll(/^(\S+?):\d.*\[fibroma-without-size\]/gm)].map((m) => m[1]),
      ['b/reports/2021/a.emh'],
    );
  });

  it('makes a check end with 2 where a rule, a term or the configuration cannot be understood, and not for a lesser fault', async () => {
    const clean = { 'a.emh': 'FINDINGS\nNo mass.\n' };
    const broken = {
      '.emh/rules/n.emhr': 'nonsense\n',
      '.emh/config.json': '{ "severities": ',
      '.emh/lexicon/l.yaml': 'terms: [\n',
      '.emh/rules/two.emhr': `${RULE}\nrule other\nwhen florp\nerror M\n`,
    };
    for (const [file, text] of Object.entries(broken)) {
      const cwd = folderWith({ ...clean, [file]: text });
      for (const format of ['text', 'json']) {
        const { code, err } = await emh(['check', 'a.emh', '--format', format], { cwd });
        assert.equal(code, 2, `${file} ${format}`);
        assert.match(err, /^emh: \.emh/, file);
      }
    }
    const minor = {
      '.emh/rules/ours.emhr': 'rule mass-rule\nwhen mass\nwarning M\n',
      '.emh/config.json': '{ "severities": { "speling": "off" } }',
    };
    const { code, err } = await emh(['check', 'a.emh'], { cwd: folderWith({ ...clean, ...minor }) });
    assert.equal(code, 0);
    assert.match(err, /has no "title" line[\s\S]*has no "good" example/);
  });

  it('sets severities', async () => {
    const severity = (word: string): string =>
      folderWith({ ...site, '.emh/config.json': `{ "severities": { "fibroma-without-size": "${word}" } }` });
    assert.equal((await emh(['check', 'reports'], { cwd: severity('off') })).code, 0);
    assert.match((await emh(['check', 'reports'], { cwd: severity('error') })).out, /error: The fibroma has no size/);
  });

  it('sets parameters, which its rules are shown with and not tested with', async () => {
    const cwd = folderWith({
      '.emh/config.json': '{ "parameters": { "spleen-mm": 140, "spleen-m": 1, "node-mm": "12" } }',
      'a.emh': 'FINDINGS\nSplenomegaly, 13 cm.\n',
    });
    const checked = await emh(['check', 'a.emh'], { cwd });
    assert.match(checked.out, /the limit is 140 mm\. \[organ-size-vs-word\]/);
    assert.doesNotMatch((await emh(['check', '-'], { stdin: 'FINDINGS\nSplenomegaly, 13 cm.\n' })).out, /organ-size-vs-word/);
    assert.match(checked.err, /config\.json:1: `parameters\.node-mm` must be a number, not `12`\.$/m);
    assert.match(checked.err, /config\.json:1: `parameters\.spleen-m` is the parameter of no rule \(did you mean `spleen-mm`\?\)\.$/m);
    const explained = (await emh(['rules', 'explain', 'organ-size-vs-word'], { cwd })).out;
    assert.match(explained, /\n {2}parameters:\n {4}spleen-mm {10}140 here, usually 120\n {4}spleen-normal-mm {3}140\n/);
    const listed = JSON.parse((await emh(['rules', 'list', '--json'], { cwd })).out) as { id: string; parameters: unknown[] }[];
    assert.deepEqual(listed.find(({ id }) => id === 'organ-size-vs-word')?.parameters.slice(0, 2), [
      { name: 'spleen-mm', usual: 120, here: 140 },
      { name: 'spleen-normal-mm', usual: 140, here: null },
    ]);
    assert.equal((await emh(['rules', 'test'], { cwd })).code, 0);
  });

  it('tells what is wrong in its files, with the line, once, and uses the rest', async () => {
    const cwd = folderWith({
      ...site,
      '.emh/lexicon/broken.yaml': 'version: 1\nterms:\n  - { id: zebra, category: head, label: zebra }\n  - { id: [\n',
      '.emh/lexicon/wrong.yaml':
        'version: 1\nterms:\n  - id: okapi\n    category: hed\n    label: okapi\n  - { id: gnu, category: head, label: gnu }\n',
      '.emh/rules/wrong.emhr': 'rule no-end\ntitle A rule\n',
      '.emh/config.json':
        '{\n  "severities": {\n    "level-drift": "loud",\n    "fibroma-with-size": "error",\n    "fibroma-without-size": "info"\n  }\n}\n',
      'c.emh': 'FINDINGS\nFibroma of the liver. Zebra at D4. Gnu at D5.\n',
    });
    const { code, out, err } = await emh(['check', '.'], { cwd });
    assert.equal(code, 2);
    assert.match(out, /info: The fibroma has no size/);
    const lines = err.trimEnd().split('\n');
    for (const expected of [
      /^emh: \.emh\/lexicon\/broken\.yaml:4: no valid YAML: /,
      /^emh: \.emh\/lexicon\/wrong\.yaml:4: `okapi`: `category` is unknown: `hed` \(did you mean `head`\?\)/,
      /^emh: \.emh\/rules\/wrong\.emhr:1:6: Rule no-end has no "when" line\.$/,
      /^emh: \.emh\/config\.json:3: `severities\.level-drift` is unknown: `loud`; must be off, hint, info, warning or error\.$/,
      /^emh: \.emh\/config\.json:4: `severities\.fibroma-with-size` is the id of no rule/,
    ])
      assert.equal(lines.filter((line) => expected.test(line)).length, 1, `${expected}\n${err}`);
    assert.doesNotMatch(err, /^\s+at /m);
    assert.deepEqual(kindsIn((await emh(['findings', 'c.emh', '--json'], { cwd })).out), ['fibroma', 'zebra', 'gnu']);
  });

  it('tells who writes what checks count as below `rules` where that belongs', async () => {
    const cwd = folderWith({ '.emh/config.json': '{ "rules": { "level-drift": "off" } }', 'a.emh': 'FINDINGS\nNo mass.\n' });
    const { code, err } = await emh(['check', 'a.emh'], { cwd });
    assert.equal(code, 2);
    assert.match(err, /config\.json:1: `rules` is no key here\. What checks count as stands below `severities`/);
  });

  it('tells of folders in its folders, whose files are not read', async () => {
    const cwd = folderWith({ '.emh/rules/spine/ours.emhr': RULE, '.emh/rules/.git/x': '', 'a.emh': REPORT });
    const { code, err } = await emh(['check', 'a.emh'], { cwd });
    assert.equal(code, 2);
    assert.match(err, /^emh: \.emh\/rules\/spine: is a folder, and nothing in it is read: .*\n$/);
  });

  it('tells that its configuration is no JSON, and that a file cannot be read', async () => {
    const cwd = folderWith({
      ...site,
      '.emh/config.json': '{ "severities": { },\n }\n',
      '.emh/lexicon/latin.yaml': Buffer.from([0x61, 0xe4]),
    });
    const { err } = await emh(['check', 'reports/b.emh'], { cwd });
    assert.match(err, /^emh: \.emh\/config\.json:2: no valid JSON/m);
    assert.match(err, /^emh: \.emh\/lexicon\/latin\.yaml: is not valid UTF-8/m);
  });

  it('has its own rules tested with its own words', async () => {
    const cwd = folderWith(site);
    assert.deepEqual(await emh(['rules', 'test', '.emh/rules/ours.emhr'], { cwd }), {
      code: 0,
      out: '1 rule, 2 examples: all pass.\n',
      err: '',
    });
    assert.match((await emh(['rules', 'list'], { cwd })).out, /^fibroma-without-size +warning /m);
    writeFileSync(join(cwd, '.emh/config.json'), '{ "severities": { "fibroma-without-size": "off" } }');
    assert.equal((await emh(['rules', 'test', '.emh/rules'], { cwd })).code, 0);
  });
});
