import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { emh, folderWith } from './harness.ts';

const GOOD =
  'Template: ours\nTitle: Our ribs\nOwner: Us\nVersion: 2\nReview: 2098-01-01\nSpoken: our own ribs\n\nExam: CT thorax\n\nFINDINGS\nRibs: [side: Left | Right] rib expansion[part: | , posterior ends].\n\nIMPRESSION\n1. [side] rib expansion.\n\n[example right]\nside = right\n[expect]\nRibs: Right rib expansion.\n[end]\n';

/** The template that the page on templates shows. */
const page = readFileSync(new URL('../../docs/templates.md', import.meta.url), 'utf8');
const shown = /^```\n((?:.|\n)*?)^```$/m.exec(page)?.[1] ?? '';

describe('emh new and emh templates', () => {
  const cwd = folderWith({
    '.emh/templates/ours.emht': GOOD,
    'broken.emht': GOOD.replace('side = right', 'side = up').replace('2098', '2001'),
    'page.emht': shown,
    'plain/empty.txt': '',
  });

  it('list what ships and what the site has', async () => {
    const { code, out } = await emh(['templates', 'list'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /^template +version +title\n/);
    assert.match(out, /^mri-spine +1\.0 +MRI spine for extramedullary haematopoiesis, without and with contrast$/m);
    assert.match(out, /^ours +2 +Our ribs$/m);
    const listed = JSON.parse((await emh(['templates', 'list', '--json', '.emh/templates'], { cwd })).out) as {
      name: string;
      fields: { name: string }[];
    }[];
    assert.deepEqual(
      listed.map(({ name, fields }) => [name, fields.map((field) => field.name)]),
      [['ours', ['side', 'part']]],
    );
    assert.match((await emh(['new', '--list'], { cwd })).out, /^ours /m);
  });

  it('run the examples of all templates', async () => {
    const { code, out } = await emh(['templates', 'test'], { cwd });
    assert.equal(code, 0, out);
    assert.match(out, /^13 templates, \d+ examples: all pass\.\n$/);
  });

  it('say what is wrong, where, and why, as check does', async () => {
    const { code, out } = await emh(['templates', 'test', 'broken.emht'], { cwd });
    assert.equal(code, 1);
    assert.match(out, /broken\.emht:5:9: warning: The template was to be reviewed by 2001-01-01\. \[template-review\]/);
    assert.match(out, /broken\.emht:17:1: error: "side" is Left or Right\. \[template-example\]/);
    const checked = await emh(['check', 'broken.emht'], { cwd });
    assert.equal(checked.code, 1);
    for (const line of out.split('\n').slice(0, -2)) assert.ok(checked.out.includes(line), line);
  });

  it('are as serious as the site says', async () => {
    const site = folderWith({
      '.emh/config.json': '{ "severities": { "template-review": "off", "template-example": "hint" } }',
      'broken.emht': GOOD.replace('side = right', 'side = up').replace('2098', '2001'),
    });
    const { code, out, err } = await emh(['templates', 'test', 'broken.emht'], { cwd: site });
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^broken\.emht:17:1: hint: "side" is Left or Right\. \[template-example\]/);
    assert.doesNotMatch(out, /template-review/);
  });

  it('write a report, and say what is open', async () => {
    assert.deepEqual(await emh(['new', 'OURS', '--set', 'side=right', '--set', 'part=, posterior ends'], { cwd }), {
      code: 0,
      out: 'Template: ours 2\nExam: CT thorax\n\nFINDINGS\nRibs: Right rib expansion, posterior ends.\n\nIMPRESSION\n1. Right rib expansion.\n',
      err: '',
    });
    const { out, err } = await emh(['new', '.emh/templates/ours.emht'], { cwd });
    assert.match(out, /\nRibs: \[side: Left \| Right\] rib expansion\[part: \| , posterior ends\]\.\n/);
    assert.equal(err, 'emh: 2 fields to fill in: side, part\n');
    assert.match((await emh(['new', 'ours', '--defaults'], { cwd })).out, /\nRibs: Left rib expansion\.\n/);
  });

  it('pass the template that the page on templates shows', async () => {
    const { code, out } = await emh(['templates', 'test', 'page.emht'], { cwd });
    assert.ok(shown.startsWith('Template: ct-ribs'));
    assert.equal(code, 0, out);
    assert.match(out, /^1 template, 1 example: all pass\./);
  });

  it('show the fields of a template', async () => {
    const { out } = await emh(['new', 'ours', '--list'], { cwd });
    assert.match(out, /^side +Left or Right +.*= Left$/m);
    assert.match(out, /^part +nothing or , posterior ends/m);
  });

  const wrong: readonly [readonly string[], RegExp][] = [
    [['new'], /^emh: new needs a template; --list shows them +\(see emh new --help\)\n$/],
    [['new', 'our'], /^emh: there is no template our; did you mean ours\?; emh new --list shows them\n$/],
    [['new', 'ours', '--set', 'side'], /^emh: --set is FIELD=VALUE, not 'side'/],
    [['new', 'ours', '--set', 'side=up'], /^emh: side is Left or Right\n$/],
    [['new', 'ours', '--set', 'sid=left'], /^emh: sid is no field of the template; did you mean side\?\n$/],
    [['new', 'ours', 'more'], /^emh: new takes one template/],
    [['templates'], /^emh: templates needs list, test, import or export/],
    [['templates', 'try'], /^emh: templates can list, test, import or export, not 'try'/],
    [['templates', 'test', '--json'], /^emh: --json belongs to list/],
    [['templates', 'test', 'plain'], /^emh: plain: there are no \.emht files in this folder\n$/],
  ];
  for (const [words, message] of wrong)
    it(`refuses ${words.join(' ')}`, async () => {
      const { code, out, err } = await emh(words, { cwd });
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, message);
    });
});
