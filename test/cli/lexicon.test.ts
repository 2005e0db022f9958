import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEXICON_RULES } from '../../language/lexicon/lexicon-rules.ts';
import { emh, folderWith } from './harness.ts';

const OURS =
  'version: 1\nterms:\n  - { id: fibroma, category: head, label: fibroma, definition: A lump of fibres. } # ours\n  - { id: mass, category: head, label: mass, synonyms: [growth thing] }\n';
const RULE = 'rule fibroma-rule\ntitle T\nwhen fibroma at L\nhint A fibroma.\nbecause B\ngood Mass.\nbad [Fibroma] at D5.\n';

describe('emh lexicon', () => {
  const cwd = folderWith({
    '.emh/lexicon/ours.yaml': OURS,
    '.emh/rules/ours.emhr': RULE,
    'wrong.yaml': 'version: 1\nterms:\n  - { id: a, category: hed, label: zorb }\n',
    'plain/a.txt': '',
  });

  it("checks the site's files, and finds nothing wrong", async () => {
    const { code, out, err } = await emh(['lexicon', 'check'], { cwd });
    assert.deepEqual([code, err], [0, '']);
    assert.equal(out, 'No errors or warnings in 1 file.\n');
  });

  it('says where a file is wrong, for people and for programs', async () => {
    const { code, out } = await emh(['lexicon', 'check', 'wrong.yaml'], { cwd });
    assert.equal(code, 1);
    assert.match(out, /^wrong\.yaml:3:24: error: `a`: `category` is unknown: `hed` \(did you mean `head`\?\)\. \[lexicon-shape\]\n/);
    const json = JSON.parse((await emh(['lexicon', 'check', 'wrong.yaml', '--json'], { cwd })).out) as {
      file: string;
      diagnostics: { rule: string; start: { line: number } }[];
    }[];
    assert.deepEqual(
      json.map(({ file, diagnostics }) => [file, diagnostics.map(({ rule, start }) => [rule, start.line])]),
      [['wrong.yaml', [['lexicon-shape', 3]]]],
    );
  });

  it('looks words up: what they are, where that stands, who uses them', async () => {
    const { code, out } = await emh(['lexicon', 'lookup', 'Fibromas'], { cwd });
    assert.equal(code, 0);
    assert.match(
      out,
      /^fibroma \(finding\) fibroma\n {2}from: +\.emh\/lexicon\/ours\.yaml:3\n {2}is: +A lump of fibres\.\n {2}used: +\.emh\/rules\/ours\.emhr:1 \(fibroma-rule\)/,
    );
    const { terms } = JSON.parse((await emh(['lexicon', 'lookup', 'growth', 'thing', '--json'], { cwd })).out) as {
      terms: { id: string; codes: Record<string, string>; places: { file: string; line: number }[]; uses: { rule: string }[] }[];
    };
    assert.equal(terms[0]?.id, 'mass');
    assert.equal(terms[0]?.codes.radlex, 'RID3874');
    const [shipped, own] = terms[0]?.places ?? [];
    assert.match(
      readFileSync(new URL(`../../${shipped?.file}`, import.meta.url), 'utf8').split('\n')[(shipped?.line ?? 0) - 1] ?? '',
      /id: mass$/,
    );
    assert.deepEqual(own, { file: '.emh/lexicon/ours.yaml', line: 4 });
    assert.ok((terms[0]?.uses.length ?? 0) > 10);
  });

  it('says what parts of words are known, and what is near the others', async () => {
    const composed = await emh(['lexicon', 'lookup', 'compressed cord'], { cwd });
    assert.match(
      composed.out,
      /^cord compression \(finding\) cord-compression\n[\s\S]*read as:\n {2}"compressed" observation compress\n {2}"cord" site spinal-cord\n/,
    );
    const { code, out } = await emh(['lexicon', 'lookup', 'compresion'], { cwd });
    assert.equal(code, 1);
    assert.match(out, /is no term\.\n\nunknown: compresion\n\nnear it: compression/);
  });

  it('adds a line, keeps the rest, and says so', async () => {
    const own = folderWith({ '.emh/lexicon/ours.yaml': OURS, 'a.emh': 'FINDINGS\nZurb at D5.\n' });
    const file = join(own, '.emh/lexicon/ours.yaml');
    assert.deepEqual(await emh(['lexicon', 'add', 'zurb', '--as', 'fibroma'], { cwd: own }), {
      code: 0,
      out: '.emh/lexicon/ours.yaml:3: "zurb" is another word for the head fibroma.\n',
      err: '',
    });
    assert.equal(readFileSync(file, 'utf8'), OURS.replace('label: fibroma,', 'label: fibroma, synonyms: [zurb],'));
    assert.match((await emh(['findings', 'a.emh', '--json'], { cwd: own })).out, /"kind": ?"fibroma"/);
    assert.match((await emh(['lexicon', 'add', 'zurb', '--as', 'fibroma'], { cwd: own })).out, /means fibroma already; nothing is written/);
    assert.deepEqual(JSON.parse((await emh(['lexicon', 'add', 'zarb', '--as', 'zarb', '--kind', 'site', '--json'], { cwd: own })).out), {
      added: true,
      file: '.emh/lexicon/ours.yaml',
      line: 5,
      id: 'zarb',
      category: 'site',
      isNew: true,
    });
    assert.deepEqual(readdirSync(join(own, '.emh/lexicon')), ['ours.yaml']);
  });

  it('begins a lexicon where there is none', async () => {
    const own = folderWith({ 'a.emh': '' });
    const { code, out } = await emh(['lexicon', 'add', 'zurb', '--as', 'mass'], { cwd: own });
    assert.deepEqual([code, out], [0, '.emh/lexicon/site.yaml:4: "zurb" is another word for the head mass.\n']);
    assert.equal((await emh(['lexicon', 'check'], { cwd: own })).code, 0);
  });

  it('refuses words that mean something else, and writes nothing', async () => {
    const own = folderWith({ 'a.emh': '' });
    const { code, out, err } = await emh(['lexicon', 'add', 'cyst', '--as', 'mass'], { cwd: own });
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^emh: "cyst" is not added: "cyst" is `cyst` \(finding, which ships\)/);
    assert.ok(!existsSync(join(own, '.emh')));
    assert.deepEqual(Object.keys(JSON.parse((await emh(['lexicon', 'add', 'cyst', '--as', 'mass', '--json'], { cwd: own })).out)), [
      'added',
      'refused',
    ]);
  });

  it('asks which of several lexicons is meant', async () => {
    const own = folderWith({ '.emh/lexicon/a.yaml': OURS, '.emh/lexicon/b.yaml': 'version: 1\nterms: []\n' });
    assert.match(
      (await emh(['lexicon', 'add', 'zurb', '--as', 'cyst'], { cwd: own })).err,
      /several lexicons; say which with --pack: \.emh\/lexicon\/a\.yaml, \.emh\/lexicon\/b\.yaml/,
    );
    assert.match((await emh(['lexicon', 'add', 'zurb', '--as', 'fibroma'], { cwd: own })).out, /^\.emh\/lexicon\/a\.yaml:3/);
    assert.match((await emh(['lexicon', 'add', 'zarb', '--as', 'cyst', '--pack', '.emh/lexicon/b.yaml'], { cwd: own })).out, /b\.yaml:3/);
  });

  describe('the page on lexicons', () => {
    const page = readFileSync(new URL('../../docs/lexicon.md', import.meta.url), 'utf8');
    const own = folderWith({
      '.emh/lexicon/page.yaml': /```yaml\n(.*?)```/s.exec(page)?.[1] ?? '',
      'a.emh': 'FINDINGS\nThickened cortical rind. Bony swelling.\n',
    });
    it('shows one that is right and does what it says', async () => {
      assert.equal((await emh(['lexicon', 'check'], { cwd: own })).out, 'No errors or warnings in 1 file.\n');
      const { reports } = JSON.parse((await emh(['findings', 'a.emh', '--json'], { cwd: own })).out) as {
        reports: { findings: { kind: string }[] }[];
      };
      assert.deepEqual(
        reports[0]?.findings.map(({ kind }) => kind),
        ['fibroma', 'mass'],
      );
    });
    it('lists every check with its severity', () => {
      for (const [rule, [severity]] of Object.entries(LEXICON_RULES))
        assert.match(page, new RegExp(`^\\| [^|]*\`${rule}\`[^|]*\\| ${severity} \\|`, 'm'), rule);
    });
  });

  const wrong: readonly [readonly string[], RegExp][] = [
    [['lexicon'], /^emh: lexicon needs check, lookup, add or import/],
    [['lexicon', 'try'], /^emh: lexicon can check, lookup, add or import, not 'try'/],
    [['lexicon', 'lookup'], /^emh: lexicon lookup needs words/],
    [['lexicon', 'add', 'x'], /^emh: lexicon add needs --as/],
    [['lexicon', 'add', 'x', 'y', '--as', 'mass'], /^emh: lexicon add needs words, in quotes/],
    [['lexicon', 'add', 'x', '--as', 'x', '--kind', 'hed'], /^emh: --kind is a category of terms, not 'hed'; did you mean head\?/],
    [['lexicon', 'check', '--as', 'x'], /^emh: --as belongs to add/],
    [['lexicon', 'check', 'nowhere.yaml'], /^emh: nowhere\.yaml: no such file/],
    [['lexicon', 'check', 'plain'], /^emh: plain: there are no \.yaml or \.yml files in this folder/],
    [['lexicon', 'add', 'x', '--as', 'mass', '--pack', 'a.txt'], /^emh: --pack is a lexicon file/],
  ];
  for (const [words, message] of wrong)
    it(`refuses ${words.join(' ')}`, async () => {
      const { code, out, err } = await emh(words, { cwd });
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, message);
    });
});
