import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { root } from '../../scripts/root.ts';
import { emh, fakeLanguage, folderWith, spanOf, warning } from './harness.ts';

interface Place {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region?: Region };
}

interface Region {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly charOffset?: number;
  readonly charLength?: number;
}

interface Result {
  readonly ruleId: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Place[];
  readonly relatedLocations?: readonly Place[];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly artifactLocation: { readonly uri: string };
      readonly replacements: readonly { readonly deletedRegion: Region; readonly insertedContent: { readonly text: string } }[];
    }[];
  }[];
}

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly rules: readonly { readonly id: string; readonly shortDescription: { readonly text: string } }[] };
    };
    readonly results: readonly Result[];
  }[];
}

const validate = validator();

/** Where results of one run may not be taken apart by what a schema cannot say. */
function checkLog(json: string): Log['runs'][number] {
  const log = JSON.parse(json) as Log;
  assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 3)));
  const [run, ...more] = log.runs;
  assert.ok(run !== undefined && more.length === 0);
  const ids = new Set(run.tool.driver.rules.map(({ id }) => id));
  assert.equal(ids.size, run.tool.driver.rules.length, 'a rule is described once');
  for (const { ruleId, locations, relatedLocations = [], fixes = [] } of run.results) {
    assert.ok(ids.has(ruleId), ruleId);
    const changes = fixes.flatMap(({ artifactChanges }) => artifactChanges);
    const regions = [
      ...[...locations, ...relatedLocations].flatMap(({ physicalLocation: { region } }) => region ?? []),
      ...changes.flatMap(({ replacements }) => replacements.map(({ deletedRegion }) => deletedRegion)),
    ];
    for (const { startLine, startColumn = 1, endLine = startLine, endColumn = startColumn } of regions)
      assert.ok(endLine > startLine || (endLine === startLine && endColumn >= startColumn), 'a region ends behind its start');
  }
  return run;
}

describe('SARIF of emh check', function () {
  this.timeout(60_000);
  const examples = join(root, 'examples');
  const names = readdirSync(examples).filter((name) => /\.(?:emh|txt)$/.test(name));

  it('is valid for every example, and places, related places and fixes are those of the text', async () => {
    const { out } = await emh(['check', '.', '--format', 'sarif'], { cwd: examples });
    const { results } = checkLog(out);
    assert.ok(results.some(({ relatedLocations = [] }) => relatedLocations.length > 0));
    assert.ok(results.some(({ fixes = [] }) => fixes.length > 0));
    assert.deepEqual(
      [...new Set(results.map(uriOf))].filter((uri) => !names.includes(uri)),
      [],
    );
    for (const result of results) {
      const text = readFileSync(join(examples, uriOf(result)), 'utf8');
      for (const { physicalLocation } of [...result.locations, ...(result.relatedLocations ?? [])]) {
        const { startLine, startColumn, charOffset = -1 } = physicalLocation.region ?? { startLine: 0 };
        const before = text.slice(0, charOffset).split('\n');
        assert.deepEqual([startLine, startColumn], [before.length, (before.at(-1)?.length ?? 0) + 1]);
      }
    }
  });

  it('is valid for records, for what cannot be read, and where nothing is found', async () => {
    const flawed = readFileSync(join(examples, 'case-1-mri-spine.flawed.emh'), 'utf8');
    const cwd = folderWith({
      'a.ndjson': `${JSON.stringify({ id: 1, text: flawed })}\nnope\n`,
      'b.csv': 'x\n1\n',
      'fine.emh': 'FINDINGS\nNormal.\n',
    });
    const { results } = checkLog((await emh(['check', '.', '--format', 'sarif'], { cwd })).out);
    assert.ok(results.filter(({ ruleId }) => ruleId !== 'unread').length > 3);
    assert.equal(results.filter(({ ruleId }) => ruleId === 'unread').length, 2);
    const none = fakeLanguage({});
    assert.deepEqual(checkLog((await emh(['check', 'fine.emh', '--format', 'sarif'], { cwd, language: none })).out).results, []);
  });

  it('is valid for files of any name, which can be read back from it', async function () {
    if (process.platform === 'win32') this.skip();
    const odd = [
      'a b.emh',
      '100%.emh',
      'a#b?c=d&e.emh',
      'Ärzte-腫瘤.emh',
      'a:b.emh',
      '[x]{y}.emh',
      'it\'s "so".emh',
      '%41.emh',
      'a+b;c,d@e.emh',
      '-.emh',
    ];
    const cwd = folderWith(Object.fromEntries(odd.map((name) => [`in ${name}/${name}`, 'wrong'])));
    const { results } = checkLog((await emh(['check', '.', '--format', 'sarif'], { cwd, language: LANGUAGE })).out);
    assert.deepEqual(results.map((result) => decodeURIComponent(uriOf(result))).sort(), odd.map((name) => `in ${name}/${name}`).sort());
    // A name that is no address of its own: a colon in the first part would make a scheme of it.
    for (const result of results) assert.equal(new URL(uriOf(result), 'file:///place/').pathname, `/place/${uriOf(result)}`);
  });

  it('is valid whatever a message says (law)', async () => {
    const cwd = folderWith({ 'a.emh': 'wrong' });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (message) => {
        const language = fakeLanguage({
          diagnostics: () => [warning({ start: 0, end: 5 }, { message, related: [{ message, range: { start: 1, end: 1 } }] })],
        });
        const { results } = checkLog(
          (await emh(['check', '.', '--format', 'sarif'], { cwd, language: { ...language, rules: RULES } })).out,
        );
        assert.equal(results[0]?.message.text, message.toWellFormed());
      }),
      { numRuns: 50 },
    );
  });

  it('holds no text of a report beside the words of its messages and fixes: no snippet, no contents', async () => {
    const { out } = await emh(['check', '.', '--format', 'sarif'], { cwd: examples });
    assert.doesNotMatch(out, /"(?:snippet|contents|contextRegion|rendered)":/);
  });

  it('names what is not there by its name, and standard input by its own', async () => {
    const cwd = folderWith({ 'a.emh': 'Mass.' });
    const { results } = checkLog((await emh(['check', 'none.emh', '-', '--format', 'sarif'], { cwd, stdin: '' })).out);
    assert.deepEqual(
      results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri),
      ['none.emh', 'stdin'],
    );
    const { out } = await emh(['check', 'none.emh', '--format', 'github'], { cwd });
    assert.match(out, /^::error file=none\.emh,title=unreadable::/);
  });

  it('holds none at all with --no-words, as the other formats for programs', async () => {
    const said = new Set(
      (await import('../../packs/emh.ts')).rules.flatMap(({ text }) => [...text.matchAll(/^title\s+(.*)$/gm)].map(([, title]) => title)),
    );
    const { results } = checkLog((await emh(['check', '.', '--format', 'sarif', '--no-words'], { cwd: examples })).out);
    assert.ok(results.length > 20);
    for (const { message, fixes, relatedLocations } of results)
      assert.deepEqual([said.has(message.text), fixes, relatedLocations], [true, undefined, undefined]);
    for (const format of ['ndjson', 'json', 'junit', 'github', 'csv']) {
      const { out } = await emh(['check', '.', '--format', format, '--no-words'], {
        cwd: folderWith({ 'a.emh': 'Secret is wrong' }),
        language: LANGUAGE,
      });
      assert.doesNotMatch(out, /Secret|is wrong|"wrong"|,wrong,|right/, format);
      assert.match(out, /Some rule/, format);
    }
    assert.equal((await emh(['check', '.', '--no-words'], { cwd: examples })).code, 2);
  });

  it('would be refused otherwise: the schema is looked at', () => {
    const result = { ruleId: 'a', message: { text: 'b' }, level: 'warning' };
    const log = (one: object) => ({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [one] }] });
    assert.ok(validate(log(result)));
    for (const broken of [
      { ...result, level: 'hint' },
      { ruleId: 'a' },
      { ...result, other: 1 },
      { ...result, locations: [{ physicalLocation: { artifactLocation: { uri: 'a b' } } }] },
    ])
      assert.equal(validate(log(broken)), false, JSON.stringify(broken));
  });
});

const RULES = [{ id: 'some-rule', title: 'Some rule', because: '' }] as never;

/** Warns of `wrong`, quoting what stands before it. */
const LANGUAGE = {
  ...fakeLanguage({
    diagnostics: (text) => [
      warning(spanOf(text, 'wrong'), {
        message: `${text}.`,
        related: [{ message: text, range: { start: 0, end: 1 } }],
        fixes: [{ title: `Not ${text}`, sure: true, edits: [{ range: spanOf(text, 'wrong'), text: 'right' }] }],
      }),
    ],
  }),
  rules: RULES,
};

const uriOf = ({ locations }: Result): string => locations[0]?.physicalLocation.artifactLocation.uri ?? '';

function validator() {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  ajv.addFormat('uri', (text) => URL.canParse(text) && /^[!#-;=?-[\]_a-z~]*$/i.test(text));
  ajv.addFormat('uri-reference', (text) => URL.canParse(text, 'file:///x/') && /^[!#-;=?-[\]_a-z~]*$/i.test(text));
  ajv.addFormat('uuid', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/);
  return ajv.compile(JSON.parse(readFileSync(join(root, 'test/cli/schemas/sarif-2.1.0.json'), 'utf8')) as object);
}
