import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Rule } from '../../language/rules/rule.ts';
import { emh, fakeLanguage, folderWith, spanOf, warning } from './harness.ts';

const HOSTILE = '=<b>"A & B",\'\u0001%';

/** Warns of `wrong`, with a related place and a fix; hints at `maybe`. */
const language = {
  ...fakeLanguage({
    diagnostics: (text) => [
      ...(text.includes('wrong')
        ? [
            warning(spanOf(text, 'wrong'), {
              message: HOSTILE,
              related: [{ message: 'said here', range: { start: 0, end: 4 } }],
              fixes: [{ title: 'Drop it', sure: true, edits: [{ range: spanOf(text, 'wrong'), text: 'right' }] }],
            }),
          ]
        : []),
      ...(text.includes('maybe') ? [warning(spanOf(text, 'maybe'), { severity: 'hint', rule: 'other-rule' })] : []),
    ],
  }),
  rules: [{ id: 'some-rule', title: 'Some rule', because: 'So it is.' }] as unknown as readonly Rule[],
};

describe('formats of emh check', () => {
  const cwd = folderWith({
    'a b.emh': 'Mass\r\nis wrong.',
    'c.ndjson': '{"id":"=1+1","text":"Mass maybe wrong"}\nnope\n',
    'fine.emh': 'Mass.',
  });
  const write = async (format: string, ...words: string[]): Promise<string> =>
    (await emh(['check', '.', '--format', format, ...words], { cwd, language })).out;

  describe('sarif', () => {
    it('is one run of results with places, related places, fixes and fingerprints', async () => {
      const log = JSON.parse(await write('sarif'));
      checkSarif(log);
      const [run] = log.runs;
      const [first] = run.results;
      assert.equal(log.runs.length, 1);
      assert.equal(run.columnKind, 'utf16CodeUnits');
      assert.deepEqual(
        run.results.map(({ ruleId, level }: { ruleId: string; level: string }) => [ruleId, level]),
        [
          ['some-rule', 'warning'],
          ['some-rule', 'warning'],
          ['other-rule', 'note'],
          ['unread', 'error'],
        ],
      );
      const region = { startLine: 2, startColumn: 4, endLine: 2, endColumn: 9, charOffset: 9, charLength: 5 };
      assert.deepEqual(first.locations, [{ physicalLocation: { artifactLocation: { uri: 'a%20b.emh', uriBaseId: '%SRCROOT%' }, region } }]);
      assert.equal(first.relatedLocations[0].message.text, 'said here');
      assert.deepEqual(first.fixes[0].artifactChanges[0].replacements, [{ deletedRegion: region, insertedContent: { text: 'right' } }]);
      assert.match(first.partialFingerprints['emhAlert/v1'], /^[0-9a-f]{16}$/);
      assert.deepEqual(
        run.tool.driver.rules.map(({ id }: { id: string }) => id),
        ['some-rule', 'unread'],
      );
      assert.equal(run.invocations[0].executionSuccessful, false);
    });
    it('puts a record at its line, without fixes, which are no changes to its file', async () => {
      const result = JSON.parse(await write('sarif')).runs[0].results[1];
      assert.deepEqual(result.locations[0].physicalLocation, {
        artifactLocation: { uri: 'c.ndjson', uriBaseId: '%SRCROOT%' },
        region: { startLine: 1 },
      });
      assert.equal(result.locations[0].logicalLocations[0].fullyQualifiedName, 'c.ndjson#1');
      assert.equal(result.properties.recordRegion.startColumn, 12);
      assert.equal('fixes' in result, false);
    });
    it('is sound where there is nothing', async () => {
      checkSarif(JSON.parse((await emh(['check', 'fine.emh', '--format', 'sarif'], { cwd, language })).out));
    });
    it('names a file outside the folder by all of its path', async () => {
      const { out } = await emh(['check', join(cwd, 'a b.emh'), '--format', 'sarif'], { language });
      assert.match(JSON.parse(out).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri, /^file:\/\/\/.*\/a%20b\.emh$/);
    });
  });

  it('csv: no cell is a formula, and quotes are doubled', async () => {
    const rows = (await write('csv')).split('\r\n');
    assert.equal(rows[0], 'file,record,id,severity,rule,message,line,column,end_line,end_column,words,fix,key');
    assert.match(rows[1] ?? '', /^a b\.emh,,,warning,some-rule,"'=<b>""A & B"",'.%",2,4,2,9,wrong,Drop it,[0-9a-f]{16}$/s);
    assert.match(rows[2] ?? '', /^c\.ndjson,1,"'=1\+1",warning,/);
    assert.match(rows[4] ?? '', /^c\.ndjson,2,,unread,invalid-json,The line is no valid JSON\.,,,,,,,$/);
    assert.equal(rows.length, 6);
  });

  it('junit: a suite for each text, a case for each rule; escaped', async () => {
    const xml = await write('junit');
    assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="emh check">\n/);
    assert.match(xml, /<testsuite name="a b\.emh" tests="2" failures="1" errors="0" skipped="0" time="0">/);
    assert.match(xml, /<failure type="warning" message="=&lt;b&gt;&quot;A &amp; B&quot;,&#39;\ufffd%">a b\.emh:2:4: warning: /);
    assert.match(xml, /<testsuite name="c\.ndjson#1" tests="3" failures="1"/);
    assert.match(xml, /<testcase name="other-rule" [^>]*><system-out>c\.ndjson#1:1:6: hint: /);
    assert.match(xml, /<error type="invalid-json" message="The line is no valid JSON\."\/>/);
    assert.match(xml, /<testsuite name="fine\.emh" tests="1" failures="0"/);
    assert.equal(openTags(xml), '');
  });

  it('github: annotations at their places', async () => {
    const lines = (await write('github', '--quiet')).split('\n');
    assert.deepEqual(lines, [
      '::warning file=a b.emh,line=2,endLine=2,col=4,endColumn=9,title=some-rule::=<b>"A & B",\'\u0001%25',
      '::warning file=c.ndjson,line=1,title=some-rule::=<b>"A & B",\'\u0001%25',
      '::error file=c.ndjson,line=2,title=invalid-json::The line is no valid JSON.',
      '',
    ]);
  });

  it('html: one page, escaped, without anything from outside', async () => {
    const page = await write('html');
    assert.match(page, /^<!DOCTYPE html>/);
    assert.match(page, /<strong>=&lt;b&gt;&quot;A &amp; B&quot;/);
    assert.match(page, /<pre>is <mark>wrong<\/mark>\.<\/pre>/);
    assert.match(page, /could not be checked: The line is no valid JSON\./);
    assert.match(page, /<td title="Some rule">some-rule<\/td><td>2<\/td><td>2<\/td><td>666\.7<\/td>/);
    assert.doesNotMatch(page, /<script|https?:|src=|fine\.emh/);
    assert.match(page, /<\/html>\n$/);
  });
});

/** What the SARIF 2.1.0 schema requires of what we write, and the references in it that no schema can check. */
function checkSarif(log: {
  $schema: string;
  version: string;
  runs: {
    tool: { driver: { name: string; rules: { id: string; shortDescription: { text: string } }[] } };
    results: { message: { text: string }; level: string; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[];
  }[];
}): void {
  assert.deepEqual(Object.keys(log).sort(), ['$schema', 'runs', 'version']);
  assert.equal(log.version, '2.1.0');
  for (const run of log.runs) {
    const known = new Set(['results', 'tool', 'columnKind', 'invocations', 'automationDetails']);
    assert.deepEqual(
      Object.keys(run).filter((key) => !known.has(key)),
      [],
    );
    assert.ok(run.tool.driver.name !== '');
    assert.equal(new Set(run.tool.driver.rules.map(({ id }) => id)).size, run.tool.driver.rules.length);
    for (const { id, shortDescription } of run.tool.driver.rules) assert.ok(id !== '' && shortDescription.text !== '');
    for (const { message, level, locations } of run.results) {
      assert.ok(message.text !== '');
      assert.ok(['none', 'note', 'warning', 'error'].includes(level));
      for (const { physicalLocation } of locations) assert.doesNotMatch(physicalLocation.artifactLocation.uri, /[\s\\]/);
    }
  }
}

/** Names of elements that are not closed in their order; empty for well-formed XML of elements and text. */
function openTags(xml: string): string {
  const open: string[] = [];
  for (const [, close, name, alone] of xml.matchAll(/<(\/?)([a-z-]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close === '/') {
      if (open.pop() !== name) return `</${name}>`;
    } else if (alone === '') open.push(name ?? '');
  }
  return open.join(' ');
}
